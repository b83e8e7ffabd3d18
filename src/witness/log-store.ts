/** SQL of the logs themselves: whose they are, how far they have come. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { isKeyName } from '#src/platform/tlog/index.ts'
import type { LogTable } from './tables.ts'

export interface Log {
  origin: string
  /** ROR id of whose log it is. */
  institution: string
  ours: boolean
  verifierKey: string
  /** Entries held here. */
  size: number
  witnessed: number
  mirrored: number
  seenAt: Temporal.Instant | null
  createdAt: Temporal.Instant
}

type Row = { [K in keyof LogTable]: LogTable[K] extends { __select__: infer S } ? S : LogTable[K] }

const asLog = (row: Row): Log => ({
  origin: row.origin,
  institution: row.institution,
  ours: row.ours,
  verifierKey: row.verifier_key,
  size: Number(row.size),
  witnessed: Number(row.witnessed),
  mirrored: Number(row.mirrored),
  seenAt: row.seen_at,
  createdAt: row.created_at,
})

export async function createLog(
  db: Db,
  log: Pick<Log, 'origin' | 'institution' | 'ours' | 'verifierKey'>,
  at: Temporal.Instant,
): Promise<void> {
  const { origin, institution, ours, verifierKey: verifier_key } = log
  await db
    .insertInto('tlog')
    .values({
      origin,
      institution,
      ours,
      verifier_key,
      size: 0,
      witnessed: 0,
      mirrored: 0,
      seen_at: null,
      created_at: at,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function logs(db: Db): Promise<Log[]> {
  return (await db.selectFrom('tlog').selectAll().orderBy('ours', 'desc').orderBy('origin').execute()).map(asLog)
}

export async function ourLog(db: Db): Promise<Log | undefined> {
  const row = await db.selectFrom('tlog').selectAll().where('ours', '=', true).executeTakeFirst()
  return row && asLog(row)
}

/** A log by its name, which may be anything a stranger sent. */
export async function findLog(db: Db, origin: string): Promise<Log | undefined> {
  if (!isKeyName(origin)) return undefined
  const row = await db.selectFrom('tlog').selectAll().where('origin', '=', origin).executeTakeFirst()
  return row && asLog(row)
}

export async function logOf(db: Db, institution: string): Promise<Log | undefined> {
  const row = await db.selectFrom('tlog').selectAll().where('institution', '=', institution).executeTakeFirst()
  return row && asLog(row)
}

/** Holds a log: whoever else wants to append to it or cosign it waits. */
export async function lockLog(tx: Tx, origin: string): Promise<Log> {
  const row = await tx.selectFrom('tlog').selectAll().where('origin', '=', origin).forUpdate().executeTakeFirstOrThrow()
  return asLog(row)
}

/** What our witness and our mirror have said of a partner's log so far, and when it was last heard to be as we know it. */
export async function saveProgress(
  db: Db,
  origin: string,
  progress: { witnessed?: number; mirrored?: number; seenAt?: Temporal.Instant },
): Promise<void> {
  const { witnessed, mirrored, seenAt: seen_at } = progress
  await db
    .updateTable('tlog')
    .set({
      ...(witnessed !== undefined && { witnessed }),
      ...(mirrored !== undefined && { mirrored }),
      ...(seen_at && { seen_at }),
    })
    .where('origin', '=', origin)
    .execute()
}
