/** SQL of what was added after the signatures. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Preservation } from './preservation.ts'
import type { PreservationTable } from './tables.ts'
import './tables.ts'

const toPreservation = (r: PreservationTable): Preservation => ({
  number: r.number,
  side: r.side,
  sha256: r.sha256,
  previousSha256: r.previous_sha256,
  stampedAt: r.stamped_at,
  until: r.until,
  storedAt: r.stored_at,
  confirmedAt: r.confirmed_at,
  refusedAt: r.refused_at,
  again: r.again,
  lacksLists: r.lacks_lists,
})

/** In order. */
export async function preservationsOf(db: Db, session: string): Promise<Preservation[]> {
  const rows = await db
    .selectFrom('signing_preservation')
    .selectAll()
    .where('session', '=', session)
    .orderBy('number')
    .execute()
  return rows.map(toPreservation)
}

export async function insertPreservation(
  tx: Tx,
  session: string,
  p: Omit<Preservation, 'refusedAt' | 'again'>,
): Promise<void> {
  await tx
    .insertInto('signing_preservation')
    .values({
      session,
      number: p.number,
      side: p.side,
      sha256: p.sha256,
      previous_sha256: p.previousSha256,
      stamped_at: p.stampedAt,
      until: p.until,
      stored_at: p.storedAt,
      confirmed_at: p.confirmedAt,
      refused_at: null,
      again: 0,
      lacks_lists: p.lacksLists,
    })
    .execute()
}

/** Takes back ours from this number on: the deciding side's counts in their place. */
export async function dropOwnFrom(tx: Tx, session: string, number: number): Promise<void> {
  await tx
    .deleteFrom('signing_preservation')
    .where('session', '=', session)
    .where('number', '>=', number)
    .where('side', '=', 'ours')
    .execute()
}

export async function setConfirmed(tx: Tx, session: string, sha256: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('signing_preservation')
    .set({ confirmed_at: at, refused_at: null })
    .where('session', '=', session)
    .where('sha256', '=', sha256)
    .execute()
}

export async function setRefused(tx: Tx, session: string, sha256: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('signing_preservation')
    .set({ refused_at: at })
    .where('session', '=', session)
    .where('sha256', '=', sha256)
    .where('confirmed_at', 'is', null)
    .execute()
}

/** Counts one more offer, and forgets the refusal. @returns which offer it is */
export async function countOffer(tx: Tx, session: string, number: number): Promise<number> {
  const { again } = await tx
    .updateTable('signing_preservation')
    .set((eb) => ({ again: eb('again', '+', 1), refused_at: null }))
    .where('session', '=', session)
    .where('number', '=', number)
    .returning('again')
    .executeTakeFirstOrThrow()
  return again
}

/** Sessions that concluded, the longest ago first, with what their due times hang on. */
export async function concludedSessions(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('signing_session')
    .select('id')
    .where('state', '=', 'concluded')
    .orderBy('concluded_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** What the partner refused before this instant. */
export async function refusedBefore(db: Db, before: Temporal.Instant) {
  return db
    .selectFrom('signing_preservation')
    .select(['session', 'number'])
    .where('refused_at', '<', before)
    .where('side', '=', 'ours')
    .orderBy('session')
    .orderBy('number')
    .execute()
}
