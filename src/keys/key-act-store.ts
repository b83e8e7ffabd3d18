/** SQL of acts on keys that take two people. */
import type { Db, JsonColumn, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import type { KeyAct, KeyActKind, KeyActState } from './key-act.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    key_act: KeyActTable
  }
}

interface KeyActTable {
  id: string
  kind: KeyActKind
  state: KeyActState
  about: string
  detail: JsonColumn<Record<string, Json>>
  sealed: Buffer | null
  reason: string
  proposed_by: string
  proposed_by_name: string
  proposed_at: Temporal.Instant
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Temporal.Instant | null
}

type Row = Omit<KeyActTable, 'detail'> & { detail: Record<string, Json> }

export interface KeptKeyAct extends KeyAct {
  detail: Record<string, Json>
  sealed: Buffer | null
  reason: string
  proposedByName: string
  proposedAt: Temporal.Instant
  decidedByName: string | null
  decidedAt: Temporal.Instant | null
}

const kept = (row: Row): KeptKeyAct => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  about: row.about,
  detail: row.detail,
  sealed: row.sealed,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedByName: row.proposed_by_name,
  proposedAt: row.proposed_at,
  decidedByName: row.decided_by_name,
  decidedAt: row.decided_at,
})

/** The newest first. */
export async function keyActs(db: Db): Promise<KeptKeyAct[]> {
  const rows = await db.selectFrom('key_act').selectAll().orderBy('proposed_at', 'desc').limit(100).execute()
  return rows.map((row) => kept(row as Row))
}

export async function lockKeyAct(tx: Tx, id: string): Promise<KeptKeyAct | undefined> {
  const row = await tx.selectFrom('key_act').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && kept(row as Row)
}

/** @returns false where the same is proposed already */
export async function insertKeyAct(
  tx: Tx,
  act: Pick<
    KeptKeyAct,
    'id' | 'kind' | 'about' | 'detail' | 'sealed' | 'reason' | 'proposedBy' | 'proposedByName' | 'proposedAt'
  >,
): Promise<boolean> {
  const { id, kind, about, detail, sealed, reason, proposedBy, proposedByName, proposedAt } = act
  const saved = await tx
    .insertInto('key_act')
    .values({
      ...{ id, kind, state: 'proposed', about, detail: JSON.stringify(detail), sealed, reason },
      ...{ proposed_by: proposedBy, proposed_by_name: proposedByName, proposed_at: proposedAt },
      ...{ decided_by: null, decided_by_name: null, decided_at: null },
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** With the decision whatever was sealed is gone. */
export async function saveDecision(
  tx: Tx,
  id: string,
  d: { state: KeyActState; by: string; byName: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('key_act')
    .set({ state: d.state, decided_by: d.by, decided_by_name: d.byName, decided_at: d.at, sealed: null })
    .where('id', '=', id)
    .execute()
}
