/** The one way to the public: an edition is made of the working copy, if nothing stands in the way, and everyone is told. */
import { findInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import type { Following } from '#src/platform/record.ts'
import { approvalsOf } from './approval-store.ts'
import { type Blocker, blockersOf } from './blockers.ts'
import { readyLanguages, type StoryContent } from './content.ts'
import { readContent } from './content-of.ts'
import { insertEdition } from './edition-store.ts'
import { isPaired, type StoryHouse } from './house.ts'
import { mentionsToSend } from './mentions-to-send.ts'
import { storyPath } from './published.ts'
import { slugOf } from './slug.ts'
import { type Story, slugHolder } from './store.ts'

/** What stands in the way now. */
export async function blockersNow(tx: Tx, story: Story, at: Temporal.Instant): Promise<Blocker[]> {
  const { hash, photos } = await readContent(tx, story)
  const partner = story.partner ? (await findInstitution(tx, story.partner))?.short : undefined
  return blockersOf({ story, photos, hash, partner, approvals: await approvalsOf(tx, story.id) }, at)
}

/** Makes the next edition. Whoever calls has asked `blockersNow` and saves the story returned. */
export async function release(
  tx: Tx,
  house: StoryHouse,
  before: Story,
  at: Temporal.Instant,
): Promise<{ story: Story; then: Following[] }> {
  const { content, hash } = await readContent(tx, before)
  const story: Story = {
    ...before,
    slug: before.slug ?? (await freeSlug(tx, before)),
    edition: before.edition + 1,
    publishedAt: before.publishedAt ?? at,
    modifiedAt: at,
    scheduledAt: null,
  }
  await insertEdition(tx, { story: story.id, number: story.edition, content, hash, at })
  const told = await partnerTold(tx, house, story, content)
  return { story, then: [...told, ...(await mentionsToSend(tx, house, story, readyLanguages(content)))] }
}

/** From the headline; with a number behind it where the address is taken. */
async function freeSlug(tx: Tx, story: Story): Promise<string> {
  const day = story.heldOn?.toString()
  const wanted = slugOf(story.translations.en.headline) || (day ? `story-${day}` : `story-${story.id.slice(0, 8)}`)
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    const holder = await slugHolder(tx, slug)
    if (!holder || holder === story.id) return slug
  }
}

/** Tells the partner the story is about where it stands, so that their editors can link it. */
export async function partnerTold(
  tx: Tx,
  house: StoryHouse,
  story: Story,
  content: Pick<StoryContent, 'translations'>,
): Promise<Following[]> {
  if (!story.partner || !(await isPaired(house, tx, story.partner))) return []
  const ready = readyLanguages(content)
  const said = (language: 'en' | 'zh', text: string) => (ready.includes(language) ? text : '')
  const url = (language: 'en' | 'zh') => said(language, `${house.publicUrl}${storyPath(story.slug!, language)}`)
  const { en, zh } = content.translations
  const body = {
    edition: story.edition,
    state: story.state === 'withdrawn' ? 'withdrawn' : story.edition > 1 ? 'corrected' : 'published',
    url: { en: url('en'), zh: url('zh') },
    headline: { en: said('en', en.headline), zh: said('zh', zh.headline) },
    agreement: story.agreement,
    ceremony: story.ceremony,
    heldOn: story.heldOn?.toString() ?? null,
    publishedAt: story.publishedAt!.toString(),
  }
  return [message(story.partner, 'story.published', story.id, body)]
}
