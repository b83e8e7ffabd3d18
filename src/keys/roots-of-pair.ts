/** Which root of either side a pair of nodes stands on: the newest the other's office accepted, before that the one of their pairing. */
import type { Db } from '#src/platform/database/tables.ts'
import { rootFor } from './root-for.ts'
import { acceptedRoots } from './root-store.ts'

/**
 * PEM of both, the same on either node once the answers to what was announced have arrived.
 * @param pair.pinned PEM of the partner's root at the pairing, and `since` when that was
 */
export async function rootsOfPair(
  db: Db,
  { institution, pinned, since }: { institution: string; pinned: string; since: Temporal.Instant },
): Promise<{ ours: string; theirs: string }> {
  const theirs = (await acceptedRoots(db, institution, since)).at(-1) ?? pinned
  return { ours: (await rootFor(db, institution)).certificate, theirs }
}
