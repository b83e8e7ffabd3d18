/** What follows an agreement: the partner's names a concluded agreement we hold; and of two, only one is signed. */
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet } from '#src/platform/messages.ts'
import { type Agreement, refuse } from './agreement.ts'
import { checkFirst } from './chain.ts'
import { followsOf, successorsOf } from './chain-store.ts'
import { findAgreement, lockAgreement } from './store.ts'
import type { AgreementText } from './text.ts'

/**
 * @throws NotYet where our own conclusion of the agreement it follows is still on its way, Refusal `predecessor_differs` where the
 * hashes, the kind or the partner are not those of the agreement we hold
 */
export async function checkPredecessor(tx: Tx, { follows }: AgreementText, of: Pick<Agreement, 'partner' | 'kind'>) {
  if (!follows) return
  const held = await findAgreement(tx, follows.agreement)
  if (!held) throw new NotYet('predecessor_missing')
  if (held.partner !== of.partner || held.kind !== of.kind) refuse('predecessor_differs')
  if (held.state === 'signing' || held.state === 'signed') throw new NotYet('predecessor_not_concluded')
  const same = held.frozen?.textHash === follows.textHash && held.frozen.documentHash === follows.documentHash
  if (held.state !== 'concluded' || !same) refuse('predecessor_differs')
}

/** Holds what the agreement follows. @throws Refusal where another successor was concluded, or is being signed */
export async function holdPredecessor(tx: Tx, { id }: Pick<Agreement, 'id'>): Promise<void> {
  const follows = await followsOf(tx, id)
  if (!follows) return
  await lockAgreement(tx, follows.agreement)
  checkFirst((await successorsOf(tx, follows.agreement)).filter((other) => other.id !== id))
}
