/** Types, standings and other values of the register, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EntryKind, Signing } from './entry.ts'
import type { EntryDetails } from './entry-details.ts'
import type { Standing } from './entry-standing.ts'
import type { Decision, FileKind } from './entry-tables.ts'

export const kindWords: Record<EntryKind, Phrase> = {
  memorandum: { en: 'memorandum of understanding', zh: '谅解备忘录' },
  key: { en: 'key partnership agreement', zh: '重点合作伙伴协议' },
  exchange: { en: 'student exchange', zh: '学生交换' },
  joint_training: { en: 'joint training', zh: '联合培养' },
  joint_degree: { en: 'joint or dual degree', zh: '联合学位或双学位' },
  research: { en: 'research', zh: '科研合作' },
  seed_fund: { en: 'seed fund', zh: '种子基金' },
  data_sharing: { en: 'data sharing', zh: '数据共享' },
  amendment: { en: 'amendment', zh: '补充协议' },
  extension: { en: 'extension', zh: '延期协议' },
  other: { en: 'other', zh: '其他' },
}

export const standingWords: Record<Standing | 'living', Phrase> = {
  living: { en: 'in force, in any way', zh: '有效（全部）' },
  to_come: { en: 'not yet in force', zh: '尚未生效' },
  in_force: { en: 'in force', zh: '有效' },
  ending: { en: 'ends within a year', zh: '一年内到期' },
  open_ended: { en: 'open-ended', zh: '无固定期限' },
  expired: { en: 'expired', zh: '已到期' },
  terminated: { en: 'terminated', zh: '已终止' },
}

export const signingWords: Record<Signing, Phrase> = {
  here: { en: 'on both nodes', zh: '双方节点电子签署' },
  ink: { en: 'in ink, two originals', zh: '纸质签署，一式两份' },
  elsewhere: { en: 'in another system', zh: '其他系统签署' },
}

export const prevailsWords: Record<EntryDetails['prevails'], Phrase> = {
  both: { en: 'both equally authentic', zh: '同等效力' },
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
  other: { en: 'another', zh: '其他' },
}

export const fileKindWords: Record<FileKind, Phrase> = {
  signed: { en: 'signed copy', zh: '签署件' },
  draft: { en: 'draft', zh: '草稿' },
  translation: { en: 'translation', zh: '译文' },
  annex: { en: 'annex', zh: '附件' },
  other: { en: 'other', zh: '其他' },
}

export const sortWords = {
  end: { en: 'its end', zh: '到期日' },
  signed: { en: 'signing, newest first', zh: '签署日（最新在前）' },
  title: { en: 'title', zh: '标题' },
  partner: { en: 'partner', zh: '合作伙伴' },
}

export const decisionWords: Record<Decision, Phrase> = {
  let_end: { en: 'it is to end', zh: '到期终止' },
  renewing: { en: 'it is being renewed', zh: '正在续签' },
  reviewed: { en: 'it was reviewed', zh: '已评估' },
}
