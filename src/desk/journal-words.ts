/** The words of the journal, and of every act of every area. */
import { agreementJournalWords, entryJournalWords } from '#src/agreements/index.ts'
import { retentionJournalWords } from '#src/archive/index.ts'
import { ceremonyJournalWords } from '#src/ceremonies/index.ts'
import { peerJournalWords } from '#src/federation/index.ts'
import { hostingJournalWords } from '#src/hosting/index.ts'
import { importJournalWords } from '#src/imports/index.ts'
import { keysJournalWords } from '#src/keys/index.ts'
import { partnerJournalWords } from '#src/partners/index.ts'
import type { Language, Phrase, Words } from '#src/platform/i18n/words.ts'
import { peopleJournalWords } from '#src/platform/people/index.ts'
import { procedureJournalWords } from '#src/procedures/index.ts'
import { programmeJournalWords } from '#src/programme/index.ts'
import { proposalJournalWords } from '#src/proposals/index.ts'
import { signingJournalWords } from '#src/signing/index.ts'
import { storyJournalWords } from '#src/stories/index.ts'
import { witnessJournalWords } from '#src/witness/index.ts'
import { deskJournalWords } from './reminder-words.ts'

const acts = {
  ...agreementJournalWords,
  ...entryJournalWords,
  ...ceremonyJournalWords,
  ...peerJournalWords,
  ...partnerJournalWords,
  ...peopleJournalWords,
  ...signingJournalWords,
  ...storyJournalWords,
  ...witnessJournalWords,
  ...deskJournalWords,
  ...hostingJournalWords,
  ...importJournalWords,
  ...retentionJournalWords,
  ...keysJournalWords,
  ...procedureJournalWords,
  ...programmeJournalWords,
  ...proposalJournalWords,
} as unknown as Words

/** An act in words; one that has none is named as the journal names it. */
export function actWords(act: string, detail: unknown, language: Language): string {
  const words = (acts[act] as Phrase<unknown> | undefined)?.[language]
  if (typeof words === 'string') return words
  if (typeof words !== 'function') return act
  try {
    return (words as (detail: unknown) => string)(detail)
  } catch {
    // Words that need what only their own page knows, such as which side is meant.
    return act
  }
}

export const journalWords = {
  title: { en: 'Journal', zh: '操作记录' },
  note: {
    en: 'Every act on this node, with what stood in a record before and after. Contact data is named as changed, not repeated.',
    zh: '本节点的全部操作，并列出记录修改前后的内容。联系方式只注明已修改，不再显示。',
  },
  who: { en: 'Who', zh: '操作人' },
  act: { en: 'Act', zh: '操作' },
  actHint: { en: 'e.g. entry.changed, agreement', zh: '例如 entry.changed、agreement' },
  about: { en: 'About', zh: '对象' },
  any: { en: 'anything', zh: '不限' },
  from: { en: 'From', zh: '自' },
  to: { en: 'Until', zh: '至' },
  find: { en: 'Find', zh: '查找' },
  when: { en: 'When', zh: '时间' },
  changed: { en: 'Before and after', zh: '修改前后' },
  node: { en: 'this node, by the clock', zh: '本节点（定时）' },
  partner: { en: 'partner’s node', zh: '合作方节点' },
  none: { en: 'Nothing fits', zh: '没有符合条件的记录' },
  noneText: { en: 'Take a filter away.', zh: '请减少筛选条件。' },
  count: { en: (n: string) => `${n} acts`, zh: (n: string) => `${n} 项操作` },
  csv: { en: 'As CSV', zh: '导出 CSV' },
  older: { en: 'Older', zh: '更早' },
  newer: { en: 'Newer', zh: '更新' },
  deleted: { en: 'deleted', zh: '已删除' },
}

const kinds: Record<string, Phrase> = {
  account: { en: 'account', zh: '账户' },
  agreement: { en: 'agreement', zh: '协议' },
  agreement_type: { en: 'type of agreement', zh: '协议类型' },
  ceremony: { en: 'ceremony', zh: '典礼' },
  commitment: { en: 'commitment', zh: '承诺' },
  directory: { en: 'directory', zh: '机构名录' },
  duty: { en: 'duty', zh: '审批职责' },
  entry: { en: 'entry of the register', zh: '台账条目' },
  grouping: { en: 'grouping', zh: '院校群组' },
  import: { en: 'list brought in', zh: '导入清单' },
  keys: { en: 'keys', zh: '密钥' },
  library_clause: { en: 'clause of the library', zh: '条款库条款' },
  mail: { en: 'mail', zh: '邮件' },
  node: { en: 'node', zh: '节点' },
  note: { en: 'note', zh: '备注' },
  partner: { en: 'partner', zh: '合作伙伴' },
  partnership: { en: 'partnership', zh: '合作关系' },
  person: { en: 'person', zh: '人员' },
  programme: { en: 'programme', zh: '合作计划' },
  proposal: { en: 'proposal', zh: '建议' },
  retention: { en: 'retention', zh: '保存期限' },
  route: { en: 'way of approval', zh: '审批路径' },
  sign_authority: { en: 'authority to sign', zh: '签署授权' },
  stage: { en: 'stage', zh: '舞台' },
  stage_targets: { en: 'days per stage', zh: '各阶段时限' },
  stand_in: { en: 'stand-in', zh: '代理人' },
  story: { en: 'story', zh: '新闻' },
  story_heard: { en: 'story heard of', zh: '获知的新闻' },
  story_offer: { en: 'story offered', zh: '对方提交的新闻' },
  template: { en: 'template', zh: '模板' },
  unit: { en: 'unit', zh: '单位' },
}

/** What an act was about, in words; a kind that has none is named as the journal names it. */
export const kindOf = (kind: string, language: Language): string => kinds[kind]?.[language] ?? kind
