/** SQL of what was proposed to be forgotten, and decided. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Forgettable } from './retention.ts'
import './tables.ts'

/** What waits first, then the latest. */
export async function acts(db: Db, limit: number) {
  return db
    .selectFrom('retention_act')
    .selectAll()
    .orderBy((eb) => eb('state', '<>', 'proposed'))
    .orderBy('proposed_at', 'desc')
    .limit(limit)
    .execute()
}

export async function findAct(db: Db, id: string) {
  return db.selectFrom('retention_act').selectAll().where('id', '=', id).executeTakeFirst()
}

export type RetentionAct = NonNullable<Awaited<ReturnType<typeof findAct>>>

/** Holds the act's row until the transaction ends. */
export async function lockAct(tx: Tx, id: string): Promise<RetentionAct> {
  return tx.selectFrom('retention_act').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function waitingAct(db: Db, kind: Forgettable): Promise<RetentionAct | undefined> {
  const waiting = db.selectFrom('retention_act').selectAll().where('kind', '=', kind).where('state', '=', 'proposed')
  return waiting.executeTakeFirst()
}

/** @returns false where one of its kind waits already */
export async function insertAct(
  tx: Tx,
  act: Pick<RetentionAct, 'id' | 'kind' | 'records' | 'reason' | 'proposed_by' | 'proposed_by_name' | 'proposed_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('retention_act')
    .values({ ...act, state: 'proposed', decided_by: null, decided_by_name: null, decided_at: null, forgotten: null })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveDecision(
  tx: Tx,
  id: string,
  decided: {
    state: 'confirmed' | 'withdrawn'
    by: { id: string; name: string }
    at: Temporal.Instant
    forgotten?: number
  },
): Promise<void> {
  const { state, by, at, forgotten = null } = decided
  await tx
    .updateTable('retention_act')
    .set({ state, decided_by: by.id, decided_by_name: by.name, decided_at: at, forgotten })
    .where('id', '=', id)
    .execute()
}
