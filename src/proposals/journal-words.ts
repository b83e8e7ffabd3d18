/** What this area writes into the journal, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ProposalAct } from './proposal.ts'

const acts: Record<ProposalAct | 'proposed', Phrase> = {
  proposed: { en: 'an agreement proposed', zh: '提出协议建议' },
  take_up: { en: 'proposal taken up', zh: '受理建议' },
  accept: { en: 'proposal accepted', zh: '接受建议' },
  decline: { en: 'proposal declined', zh: '不接受建议' },
  begin_draft: { en: 'draft begun from the proposal', zh: '据建议起草' },
  withdraw: { en: 'proposal withdrawn', zh: '撤回建议' },
}

export const proposalJournalWords: Record<string, Phrase> = Object.fromEntries(
  Object.entries(acts).map(([act, phrase]) => [`proposal.${act}`, phrase]),
)
