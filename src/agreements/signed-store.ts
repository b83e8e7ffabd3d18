/** SQL of agreements that all have signed and that wait for the logs: the signed file, and each side's proof. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Side } from './agreement.ts'
import './tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_signed: { agreement: string; sha256: string; at: Temporal.Instant }
    agreement_log_proof: ProofTable
  }
}

interface ProofTable {
  agreement: string
  side: Side
  sha256: string
  proof: string
  cosigned_at: Temporal.Instant
  stored_at: Temporal.Instant
}

/** The signed file, and when the last signature was given. */
export interface SignedFile {
  sha256: string
  at: Temporal.Instant
}

export async function insertSigned(tx: Tx, agreement: string, { sha256, at }: SignedFile): Promise<void> {
  await tx.insertInto('agreement_signed').values({ agreement, sha256, at }).execute()
}

export async function signedFile(db: Db, agreement: string): Promise<SignedFile | undefined> {
  return db
    .selectFrom('agreement_signed')
    .select(['sha256', 'at'])
    .where('agreement', '=', agreement)
    .executeTakeFirst()
}

export interface LogProof {
  side: Side
  sha256: string
  /** The `.tlog-proof` of the side's own log. */
  proof: string
  /** The later of the other side's two cosignatures. */
  cosignedAt: Temporal.Instant
}

/** Keeps a proof; one of the same file by the same side that is there already stays: both nodes count from the same. @returns false then */
export async function insertLogProof(tx: Tx, agreement: string, p: LogProof, at: Temporal.Instant): Promise<boolean> {
  const { cosignedAt: cosigned_at, ...rest } = p
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('agreement_log_proof')
    .values({ agreement, ...rest, cosigned_at, stored_at: at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The proofs that are of this very file. */
export async function logProofs(db: Db, agreement: string, sha256: string): Promise<LogProof[]> {
  const rows = await db
    .selectFrom('agreement_log_proof')
    .select(['side', 'sha256', 'proof', 'cosigned_at as cosignedAt'])
    .where('agreement', '=', agreement)
    .where('sha256', '=', sha256)
    .execute()
  return rows
}

/** Signed by all and not proven by our own log yet. */
export async function unprovenHere(db: Db): Promise<{ id: string; partner: string; sha256: string }[]> {
  return db
    .selectFrom('agreement')
    .innerJoin('agreement_signed as s', 's.agreement', 'agreement.id')
    .select(['agreement.id', 'partner', 's.sha256'])
    .where('state', '=', 'signed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agreement_log_proof as p')
            .select('p.side')
            .whereRef('p.agreement', '=', 'agreement.id')
            .whereRef('p.sha256', '=', 's.sha256')
            .where('p.side', '=', 'ours'),
        ),
      ),
    )
    .execute()
}
