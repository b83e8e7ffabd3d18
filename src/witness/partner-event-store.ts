/** SQL of what entries of partners' logs say in clear, as their nodes told us. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'

export interface PartnerEvent {
  index: number
  event: string
  about: { kind: string; id: string }
  at: Temporal.Instant
  salt: Uint8Array
  facts: Record<string, Json>
}

/** What was told once stays: an entry never changes. */
export async function savePartnerEvents(
  tx: Tx,
  origin: string,
  told: PartnerEvent[],
  told_at: Temporal.Instant,
): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ index, event, about, at, salt, facts }) => ({
    ...{ origin, index, event, at, told_at },
    about_kind: about.kind,
    about_id: about.id,
    salt: Buffer.from(salt),
    facts: JSON.stringify(facts),
  }))
  await tx
    .insertInto('tlog_partner_event')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** What a partner's log says of one thing, oldest first. */
export async function partnerEventsAbout(db: Db, origin: string, kind: string, id: string): Promise<PartnerEvent[]> {
  const rows = await db
    .selectFrom('tlog_partner_event')
    .selectAll()
    .where('origin', '=', origin)
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .orderBy('index')
    .execute()
  return rows.map(({ index, event, about_kind, about_id, at, salt, facts }) => ({
    ...{ index: Number(index), event, at, salt },
    about: { kind: about_kind, id: about_id },
    facts: facts as PartnerEvent['facts'],
  }))
}

export async function erasePartnerEvents(tx: Tx, kind: string, id: string): Promise<void> {
  await tx.deleteFrom('tlog_partner_event').where('about_kind', '=', kind).where('about_id', '=', id).execute()
}
