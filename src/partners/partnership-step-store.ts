/** SQL of the steps a partnership took. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Partnership, PartnershipState } from './partnership.ts'
import './partnership-tables.ts'

export interface Step {
  act: string
  to: PartnershipState
  at: Temporal.Instant
  byName: string
  reason: string
  agreement?: string
}

/** Moves the partnership and writes down who did it, when and why. */
export async function saveStep(tx: Tx, partnership: Partnership, step: Step): Promise<void> {
  await tx.updateTable('partnership').set({ state: step.to }).where('id', '=', partnership.id).execute()
  await tx
    .insertInto('partnership_step')
    .values({
      partnership: partnership.id,
      act: step.act,
      from_state: partnership.state,
      to_state: step.to,
      at: step.at,
      by_name: step.byName,
      reason: step.reason,
      agreement: step.agreement ?? null,
    })
    .execute()
}

export async function stepsOf(db: Db, partnership: string) {
  return db
    .selectFrom('partnership_step')
    .selectAll()
    .where('partnership', '=', partnership)
    .orderBy('id', 'desc')
    .execute()
}
