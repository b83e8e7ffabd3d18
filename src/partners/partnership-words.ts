/** Partnerships in words: states, steps, the officers’ acts. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { HandAct, PartnershipAct, PartnershipState } from './partnership.ts'

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
  begin_scoping: { en: 'scoping begun', zh: '开始接洽' },
  approve_in_principle: { en: 'approved in principle', zh: '原则上同意' },
  begin_cooperation: { en: 'cooperation begun', zh: '开始合作' },
  nominate: { en: 'nominated as key partner', zh: '提名为重点合作伙伴' },
  withdraw_nomination: { en: 'nomination withdrawn', zh: '撤回提名' },
  begin_review: { en: 'review begun', zh: '开始评估' },
  approve_renewal: { en: 'renewal approved', zh: '批准续约' },
  step_down: { en: 'stepped down as key partner', zh: '退出重点合作' },
  end: { en: 'partnership ended', zh: '结束合作关系' },
  take_up_again: { en: 'taken up again', zh: '重新接洽' },
  conclude_key_agreement: { en: 'key agreement signed by both', zh: '双方签署重点合作伙伴协议' },
  key_agreement_ended: { en: 'key agreement ended', zh: '重点合作伙伴协议终止' },
}

const journalOf = Object.entries(stepWords).map(([act, phrase]) => [`partnership.${act}`, phrase])

export const partnershipJournalWords: Record<string, Phrase> = {
  ...Object.fromEntries(journalOf),
  'partnership.prospect_taken_back': {
    en: 'taken out of the register again, with the list it came with',
    zh: '随所在清单撤回，移出名册',
  },
  'partnership.prospect_added': { en: 'taken into the register as a prospect', zh: '作为潜在合作伙伴加入名册' },
  'partnership.became_key': { en: 'became a key partner', zh: '成为重点合作伙伴' },
}

const act = (open: Phrase, explain: Phrase) => ({ open, explain })

/** What people may do: the button, and what it asks. */
export const actWords: Record<HandAct, Record<'open' | 'explain', Phrase>> = {
  begin_scoping: act(
    { en: 'Begin scoping', zh: '开始接洽' },
    {
      en: 'Both sides look into what they could do together. Nothing is promised yet.',
      zh: '双方探讨合作可能，尚未作出承诺。',
    },
  ),
  approve_in_principle: act(
    { en: 'Record approval in principle', zh: '登记原则同意' },
    {
      en: 'Say who agreed, and where that is written. Negotiating an agreement can follow.',
      zh: '请说明由谁同意及记录出处，此后可开始商谈协议。',
    },
  ),
  begin_cooperation: act(
    { en: 'Record that cooperation has begun', zh: '登记开始合作' },
    {
      en: 'A memorandum or a specific agreement stands behind it. Name it.',
      zh: '须有谅解备忘录或专项协议为依据，请注明。',
    },
  ),
  nominate: act(
    { en: 'Nominate as key partner', zh: '提名为重点合作伙伴' },
    {
      en: 'The nomination says that we want a key agreement. The tier changes only when both have signed it.',
      zh: '提名表示有意签订重点合作伙伴协议。层级须待双方签署后才会变更。',
    },
  ),
  withdraw_nomination: act(
    { en: 'Withdraw the nomination', zh: '撤回提名' },
    { en: 'The partnership goes on as before, without the nomination.', zh: '合作关系照常继续，仅撤销提名。' },
  ),
  begin_review: act(
    { en: 'Begin the review', zh: '开始评估' },
    {
      en: 'The partner stays a key partner in name until the review ends: an approver other than you renews, or the partner steps down.',
      zh: '评估期间协议仍然有效。评估结束时由您以外的审批人批准续约，或退出重点合作。',
    },
  ),
  approve_renewal: act(
    { en: 'Approve the renewal', zh: '批准续约' },
    {
      en: 'The partner stays a key partner under the agreement in force. You approve what someone else has reviewed.',
      zh: '合作伙伴在现行协议下继续作为重点合作伙伴。您审批的是他人完成的评估。',
    },
  ),
  step_down: act(
    { en: 'Step down from key partner', zh: '退出重点合作' },
    {
      en: 'The partnership goes on without the tier. Agreements in force stay as they are.',
      zh: '合作关系继续，但不再属于重点层级。现行协议不受影响。',
    },
  ),
  end: act(
    { en: 'End the partnership', zh: '结束合作关系' },
    {
      en: 'The partnership is closed in our register, with its history. Agreements end by their own terms.',
      zh: '本校名册中将结束该合作关系并保留历史。协议按其自身条款终止。',
    },
  ),
  take_up_again: act(
    { en: 'Take it up again', zh: '重新接洽' },
    { en: 'The partnership returns to scoping, with its history.', zh: '合作关系回到接洽阶段，历史保留。' },
  ),
}
