/** SQL of the nodes we run for partners. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { openSecret } from '#src/platform/keys/index.ts'
import type { HostedNode, HostedState } from './hosted-node.ts'
import type { HostedNodeTable } from './tables.ts'
import './tables.ts'

const toHosted = (row: Selectable<HostedNodeTable>): HostedNode => ({
  institution: row.institution,
  label: row.label,
  database: row.database,
  state: row.state,
  startedAt: row.started_at,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
  reason: row.reason,
})

export async function hostedNodes(db: Db): Promise<HostedNode[]> {
  return (await db.selectFrom('hosted_node').selectAll().orderBy('started_at').execute()).map(toHosted)
}

export async function findHosted(db: Db, institution: string): Promise<HostedNode | undefined> {
  const row = await db.selectFrom('hosted_node').selectAll().where('institution', '=', institution).executeTakeFirst()
  return row && toHosted(row)
}

export async function lockHosted(tx: Tx, institution: string): Promise<HostedNode | undefined> {
  const rows = tx.selectFrom('hosted_node').selectAll().where('institution', '=', institution)
  const row = await rows.forUpdate().executeTakeFirst()
  return row && toHosted(row)
}

const context = (institution: string) => `hosted-node:${institution}`
export const sealedFor = context

export async function insertHosted(tx: Tx, node: HostedNode, sealed: Uint8Array): Promise<void> {
  await tx
    .insertInto('hosted_node')
    .values({
      institution: node.institution,
      label: node.label,
      database: node.database,
      sealed: Buffer.from(sealed),
      state: node.state,
      started_at: node.startedAt,
      changed_at: node.changedAt,
      changed_by: node.changedBy,
      reason: node.reason,
    })
    .execute()
}

export interface Change {
  state: HostedState
  at: Temporal.Instant
  by: string
  reason: string
}

export async function saveHostedState(tx: Tx, institution: string, { state, at, by, reason }: Change): Promise<void> {
  const set = { state, changed_at: at, changed_by: by, reason }
  await tx.updateTable('hosted_node').set(set).where('institution', '=', institution).execute()
}

/** The hosted node's own secret key, which lies sealed under ours. */
export async function hostedSecret(db: Db, institution: string, ourKey: Uint8Array): Promise<Buffer> {
  const rows = db.selectFrom('hosted_node').select('sealed').where('institution', '=', institution)
  const { sealed } = await rows.executeTakeFirstOrThrow()
  return Buffer.from(openSecret(ourKey, sealed, context(institution)), 'hex')
}
