/** A site tells us that it links a story of ours. Believed only after its page has been read, later, from the outbox. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { queue } from '#src/platform/record.ts'
import type { StoryHouse } from './house.ts'
import { enterMention } from './mention-store.ts'
import { findPublished } from './published-store.ts'
import { refuse } from './story.ts'

/** The outbox topic of mentions to be looked at. */
export const checkTopic = 'webmention_check'
/** Waiting for a look at once, from everybody: beyond, senders are asked to come again later. */
const mostWaiting = 500

export interface Told {
  source: string
  target: string
  at: Temporal.Instant
}

/**
 * Takes note of a mention, to be looked at.
 * @throws Refusal `mention_malformed`; `mention_not_ours` where the target is no story the public can read
 * @returns false where too many wait already
 */
export async function tellOfMention(db: Db, house: StoryHouse, { source, target, at }: Told): Promise<boolean> {
  if (!isWebAddress(source) || !isWebAddress(target) || source === target) refuse('mention_malformed', {}, 400)
  const place = placeOf(house, target) ?? refuse('mention_not_ours', {}, 400)
  const story = await findPublished(db, place.slug)
  if (!story) return refuse('mention_not_ours', {}, 400)
  if ((await waiting(db)) >= mostWaiting) return false
  await db.transaction().execute(async (tx) => {
    const entered = { id: crypto.randomUUID(), source, target, story: story.id, language: place.language }
    const mention = await enterMention(tx, { ...entered, received_at: at })
    await queue(tx, at, [{ topic: checkTopic, stream: `${checkTopic}:${new URL(source).host}`, body: { mention } }])
  })
  return true
}

const isWebAddress = (text: string) =>
  text.length <= 2000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** Which story an address of ours means. */
function placeOf({ publicUrl }: StoryHouse, target: string): { slug: string; language: Language } | undefined {
  const { origin, pathname } = new URL(target)
  const found = /^\/(en|zh)\/news\/([a-z0-9-]+)$/.exec(pathname)
  if (!found || origin !== new URL(publicUrl).origin) return undefined
  return { language: found[1] as Language, slug: found[2]! }
}

async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from outbox where topic = ${checkTopic} and done_at is null`.execute(db)
  return rows[0]!.n
}
