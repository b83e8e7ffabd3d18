/** What editors of two universities do about one story: written, offered, sent back, taken back, approved by both, published. */
import assert from 'node:assert/strict'
import { holdStory, seeOffer } from '#src/stories/access.ts'
import { addPhoto } from '#src/stories/add-photo.ts'
import { answerOffer } from '#src/stories/answer-offer.ts'
import { approvalsOf } from '#src/stories/approval-store.ts'
import { approvePhoto, notePermission } from '#src/stories/approve-photo.ts'
import { savePhotoText, stampOf } from '#src/stories/change-photo.ts'
import { readContent } from '#src/stories/content-of.ts'
import { editionHash } from '#src/stories/edition-store.ts'
import type { StoryHouse } from '#src/stories/index.ts'
import { findOffer, offers } from '#src/stories/offer-store.ts'
import { photosOf } from '#src/stories/photo-store.ts'
import { publishStory } from '#src/stories/publish-story.ts'
import { lockHeard } from '#src/stories/related-store.ts'
import { approveStory, askForChanges, submitStory } from '#src/stories/review-story.ts'
import { saveText } from '#src/stories/save-story.ts'
import { startBlank } from '#src/stories/start-story.ts'
import { type Story, stories } from '#src/stories/store.ts'
import { formOfStory } from '#src/stories/story-form.ts'
import { phonePhoto } from '#test/support/stories.ts'
import { type Desk, type Scene, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

/** The story of a play has the play's name in its headline. */
const storyOf = async ({ office }: Desk, play: string): Promise<Story | undefined> =>
  (await stories(office.database.db)).find(({ translations }) => translations.en.headline === play)

const houseOf = ({ node, sites }: Scene): StoryHouse => ({
  publicUrl: node.office.publicUrl,
  sites: async () =>
    Object.entries(sites)
      .filter(([ror]) => ror !== node.office.ror)
      .map(([ror, origin]) => ({ ror, origin })),
})

export const report = (scene: Scene) => (scene.which === 'first' ? write(scene) : answer(scene))

async function write(scene: Scene): Promise<string | undefined> {
  const { node, play, at } = scene
  const story = await storyOf(node, play)
  if (!story) return begin(scene)
  if (story.state === 'draft' || story.state === 'changes_requested') return rewrite(scene, story)
  if (story.state === 'in_review') return review(scene, story)
  if (story.state !== 'approved') return undefined
  const undone = await photograph(scene, story)
  if (undone) return undone
  const { db } = node.office.database
  await publishStory(db, houseOf(scene), await holdStory(db, await visitor(node, 'editor'), story.id), at)
  return 'published'
}

async function begin(scene: Scene): Promise<string> {
  const { node, play, at } = scene
  const { db } = node.office.database
  const officer = await visitor(node, 'officer')
  const id = await startBlank(db, officer, at)
  await save(scene, await holdStory(db, officer, id), play)
  return 'story'
}

/** What the story says after it was offered so many times. */
const bodyAfter = (offered: number) => ({ en: `Told ${offered} times.`, zh: `第${offered + 1}稿。` })

async function save({ node, sites, at }: Scene, held: Awaited<ReturnType<typeof holdStory>>, headline: string) {
  const { story } = held
  const partner = Object.keys(sites).find((ror) => ror !== node.office.ror)!
  const body = bodyAfter(story.offers)
  const text = (one: 'en' | 'zh') => ({ headline, summary: '', body: body[one], ready: true })
  const form = { ...formOfStory(story), partner, joint: true, translations: { en: text('en'), zh: text('zh') } }
  await saveText(node.office.database.db, held, form, at)
}

async function rewrite(scene: Scene, story: Story): Promise<string> {
  const undone = await photograph(scene, story)
  if (undone) return undone
  const { node, play, at } = scene
  const { db } = node.office.database
  const held = await holdStory(db, await visitor(node, 'officer'), story.id)
  if (story.translations.en.body !== bodyAfter(story.offers).en) {
    await save(scene, held, play)
    return 'rewritten'
  }
  await submitStory(db, held, at)
  return 'handed in'
}

const picture = phonePhoto({ width: 480 })
const described = { en: 'Two people sign.', zh: '两人签字。' }

/** One photograph, described, with its use permitted and an editor's yes. @returns what was missing, and is done now */
async function photograph({ node, at }: Scene, story: Story): Promise<string | undefined> {
  const { db } = node.office.database
  const held = async (who: 'officer' | 'editor') => holdStory(db, await visitor(node, who), story.id)
  const [photo] = await photosOf(db, story.id)
  if (!photo) {
    await addPhoto(db, await held('officer'), { bytes: await picture, at })
    return 'photograph'
  }
  const { number } = photo
  if (photo.alt.en === '') {
    await savePhotoText(db, await held('officer'), {
      number,
      text: { ...photo, alt: described },
      stamp: stampOf(photo),
      at,
    })
    return 'photograph described'
  }
  if (photo.permissions.length === 0) {
    const given = { number, purpose: 'site' as const, givenBy: 'Press office', givenOn: '2026-09-01', at }
    await notePermission(db, await held('officer'), given)
    return 'photograph permitted'
  }
  if (photo.approved) return undefined
  await approvePhoto(db, await held('editor'), { number, stamp: stampOf(photo), at })
  return 'photograph approved'
}

/** Approves and offers; what was offered a second time is taken back before it was answered. */
async function review(scene: Scene, story: Story): Promise<string | undefined> {
  const { node, at } = scene
  const { db } = node.office.database
  const { hash } = await readContent(db, story)
  const approvals = await approvalsOf(db, story.id)
  const editor = await visitor(node, 'editor')
  if (!approvals.some((a) => a.side === 'ours' && a.hash === hash)) {
    await approveStory(db, houseOf(scene), await holdStory(db, editor, story.id), { hash, at })
    return 'offered'
  }
  if (story.offers !== 2) return undefined
  await askForChanges(db, await holdStory(db, editor, story.id), { reason: 'A name is missing.', at })
  return 'taken back'
}

/** Changes are asked of the first offer, the second is left alone, and what comes after it approved. */
async function answer({ node, play, at }: Scene): Promise<string | undefined> {
  const { db } = node.office.database
  const offer = (await offers(db)).find(({ content }) => content.translations.en.headline === play)
  if (offer?.state !== 'waiting' || offer.number === 2) return undefined
  const editor = await visitor(node, 'editor')
  const decision = offer.number === 1 ? ('changes_asked' as const) : ('approved' as const)
  const { offer: seen } = await seeOffer(db, editor, offer.story)
  await answerOffer(db, editor, seen, { decision, words: 'Who signed?', hash: seen.hash, at })
  return decision
}

/** Published once, of the very content both approved, and known to the partner. */
export async function toldTogether({ first, second }: Record<Which, Desk>, play: string): Promise<void> {
  const [here, there] = [first.office.database.db, second.office.database.db]
  const story = await storyOf(first, play)
  assert.deepEqual([story?.state, story?.edition], ['published', 1])
  const { id } = story!
  const offer = (await findOffer(there, id))!
  const { hash } = await readContent(here, story!)
  const sides = (await approvalsOf(here, id)).filter((a) => a.hash === hash).map(({ side }) => side)
  assert.deepEqual(sides.sort(), ['ours', 'theirs'])
  assert.deepEqual([offer.hash, offer.state, offer.number], [hash, 'approved', story!.offers])
  assert.equal(await editionHash(here, id, 1), hash)
  const heard = await there.transaction().execute((tx) => lockHeard(tx, id))
  assert.deepEqual([heard?.edition, heard?.state], [1, 'published'])
  assert.ok(heard!.url.en.endsWith(`/${story!.slug}`))
}
