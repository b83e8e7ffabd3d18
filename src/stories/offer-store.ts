/** SQL of stories that partners offer us to approve. */
import { sql } from 'kysely'
import { ourDay } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { StoryContent } from './content.ts'
import './tables.ts'
import type { OfferTable } from './tables.ts'

export interface Offer {
  /** The partner's id of the story. */
  story: string
  partner: string
  number: number
  state: OfferTable['state']
  content: StoryContent
  hash: string
  embargoUntil: Temporal.Instant | null
  byName: string
  receivedAt: Temporal.Instant
  answered: { by: string; at: Temporal.Instant } | null
  words: string
}

type Row = Omit<OfferTable, 'content'> & { content: StoryContent }

const toOffer = (r: Row): Offer => ({
  story: r.story,
  partner: r.partner,
  number: r.number,
  state: r.state,
  content: r.content,
  hash: r.content_hash,
  embargoUntil: r.embargo_until,
  byName: r.by_name,
  receivedAt: r.received_at,
  answered: r.answered_by === null ? null : { by: r.answered_by, at: r.answered_at! },
  words: r.words,
})

/** Every offer, those that wait for us first. */
export async function offers(db: Db): Promise<Offer[]> {
  const rows = await db.selectFrom('story_offer').selectAll().orderBy('received_at', 'desc').limit(200).execute()
  const all = rows.map((row) => toOffer(row as Row))
  return [...all.filter((o) => o.state === 'waiting'), ...all.filter((o) => o.state !== 'waiting')]
}

export async function findOffer(db: Db, story: string): Promise<Offer | undefined> {
  const row = await db.selectFrom('story_offer').selectAll().where('story', '=', story).executeTakeFirst()
  return row && toOffer(row as Row)
}

export async function lockOffer(tx: Tx, story: string): Promise<Offer | undefined> {
  const row = await tx.selectFrom('story_offer').selectAll().where('story', '=', story).forUpdate().executeTakeFirst()
  return row && toOffer(row as Row)
}

export async function saveOffer(tx: Tx, o: Offer): Promise<void> {
  const row = {
    partner: o.partner,
    number: o.number,
    state: o.state,
    content: JSON.stringify(o.content),
    content_hash: o.hash,
    embargo_until: o.embargoUntil,
    by_name: o.byName,
    received_at: o.receivedAt,
    answered_by: o.answered?.by ?? null,
    answered_at: o.answered?.at ?? null,
    words: o.words,
  }
  await tx
    .insertInto('story_offer')
    .values({ story: o.story, ...row })
    .onConflict((c) => c.column('story').doUpdateSet(row))
    .execute()
}

/** Notes that a photograph of a partner's story has arrived. */
export async function saveOfferPhoto(tx: Tx, story: string, sha256: string): Promise<void> {
  await tx
    .insertInto('story_offer_photo')
    .values({ story, sha256 })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** SHA-256 of the photographs of a partner's story that are here. */
export async function offerPhotos(db: Db, story: string): Promise<string[]> {
  const rows = await db.selectFrom('story_offer_photo').select('sha256').where('story', '=', story).execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Offers whose photographs are still here though their story is not out, and that ended before a day. */
export async function offersWithPhotosDue(db: Db, before: string) {
  const { rows } = await sql<{ story: string; en: string; zh: string; ended: Temporal.PlainDate }>`
    select o.story, content->'translations'->'en'->>'headline' as en, content->'translations'->'zh'->>'headline' as zh,
      ${ourDay(sql`coalesce(answered_at, received_at)`)} as ended
    from story_offer o
    where o.state <> 'waiting' and ${ourDay(sql`coalesce(answered_at, received_at)`)} < ${before}::date
      and exists (select from story_offer_photo p where p.story = o.story)
      and not exists (select from story_heard h where h.story = o.story and h.state <> 'withdrawn')
    order by coalesce(answered_at, received_at), o.story`.execute(db)
  return rows
}

/** @returns the files they were */
export async function forgetOfferPhotos(tx: Tx, story: string): Promise<string[]> {
  const gone = await tx.deleteFrom('story_offer_photo').where('story', '=', story).returning('sha256').execute()
  return gone.map(({ sha256 }) => sha256)
}
