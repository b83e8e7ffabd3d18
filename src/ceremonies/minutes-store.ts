/** SQL of minutes and thanks. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './around-tables.ts'
import type { MinutesTable } from './around-tables.ts'
import type { HeldMinutes } from './minutes.ts'

/** Drafts too: who may read which is the caller’s to say. */
export async function findMinutes(db: Db, ceremony: string): Promise<HeldMinutes | undefined> {
  const found = await db.selectFrom('ceremony_minutes').selectAll().where('ceremony', '=', ceremony).executeTakeFirst()
  const r = found as unknown as MinutesTable | undefined
  return (
    r && {
      state: r.state,
      version: r.version,
      minutes: r.minutes as unknown as HeldMinutes['minutes'],
      hash: r.hash,
      ours: r.ours_at && { at: r.ours_at, byName: r.ours_by! },
      theirs: r.theirs_at && { at: r.theirs_at, byName: r.theirs_by! },
      asked: r.asked === null ? null : { text: r.asked, byName: r.asked_by!, at: r.asked_at! },
    }
  )
}

/** Saves the minutes whole; those before are overwritten. */
export async function saveMinutes(tx: Tx, ceremony: string, m: HeldMinutes): Promise<void> {
  const row = {
    state: m.state,
    version: m.version,
    minutes: JSON.stringify(m.minutes),
    hash: m.hash,
    ours_at: m.ours?.at ?? null,
    ours_by: m.ours?.byName ?? null,
    theirs_at: m.theirs?.at ?? null,
    theirs_by: m.theirs?.byName ?? null,
    asked: m.asked?.text ?? null,
    asked_by: m.asked?.byName ?? null,
    asked_at: m.asked?.at ?? null,
  }
  await tx
    .insertInto('ceremony_minutes')
    .values({ ceremony, ...row })
    .onConflict((c) => c.column('ceremony').doUpdateSet(row))
    .execute()
}

/** Ids of our guests who have been thanked. */
export async function thanked(db: Db, ceremony: string): Promise<Set<string>> {
  const rows = await db.selectFrom('ceremony_thanks').select('guest').where('ceremony', '=', ceremony).execute()
  return new Set(rows.map(({ guest }) => guest))
}

/** Somebody thanked before stays so. */
export async function noteThanked(tx: Tx, ceremony: string, guests: string[], at: Temporal.Instant): Promise<void> {
  const rows = guests.map((guest) => ({ ceremony, guest, sent_at: at }))
  await tx
    .insertInto('ceremony_thanks')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
