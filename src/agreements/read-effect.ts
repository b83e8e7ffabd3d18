/** Reads what an agreement that all have signed still waits for. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Agreement, Side } from './agreement.ts'
import { logProofs, signedFile } from './signed-store.ts'

export interface Effect {
  signedAt: Temporal.Instant
  /** When each side's log was cosigned by the other with the signed file in it; null while that is not proven here. */
  cosigned: Record<Side, Temporal.Instant | null>
}

/** @returns null unless all have signed and the text asks for the logs */
export async function readEffect(db: Db, { id }: Pick<Agreement, 'id'>): Promise<Effect | null> {
  const signed = await signedFile(db, id)
  if (!signed) return null
  const proofs = await logProofs(db, id, signed.sha256)
  const of = (side: Side) => proofs.find((p) => p.side === side)?.cosignedAt ?? null
  return { signedAt: signed.at, cosigned: { ours: of('ours'), theirs: of('theirs') } }
}
