/** Kinds of records, how long each is kept and why, until an administrator says otherwise. Pure rules. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import { refuser } from '#src/platform/refusal.ts'

export const retentionKinds = [
  'agreements',
  'proposals',
  'contacts',
  'comments',
  'guests',
  'photographs',
  'letters',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Records that can be forgotten. Signed agreements, their files, logs and evidence are none of them. */
export const forgettable = ['proposals', 'contacts', 'comments', 'guests', 'photographs', 'letters'] as const
export type Forgettable = (typeof forgettable)[number]

export const isForgettable = (kind: RetentionKind): kind is Forgettable => kind !== 'agreements'

export interface Rule {
  kind: RetentionKind
  /** Counted from the end: of the agreement and everything under it, of the last post, of the ceremony. */
  years: number
  reason: Phrase
  basis: Phrase
  /** Who said so; null for what the product begins with. */
  changedBy: string | null
}

const personal: Phrase = {
  en: 'UK GDPR, Article 5(1)(e): kept no longer than necessary. PIPL, Article 19: the shortest period the purpose needs.',
  zh: '《个人信息保护法》第十九条：保存期限应为实现处理目的所必要的最短时间；英国 GDPR 第 5(1)(e) 条：存储限制。',
}

const first: Record<RetentionKind, Omit<Rule, 'kind' | 'changedBy'>> = {
  agreements: {
    years: 10,
    reason: {
      en: 'After so many years an ended agreement is handed to the archive; here it stays as it is.',
      zh: '协议终止满规定年限后移交档案馆；本系统中的记录保持不变。',
    },
    basis: { en: 'The university’s own rules for its records.', zh: '本校档案管理规定。' },
  },
  proposals: {
    years: 3,
    reason: {
      en: 'A proposal that became nothing names people and their interests; questions about it come soon or not at all.',
      zh: '未成立的建议涉及人员及其利益关系，相关疑问通常很快提出。',
    },
    basis: personal,
  },
  contacts: {
    years: 2,
    reason: {
      en: 'Whoever left is not reached here any more. The name stays, for what was signed and said.',
      zh: '离任人员不再由此联系；其姓名因签署和发言记录而保留。',
    },
    basis: personal,
  },
  comments: {
    years: 5,
    reason: {
      en: 'Our own comments served a negotiation that is long over. What both sides said stays with the agreement.',
      zh: '内部意见服务于早已结束的磋商；双方往来意见随协议保留。',
    },
    basis: personal,
  },
  guests: {
    years: 1,
    reason: {
      en: 'Addresses and remarks served one invitation. Who came stays in the ceremony’s record.',
      zh: '邮箱和备注仅用于当次邀请；出席情况保留在典礼记录中。',
    },
    basis: personal,
  },
  photographs: {
    years: 3,
    reason: {
      en: 'Whoever is in a photograph agreed to a use it was not put to, or is put to no more. Published ones stay as long as their story stands.',
      zh: '画面人物所同意的用途未曾实现或已经终止；已发布的图片随新闻保留。',
    },
    basis: personal,
  },
  letters: {
    years: 1,
    reason: {
      en: 'A letter was sent to be read. What it was about stands in its own record.',
      zh: '邮件旨在送达阅读，所述事项另有记录。',
    },
    basis: personal,
  },
}

export const firstRule = (kind: RetentionKind): Rule => ({ kind, changedBy: null, ...first[kind] })

/** Records that ended before this day are due. */
export const dueBefore = ({ years }: Pick<Rule, 'years'>, today: Temporal.PlainDate): string =>
  today.subtract({ years }).toString()

export type RetentionRefusal =
  | 'retention_years_wrong'
  | 'retention_why_missing'
  | 'retention_nothing_chosen'
  | 'retention_reason_missing'
  | 'retention_waits_already'
  | 'retention_own_proposal'
  | 'retention_decided'
  | 'retention_keepers_only'

export const refuseRetention = refuser<RetentionRefusal>()
