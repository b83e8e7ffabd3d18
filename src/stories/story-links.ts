/** Links from a story to others: the partner's own story, background. They may change while the story is out. */
import { findInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Following, record } from '#src/platform/record.ts'
import type { WritersStory } from './access.ts'
import { readyLanguages } from './content.ts'
import type { StoryHouse } from './house.ts'
import { mentionOf } from './mentions-to-send.ts'
import { lockHeard, removeRelated, saveRelated, setHeardAside } from './related-store.ts'
import { lockStory, type Story } from './store.ts'
import { isOut, refuse } from './story.ts'

export interface LinkInput {
  url: string
  title: string
  publisher: string
  language: Language
  relation: 'partner_story' | 'background'
}

/** An address of the web, without a fragment or credentials. @throws Refusal `story_address_malformed` */
export function webAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : refuse('story_address_malformed', {}, 422)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || typed.length > 1000) {
    refuse('story_address_malformed', {}, 422)
  }
  url.hash = ''
  return url.href
}

const about = (story: Story) => ({ kind: 'story', id: story.id })

/** Whoever is linked from a story that is out is told. */
const mentions = (house: StoryHouse, story: Story, url: string): Following[] =>
  isOut(story) ? readyLanguages(story).map((language) => mentionOf(house, story.slug!, language, url)) : []

export async function addLink(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  { at, ...typed }: LinkInput & { at: Temporal.Instant },
): Promise<void> {
  const url = webAddress(typed.url)
  const title = typed.title || new URL(url).host
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    await saveRelated(tx, { ...typed, id: crypto.randomUUID(), story: before.id, url, title, added_at: at })
    const then = mentions(house, before, url)
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.link_added', detail: { url }, then })
  })
}

export async function removeLink(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  { link, at }: { link: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const removed = await removeRelated(tx, before.id, link)
    if (!removed) return
    const then = mentions(house, before, removed.url)
    const detail = { url: removed.url }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.link_removed', detail, then })
  })
}

/** Links a story the partner told us of, with one press, in each language it is out in. */
export async function linkHeard(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  { heard, at }: { heard: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const theirs = (await lockHeard(tx, heard)) ?? refuse('story_offer_gone', {}, 404)
    const publisher = (await findInstitution(tx, theirs.partner))!.name
    const then: Following[] = []
    for (const language of ['en', 'zh'] as const) {
      const [url, title] = [theirs.url[language], theirs.headline[language]]
      if (!url || !title) continue
      const to = { url, title, publisher: publisher[language], language, relation: 'partner_story' as const }
      await saveRelated(tx, { ...to, id: crypto.randomUUID(), story: before.id, added_at: at })
      then.push(...mentions(house, before, url))
    }
    await setHeardAside(tx, heard, at)
    const detail = { partner: theirs.partner }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.partner_linked', detail, then })
  })
}
