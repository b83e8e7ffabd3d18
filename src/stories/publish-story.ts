/** Publishing at once or at an instant, correcting, withdrawing. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { permit, type WritersStory } from './access.ts'
import type { Bilingual } from './content.ts'
import { readContent } from './content-of.ts'
import { editionHash, insertNote } from './edition-store.ts'
import type { StoryHouse } from './house.ts'
import { mentionsToSend } from './mentions-to-send.ts'
import { blockersNow, partnerTold, release } from './release-story.ts'
import { lockStory, type Story, saveStory } from './store.ts'
import { refuse } from './story.ts'

const about = (story: Story) => ({ kind: 'story', id: story.id })

/** @throws Refusal with the first thing that stands in the way */
async function nothingInTheWay(tx: Tx, story: Story, at: Temporal.Instant): Promise<void> {
  const [first] = await blockersNow(tx, story, at)
  if (first) refuse(first.reason, first.details)
}

/** An editor publishes now. @throws Refusal with what stands in the way */
export async function publishStory(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    // Asked first: whoever presses "publish" on a draft hears what is missing, and not only that a draft cannot be published.
    await nothingInTheWay(tx, before, at)
    const state = permit(person, before, 'publish')
    const { story: after, then } = await release(tx, house, { ...before, state }, at)
    await saveStory(tx, after)
    const detail = { edition: after.edition, slug: after.slug }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.published', detail, then })
  })
}

/** An editor names the instant of publication. Checked for that instant now, and again when it has come. */
export async function scheduleStory(
  db: Db,
  { person, story }: WritersStory,
  { when, at }: { when: Temporal.Instant; at: Temporal.Instant },
): Promise<void> {
  if (Temporal.Instant.compare(when, at) <= 0) refuse('story_time_past', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    await nothingInTheWay(tx, before, when)
    const state = permit(person, before, 'schedule')
    await saveStory(tx, { ...before, state, scheduledAt: when })
    const detail = { when: when.toString() }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.scheduled', detail })
  })
}

export async function unscheduleStory(db: Db, { person, story }: WritersStory, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const state = permit(person, before, 'unschedule')
    await saveStory(tx, { ...before, state, scheduledAt: null })
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.unscheduled' })
  })
}

/** An editor sets or lifts the embargo. It is no part of what is approved. */
export async function setEmbargo(
  db: Db,
  { person, story }: WritersStory,
  { until, at }: { until: Temporal.Instant | null; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    permit(person, before, 'edit')
    const late = until && before.scheduledAt && Temporal.Instant.compare(before.scheduledAt, until) < 0
    if (late) refuse('story_embargoed', { until: until.toString() })
    await saveStory(tx, { ...before, embargoUntil: until })
    const detail = { until: until?.toString() ?? null }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.embargo_set', detail })
  })
}

export interface NoteInput {
  note: Bilingual
  at: Temporal.Instant
}

const noteNeeded = ({ note }: NoteInput) => {
  if (note.en === '' && note.zh === '') refuse('story_note_missing', {}, 422)
}

/** An editor puts out the changed and approved text, with a note every reader sees. */
export async function correctStory(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  input: NoteInput,
): Promise<void> {
  const { at, note } = input
  noteNeeded(input)
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const state = permit(person, before, 'correct')
    const { hash } = await readContent(tx, before)
    if (hash === (await editionHash(tx, before.id, before.edition))) refuse('story_nothing_to_correct')
    await nothingInTheWay(tx, before, at)
    const { story: after, then } = await release(tx, house, { ...before, state }, at)
    await insertNote(tx, { story: before.id, kind: 'correction', edition: after.edition, note, at })
    await saveStory(tx, after)
    const detail = { edition: after.edition }
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.corrected', detail, then })
  })
}

/** An editor takes the story back from the public; its address answers with the note for ever. */
export async function withdrawStory(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  input: NoteInput,
): Promise<void> {
  const { at, note } = input
  noteNeeded(input)
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const after: Story = { ...before, state: permit(person, before, 'withdraw'), modifiedAt: at }
    await insertNote(tx, { story: before.id, kind: 'withdrawal', edition: before.edition, note, at })
    await saveStory(tx, after)
    // Sites we link are told as well: they look again, find the story gone, and take their mention away.
    const mentions = await mentionsToSend(tx, house, after, ['en', 'zh'])
    const then = [...(await partnerTold(tx, house, after, before)), ...mentions]
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.withdrawn', then })
  })
}
