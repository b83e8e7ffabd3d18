/** SQL of the logs' checkpoints and who cosigned them. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { formatNote, readNote, readSignatureLine } from '#src/platform/tlog/index.ts'

export interface StoredCheckpoint {
  origin: string
  size: number
  root: Uint8Array
  /** With the log's signature only. */
  note: string
  at: Temporal.Instant
}

/** Keeps a checkpoint; one of this size that is there already stays. */
export async function saveCheckpoint(tx: Tx, checkpoint: StoredCheckpoint): Promise<void> {
  await tx
    .insertInto('tlog_checkpoint')
    .values({ ...checkpoint, root: Buffer.from(checkpoint.root) })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function findCheckpoint(db: Db, origin: string, size: number): Promise<StoredCheckpoint | undefined> {
  const row = await db
    .selectFrom('tlog_checkpoint')
    .selectAll()
    .where('origin', '=', origin)
    .where('size', '=', String(size))
    .executeTakeFirst()
  return row && { ...row, size }
}

export interface StoredCosignature {
  size: number
  /** The cosigner's key name. */
  cosigner: string
  /** The signature line with its newline. */
  line: string
  cosignedAt: Temporal.Instant
}

/** Keeps a cosignature; a later one of the same checkpoint by the same cosigner takes its place. */
export async function saveCosignature(
  tx: Tx,
  origin: string,
  c: StoredCosignature,
  at: Temporal.Instant,
): Promise<void> {
  const { size, cosigner, line, cosignedAt: cosigned_at } = c
  await tx
    .insertInto('tlog_cosignature')
    .values({ origin, size, cosigner, line, cosigned_at, stored_at: at })
    .onConflict((conflict) =>
      conflict.columns(['origin', 'size', 'cosigner']).doUpdateSet({ line, cosigned_at, stored_at: at }),
    )
    .execute()
}

/** The latest cosignature of each cosigner on a log, whatever size it is of. */
export async function latestCosignatures(db: Db, origin: string): Promise<StoredCosignature[]> {
  const rows = await db
    .selectFrom('tlog_cosignature')
    .selectAll()
    .distinctOn('cosigner')
    .where('origin', '=', origin)
    .orderBy('cosigner')
    .orderBy('size', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, size: Number(row.size), cosignedAt: row.cosigned_at }))
}

const sizesCosigned = (db: Db, origin: string, size: number, cosigners: string[]) =>
  db
    .selectFrom('tlog_cosignature')
    .select('size')
    .where('origin', '=', origin)
    .where('size', '>=', String(size))
    .where('cosigner', 'in', cosigners)
    .groupBy('size')
    .having((eb) => eb.fn.countAll(), '=', cosigners.length)

/** The latest checkpoint of at least `size` that all these cosigners cosigned. */
export async function cosignedCheckpoint(
  db: Db,
  origin: string,
  size: number,
  cosigners: string[],
): Promise<StoredCheckpoint | undefined> {
  const row = await sizesCosigned(db, origin, size, cosigners).orderBy('size', 'desc').limit(1).executeTakeFirst()
  return row && findCheckpoint(db, origin, Number(row.size))
}

/** The sizes of at least `size` of which all these cosigners cosigned a checkpoint, the smallest first. */
export async function cosignedCheckpoints(
  db: Db,
  origin: string,
  size: number,
  cosigners: string[],
): Promise<number[]> {
  const rows = await sizesCosigned(db, origin, size, cosigners).orderBy('size').limit(1_000).execute()
  return rows.map((row) => Number(row.size))
}

/** A checkpoint with all cosignatures held for it, as it is published. */
export async function withCosignatures(db: Db, checkpoint: StoredCheckpoint): Promise<string> {
  const rows = await db
    .selectFrom('tlog_cosignature')
    .select('line')
    .where('origin', '=', checkpoint.origin)
    .where('size', '=', String(checkpoint.size))
    .orderBy('cosigner')
    .execute()
  const note = readNote(checkpoint.note)!
  const added = rows.map(({ line }) => readSignatureLine(line.trimEnd())!)
  return formatNote({ ...note, signatures: [...note.signatures, ...added] })
}
