/** What happened to a ceremony, as its history tells it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { aroundJournalWords } from './around-journal-words.ts'
import type { FramePart, SheetPart } from './changed-parts.ts'
import type { Duty } from './tables.ts'
import { dutyWords } from './value-words.ts'

/** The journal's detail of one act. */
export type Detail = Record<string, unknown>

export const partWords: Record<FramePart | SheetPart, Phrase> = {
  title: { en: 'the title', zh: '名称' },
  start: { en: 'date and time', zh: '时间' },
  items: { en: 'the running order', zh: '议程' },
  meeting: { en: 'the video meeting', zh: '视频会议' },
  open: { en: 'whether the public may watch', zh: '是否对公众开放' },
  standing: { en: 'whether it takes place', zh: '是否举行' },
  hall: { en: 'the hall', zh: '会场' },
  contact: { en: 'the contact on site', zh: '现场联系人' },
  guests: { en: 'the guests or their order', zh: '嘉宾及其次序' },
  speakers: { en: 'speakers, languages or interpreters', zh: '发言人、语言或口译' },
  replies: { en: 'who will come', zh: '出席情况' },
}

const parts = (d: Detail, language: Language): string => {
  const known = (Array.isArray(d.parts) ? d.parts.map(String) : []).filter((p) => Object.hasOwn(partWords, p))
  const words = known.map((part) => partWords[part as FramePart][language])
  return words.join(language === 'en' ? ', ' : '、')
}

const cleared = (d: Detail, language: Language) =>
  d.cleared === true ? { en: '; what was confirmed before no longer stands', zh: '；此前的确认失效' }[language] : ''
const names = (d: Detail, key: 'added' | 'left', language: Language): string => {
  const all = d[key]
  return Array.isArray(all) ? all.map(String).join(language === 'en' ? ', ' : '、') : ''
}
/** Who was put in and who was taken out, where anybody was. */
const guests = (d: Detail, language: Language): string => {
  const [added, left] = [names(d, 'added', language), names(d, 'left', language)]
  if (language === 'en') return `${added && `; new: ${added}`}${left && `; taken out: ${left}`}`
  return `${added && `；新增：${added}`}${left && `；移除：${left}`}`
}
const duty = (d: Detail, language: Language) =>
  Object.hasOwn(dutyWords, String(d.duty)) ? dutyWords[d.duty as Duty][language] : ''

export const ceremonyJournalWords = {
  'ceremony.started': { en: 'began to plan', zh: '开始筹备' },
  'ceremony.shared': { en: 'shared the plan with the partner', zh: '向合作方共享方案' },
  'ceremony.received': { en: 'shared the plan with us', zh: '向我方共享方案' },
  'ceremony.frame_changed': {
    en: (d: Detail) => `changed ${parts(d, 'en')}${cleared(d, 'en')}`,
    zh: (d: Detail) => `更改${parts(d, 'zh')}${cleared(d, 'zh')}`,
  },
  'ceremony.frame_received': {
    en: (d: Detail) => `changed ${parts(d, 'en') || 'the plan'}${cleared(d, 'en')}`,
    zh: (d: Detail) => `更改${parts(d, 'zh') || '方案'}${cleared(d, 'zh')}`,
  },
  'ceremony.sheet_changed': {
    en: (d: Detail) => `saved our part${parts(d, 'en') && `: ${parts(d, 'en')}`}${guests(d, 'en')}`,
    zh: (d: Detail) => `保存我方部分${parts(d, 'zh') && `：${parts(d, 'zh')}`}${guests(d, 'zh')}`,
  },
  'ceremony.sheet_received_first': { en: 'shared their part', zh: '共享对方部分' },
  'ceremony.sheet_received': {
    en: (d: Detail) => `changed ${parts(d, 'en')}${guests(d, 'en')}`,
    zh: (d: Detail) => `更改${parts(d, 'zh')}${guests(d, 'zh')}`,
  },
  'ceremony.side_confirmed': { en: 'confirmed the plan', zh: '确认方案' },
  'ceremony.confirmed': { en: 'both sides have confirmed the same plan', zh: '双方已确认同一方案' },
  'ceremony.change_asked': {
    en: (d: Detail) => `asked for a change: ${d.text}`,
    zh: (d: Detail) => `请求更改：${d.text}`,
  },
  'ceremony.postponed': {
    en: (d: Detail) => `postponed the ceremony: ${d.reason}`,
    zh: (d: Detail) => `将典礼延期：${d.reason}`,
  },
  'ceremony.postponed_by_partner': {
    en: (d: Detail) => `postponed the ceremony: ${d.reason}`,
    zh: (d: Detail) => `将典礼延期：${d.reason}`,
  },
  'ceremony.cancelled': {
    en: (d: Detail) => `cancelled the ceremony: ${d.reason}`,
    zh: (d: Detail) => `取消典礼：${d.reason}`,
  },
  'ceremony.cancelled_by_partner': {
    en: (d: Detail) => `cancelled the ceremony: ${d.reason}`,
    zh: (d: Detail) => `取消典礼：${d.reason}`,
  },
  'ceremony.refused_by_partner': {
    en: 'their node would not take our last change; the two offices should compare their plans',
    zh: '对方节点未接受我方最近的更改，请双方核对方案',
  },
  'ceremony.duty_given': {
    en: (d: Detail) => `gave ${d.name} a duty: ${duty(d, 'en').toLowerCase()}`,
    zh: (d: Detail) => `指定${d.name}为${duty(d, 'zh')}`,
  },
  'ceremony.duty_taken': {
    en: (d: Detail) => `took back the duty of ${d.name}: ${duty(d, 'en').toLowerCase()}`,
    zh: (d: Detail) => `取消${d.name}的任务：${duty(d, 'zh')}`,
  },
  'ceremony.rehearsal_started': { en: 'made a copy to rehearse on', zh: '建立彩排副本' },
  'ceremony.rehearsal_ended': { en: 'put the rehearsal away', zh: '结束彩排' },
  'ceremony.taken_back': {
    en: 'took back from their node what an older copy of our database had lost',
    zh: '从对方节点取回本方数据库较早副本所缺的内容',
  },
  'ceremony.live': { en: 'the ceremony began', zh: '典礼开始' },
  'ceremony.held': {
    en: (d: Detail) => `the ceremony is over; at most ${d.audience} watched at one time`,
    zh: (d: Detail) => `典礼结束，最多同时观看${d.audience}人`,
  },
  'ceremony.closed': { en: 'closed the ceremony', zh: '将典礼归档' },
  'ceremony.commitment_marked': {
    en: (d: Detail) => `marked a commitment of ${d.by}: ${d.en || d.zh}`,
    zh: (d: Detail) => `记录${d.by}的承诺：${d.zh || d.en}`,
  },
  ...aroundJournalWords,
} satisfies Record<string, Phrase<string | ((d: Detail) => string)>>

/** An entry of the journal in words; an act of another room by its name. */
export function told(entry: { act: string; detail: unknown }, language: Language): string {
  if (!Object.hasOwn(ceremonyJournalWords, entry.act)) return entry.act
  const said = ceremonyJournalWords[entry.act as keyof typeof ceremonyJournalWords][language]
  return typeof said === 'function' ? said(entry.detail as Detail) : said
}
