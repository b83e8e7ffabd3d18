/** Our signatory's word about ending an agreement: our database was set back to before it, the partner's node has given it back. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { applyTermination } from './apply-termination.ts'
import { pinsOf } from './freeze-store.ts'
import { lockInForce } from './lock-in-force.ts'
import { checkText, type terminationShape } from './receive-termination.ts'
import { lockAgreement } from './store.ts'
import { terminationsOf } from './termination-store.ts'

/** Judged as of the moment it was said: what it began may have run for days. */
export async function sayTerminationAgain(
  tx: Tx,
  { about }: Sent,
  { statement, assertion }: z.infer<typeof terminationShape>,
): Promise<void> {
  const agreement = await lockAgreement(tx, about)
  if (!agreement) throw new NotYet('agreement_missing')
  if (agreement.state !== 'concluded') throw new NotYet('not_concluded_here')
  const said = (await terminationsOf(tx, about)).flatMap(({ consents }) => consents)
  if (said.some((c) => c.side === 'ours' && c.statement.nonce === statement.nonce)) return
  const inForce = await lockInForce(tx, about)
  await checkText(tx, inForce, statement)
  const { act, method } = statement
  const at = Temporal.Instant.from(statement.givenAt)
  const id = (assertion as { id?: unknown } | null)?.id
  const pins = (await pinsOf(tx, inForce.head.id)).filter(({ side }) => side === 'ours')
  const pinned = pins.some(({ pin }) => pin.method === 'passkey' && pin.credentials.some((c) => c.id === id))
  const consent = { act, side: 'ours' as const, method, pinned, statement, assertion, at, acknowledgedAt: null }
  const { root, text } = inForce
  await applyTermination(tx, { root, text, consent, by: { kind: 'node' }, now: at })
}
