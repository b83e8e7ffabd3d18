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
  /** Where it was decided. */
  evidence?: string
  /** Of the person who did it, on this node. */
  account?: string
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
      evidence: step.evidence ?? '',
      account: step.account ?? null,
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

/** The latest step, or the latest one by this act. */
export async function lastStep(db: Db, partnership: string, act?: string) {
  return db
    .selectFrom('partnership_step')
    .selectAll()
    .where('partnership', '=', partnership)
    .$if(act !== undefined, (query) => query.where('act', '=', act!))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
