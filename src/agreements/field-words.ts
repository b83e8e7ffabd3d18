/** Where in an agreement something is, in words: `clauses[2].body.zh` is "clause 2, Chinese text". */
import { comma, type Language, type Phrase } from '#src/platform/i18n/words.ts'

const numbered: Record<string, Phrase<(n: number) => string>> = {
  clauses: { en: (n) => `clause ${n}`, zh: (n) => `第${n}条` },
  seats: { en: (n) => `seat ${n}`, zh: (n) => `第${n}个签署席位` },
  parties: { en: (n) => `party ${n}`, zh: (n) => `第${n}方` },
  fonts: { en: (n) => `font ${n}`, zh: (n) => `第${n}个字体` },
}

const named: Record<string, Phrase> = {
  clauses: { en: 'the clauses: there are none yet', zh: '条款：目前一条也没有' },
  seats: { en: 'the seats', zh: '签署席位' },
  parties: { en: 'the parties', zh: '协议双方' },
  title: { en: 'title', zh: '标题' },
  heading: { en: 'heading', zh: '条目标题' },
  body: { en: 'text', zh: '正文' },
  name: { en: 'name', zh: '姓名' },
  latin: { en: 'in Latin script', zh: '拉丁字母' },
  native: { en: 'in native script', zh: '本国文字' },
  order: { en: 'place in the order of signing', zh: '签署顺序' },
  party: { en: 'university', zh: '所属大学' },
  id: { en: 'identity', zh: '标识' },
  prevails: { en: 'which language prevails', zh: '以何种文本为准' },
  typesetter: { en: 'typesetter', zh: '排版程序' },
  fonts: { en: 'fonts', zh: '字体' },
  version: { en: 'version', zh: '版本' },
  template: { en: 'template', zh: '模板' },
  file: { en: 'file name', zh: '文件名' },
  sha256: { en: 'hash', zh: '哈希' },
  demonstration: { en: 'mark of a demonstration', zh: '示例标记' },
  effect: { en: 'taking effect', zh: '生效方式' },
  term: { en: 'term', zh: '期限' },
  ends: { en: 'end', zh: '终止' },
  kind: { en: 'kind', zh: '类型' },
  years: { en: 'number of years', zh: '年数' },
  day: { en: 'last day in force', zh: '有效期最后一日' },
  reviewOn: { en: 'day of review', zh: '评估日期' },
  noticeMonths: { en: 'months of notice', zh: '提前通知月数' },
  follows: { en: 'what it follows', zh: '所承接的协议' },
  how: { en: 'in which way', zh: '承接方式' },
  textHash: { en: 'text hash', zh: '文本哈希' },
  documentHash: { en: 'document hash', zh: '文件哈希' },
  agreement: { en: 'which agreement it is', zh: '所属协议' },
  verifyAt: { en: 'where it is verified', zh: '验证地址' },
  site: { en: 'address', zh: '网址' },
  format: { en: 'format', zh: '格式' },
}

const seatTitle: Phrase = { en: 'title held', zh: '职务' }
const inLanguageOf: Record<Language, Phrase> = {
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
}
const seatsOf: Phrase<(university: string) => string> = {
  en: (university) => `a seat for ${university}`,
  zh: (university) => `${university}的签署席位`,
}

/** `clauses[2].body.zh` or `clauses.1.body.zh` (counted from 0) as `['clauses', 2, 'body', 'zh']`, counted from 1. */
function steps(path: string): (string | number)[] {
  return (path.match(/\[\d+\]|[^.[\]]+/g) ?? []).map((step) => {
    if (step.startsWith('[')) return Number(step.slice(1, -1))
    return /^\d+$/.test(step) ? Number(step) + 1 : step
  })
}

function word(found: (string | number)[], at: number, language: Language): string | undefined {
  const [step, next] = [found[at], found[at + 1]]
  if (typeof step !== 'string') return undefined
  const count = numbered[step]
  if (count && typeof next === 'number') return count[language](next)
  if (step === 'title' && found[0] === 'seats') return seatTitle[language]
  return (named[step] ?? { en: step, zh: step })[language]
}

/**
 * A path of `missingIn`, `differingFields` or a malformed text in words.
 * @param universities names of the parties by ROR id, where at hand
 */
export function fieldWords(path: string, language: Language, universities: Record<string, Phrase> = {}): string {
  const ror = /^seats of (\S+)$/.exec(path)?.[1]
  if (ror) return seatsOf[language]((universities[ror] ?? { en: ror, zh: ror })[language])
  const found = steps(path)
  const last = found.at(-1)
  const written = found.length > 1 && (last === 'en' || last === 'zh') ? inLanguageOf[last][language] : ''
  const words = found.slice(0, written ? -1 : undefined).flatMap((_, at) => word(found, at, language) ?? [])
  if (written) words.push([written, words.pop()].join(language === 'en' ? ' ' : ''))
  return words.join(comma[language])
}

/** Several paths as one list: `clause 2, Chinese text; clause 4, heading`. */
export function fieldsWords(paths: string[], language: Language, universities: Record<string, Phrase> = {}): string {
  const all = [...new Set(paths.map((path) => fieldWords(path, language, universities)))]
  return all.join(language === 'en' ? '; ' : '；')
}
