/** The agreement a message is about, held, if the message is about the version and round that stand; else the right no. */
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet } from '#src/platform/messages.ts'
import { type Agreement, type AgreementState, refuse } from './agreement.ts'
import { lockAgreement } from './store.ts'

/**
 * @throws NotYet where the message is ahead of us, Refusal `version_superseded` or `round_superseded` where it is behind,
 * `agreement_does_not_allow` where the state is none of `states`, `not_the_partner` where the agreement is with somebody else
 */
export async function standing(
  tx: Tx,
  { about, from }: { about: string; from: string },
  at: { version: number; round: number },
  states?: AgreementState[],
): Promise<Agreement> {
  const agreement = await lockAgreement(tx, about)
  if (!agreement) throw new NotYet('agreement_missing')
  if (agreement.partner !== from) refuse('not_the_partner', {}, 403)
  if (at.version > agreement.version || at.round > agreement.round) throw new NotYet('earlier_message_missing')
  if (at.version < agreement.version) refuse('version_superseded', { version: agreement.version })
  if (at.round < agreement.round) refuse('round_superseded')
  if (states && !states.includes(agreement.state)) refuse('agreement_does_not_allow', { state: agreement.state })
  return agreement
}
