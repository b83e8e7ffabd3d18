/** Says plainly where one side's half lies on the other's node: then two logs are no two independent witnesses. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, notice } from '#src/platform/ui/index.ts'
import type { Institution } from './store.ts'

const words = {
  title: {
    en: (kept: string, keeper: string) => `${kept}’s half is kept on ${keeper}’s node`,
    zh: (kept: string, keeper: string) => `${kept}的一半由${keeper}的节点托管`,
  },
  text: {
    en: 'It has no node of its own, so there is no independent second log: one university runs both. Signatures, consents and the document are checked as always; that nothing was rewritten rests on one keeper, and on copies the signatories hold.',
    zh: '该校没有自己的节点，因此没有独立的第二份日志：两份日志由同一所大学运行。签名、签署意愿和文件照常核验；但“内容未被改写”仅由一方保证，并以签署人自行保存的副本为凭。',
  },
}

/** Nothing where each side runs a node of its own. */
export function keptNotice(sides: Institution[], language: Language): Content {
  const kept = sides.find((one) => one.keptBy)
  if (!kept) return ''
  const w = speak(words, language)
  const keeper = sides.find((one) => one.ror === kept.keptBy)
  const name = (one: Institution) => one.short[language] || one.short.en || one.name.en
  return notice({ kind: 'note', title: w.title(name(kept), keeper ? name(keeper) : kept.keptBy!), body: w.text })
}
