/** Partnerships in words: states, steps, the officers’ acts. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { OfficerAct, PartnershipAct, PartnershipState } from './partnership.ts'

export const partnershipStateWords: Record<PartnershipState, Phrase> = {
  prospect: { en: 'prospect', zh: '潜在合作' },
  scoping: { en: 'scoping', zh: '接洽中' },
  approved_in_principle: { en: 'approved in principle', zh: '原则上同意' },
  cooperating: { en: 'cooperating', zh: '合作中' },
  nominated_key: { en: 'nominated as key partner', zh: '重点合作伙伴提名' },
  key_partner: { en: 'key partner', zh: '重点合作伙伴' },
  under_review: { en: 'under review', zh: '评估中' },
  stepped_down: { en: 'stepped down', zh: '已退出重点合作' },
  ended: { en: 'ended', zh: '已结束' },
}

/** What an act did, in the past, as the steps list it. */
export const stepWords: Record<PartnershipAct, Phrase> = {
  nominate: { en: 'nominated as key partner', zh: '提名为重点合作伙伴' },
  withdraw_nomination: { en: 'nomination withdrawn', zh: '撤回提名' },
  conclude_key_agreement: { en: 'key agreement signed by both', zh: '双方签署重点合作伙伴协议' },
}

export const partnerJournalWords = {
  'partnership.nominate': stepWords.nominate,
  'partnership.withdraw_nomination': stepWords.withdraw_nomination,
  'partnership.prospect_added': { en: 'taken into the register as a prospect', zh: '作为潜在合作伙伴加入名册' },
  'partnership.became_key': { en: 'became a key partner', zh: '成为重点合作伙伴' },
}

/** The officers' acts: the button, and what it asks. */
export const actWords: Record<OfficerAct, Record<'open' | 'explain', Phrase>> = {
  nominate: {
    open: { en: 'Nominate as key partner', zh: '提名为重点合作伙伴' },
    explain: {
      en: 'The nomination says that we want a key agreement. The tier changes only when both have signed it.',
      zh: '提名表示有意签订重点合作伙伴协议。层级须待双方签署后才会变更。',
    },
  },
  withdraw_nomination: {
    open: { en: 'Withdraw the nomination', zh: '撤回提名' },
    explain: { en: 'The partnership goes on as before, without the nomination.', zh: '合作关系照常继续，仅撤销提名。' },
  },
}
