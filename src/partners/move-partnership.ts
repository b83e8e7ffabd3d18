/** An officer nominates a partner as key partner, or takes the nomination back, with a reason. */
import type { Db } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersPartnership } from './access.ts'
import { movePartnership, type PartnershipAct, type PartnershipState, refusePartnership } from './partnership.ts'
import { saveStep } from './partnership-step-store.ts'
import { lockPartnership } from './partnership-store.ts'

export interface MoveInput {
  act: PartnershipAct
  reason: string
  at: Temporal.Instant
}

/** @throws Refusal where the reason is empty, or the lifecycle gives this act to signing alone or not at all */
export async function movePartnershipByHand(
  db: Db,
  held: OfficersPartnership,
  input: MoveInput,
): Promise<PartnershipState> {
  const reason = input.reason.trim()
  if (!reason) refusePartnership('reason_missing', {}, 422)
  if (input.act === 'conclude_key_agreement') refusePartnership('partnership_does_not_allow', { act: input.act })
  return db.transaction().execute(async (tx) => {
    const partnership = (await lockPartnership(tx, held.partnership.partner))!
    const to = movePartnership(partnership, input.act)
    const { account } = held.officer
    await saveStep(tx, partnership, { act: input.act, to, at: input.at, byName: account.name.latin, reason })
    await record(tx, {
      at: input.at,
      by: { kind: 'account', id: account.id, name: account.name.latin },
      about: { kind: 'partnership', id: partnership.id },
      act: `partnership.${input.act}`,
      detail: { reason, from: partnership.state, to },
    })
    return to
  })
}
