/** An officer moves a partnership on, or an approver approves its renewal, with a reason and the place where it was decided. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type MoversPartnership, moverOf } from './access.ts'
import { type HandAct, type HandRow, moveByHand, type Partnership, refusePartnership } from './partnership.ts'
import { lastStep, saveStep } from './partnership-step-store.ts'
import { lockPartnership } from './partnership-store.ts'

export interface MoveInput {
  act: HandAct
  reason: string
  /** Minutes, a reference number or an address. */
  evidence: string
  at: Temporal.Instant
}

/** @throws Refusal where the reason or the evidence is missing, someone else must decide, or the lifecycle has no such act */
export async function movePartnershipByHand(
  db: Db,
  { mover, partnership: seen }: MoversPartnership,
  input: MoveInput,
): Promise<void> {
  const [reason, evidence] = [input.reason.trim(), input.evidence.trim()]
  if (!reason) refusePartnership('reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const partnership = (await lockPartnership(tx, seen.partner))!
    const { act, at } = input
    const last = await lastStep(tx, partnership.id)
    const row = moveByHand(partnership, { act, evidence }, moverOf(mover), last?.account ?? null)
    const { account } = mover
    const agreement = await keyAgreementBehind(tx, partnership, row)
    const step = { act, to: row.to, at, byName: account.name.latin, account: account.id, reason, evidence, agreement }
    await saveStep(tx, partnership, step)
    const detail = { reason, evidence, from: partnership.state, to: row.to }
    const about = { kind: 'partnership', id: partnership.id }
    await record(tx, { at, by: actorOf(mover), about, act: `partnership.${act}`, detail })
  })
}

/** A renewal goes on under the key agreement that made the partner one. */
async function keyAgreementBehind(tx: Tx, { id }: Partnership, { to }: HandRow): Promise<string | undefined> {
  return to === 'key_partner' ? ((await lastStep(tx, id, 'conclude_key_agreement'))?.agreement ?? undefined) : undefined
}
