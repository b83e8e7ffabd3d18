/**
 * Our database was set back to before some of our own messages about stories; the partner's node has given them back. An offer carries the
 * whole story, so it can be written down again; of its photographs only what crossed, without the uses that were permitted.
 */
import type { z } from 'zod'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { NotYet, type Sent } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { approvalsOf, clearApprovals, saveApproval } from './approval-store.ts'
import type { StoryContent } from './content.ts'
import { readContent } from './content-of.ts'
import { insertEdition } from './edition-store.ts'
import { lockOffer, saveOffer } from './offer-store.ts'
import { photosAgain } from './photos-again.ts'
import { blankStory } from './start-story.ts'
import { insertStory, lockStory, type Story, saveStory } from './store.ts'
import { allows, move, refuse } from './story.ts'
import type { answerShape, offerPhotoShape, offerShape, publishedShape, takenBackShape } from './wire.ts'

type Body<Shape extends z.ZodType> = z.output<Shape>

/** What a message does not carry whole has to be done again by people. */
const byHand = (): never => {
  throw new Refusal('by_hand', {})
}

async function noted(tx: Tx, { about: id, at }: Sent, kind: 'story' | 'story_offer' = 'story'): Promise<void> {
  await record(tx, { at, by: { kind: 'node' }, about: { kind, id }, act: 'story.taken_back' })
}

/** Its bytes; which photograph it is says the offer that follows. */
export async function sayOfferPhotoAgain(tx: Tx, body: Body<typeof offerPhotoShape>): Promise<void> {
  const bytes = Buffer.from(body.jpeg, 'base64')
  if (sha256(bytes) !== body.sha256) refuse('story_offer_does_not_fit', {}, 422)
  await putFile(tx, bytes, 'image/jpeg')
}

/** The story as it was offered, with our approval of it. A later offer that is here already stays. */
export async function sayOfferAgain(tx: Tx, sent: Sent, body: Body<typeof offerShape>): Promise<void> {
  const { number, content, hash, byName, at } = body
  const before = await lockStory(tx, sent.about)
  if (before && before.offers >= number) return
  const story = { ...asOffered(before ?? { ...blankStory, id: sent.about }, sent.to, content), offers: number }
  if (before) await saveStory(tx, story)
  else await insertStory(tx, story, at)
  await photosAgain(tx, story.id, content.photos, sent.at)
  if ((await readContent(tx, story)).hash !== hash) byHand()
  await clearApprovals(tx, story.id, sent.at)
  await saveApproval(tx, story.id, { side: 'ours', hash, account: null, byName, at })
  await noted(tx, sent)
}

function asOffered(before: Story, partner: string, content: StoryContent): Story {
  const { section, translations, editors, agreement, ceremony } = content
  const heldOn = content.heldOn === null ? null : Temporal.PlainDate.from(content.heldOn)
  const state = before.edition > 0 ? before.state : 'in_review'
  const said = { section, translations, editors, agreement, ceremony, heldOn, partner }
  return { ...before, ...said, joint: true, state, scheduledAt: null, revision: before.revision + 1 }
}

/** What it was changed to had not crossed yet: it is written again. */
export async function sayOfferTakenBackAgain(
  tx: Tx,
  sent: Sent,
  { number, at }: Body<typeof takenBackShape>,
): Promise<void> {
  const before = await lockStory(tx, sent.about)
  if (!before || before.offers < number) throw new NotYet('offer_missing')
  if (before.offers > number || (await clearApprovals(tx, before.id, at)) === 0) return
  const state = allows(before, 'edit') ? move(before, 'edit') : before.state
  await saveStory(tx, { ...before, state, scheduledAt: null })
  await noted(tx, sent)
}

/** Our answer to an offer of the partner's. */
export async function sayAnswerAgain(tx: Tx, sent: Sent, body: Body<typeof answerShape>): Promise<void> {
  const { number, hash, decision, words, byName, at } = body
  const before = await lockOffer(tx, sent.about)
  if (!before || before.number < number) throw new NotYet('offer_missing')
  if (before.number > number || before.state === 'withdrawn') return
  if (before.hash !== hash) refuse('story_offer_does_not_fit', {}, 422)
  await saveOffer(tx, { ...before, state: decision, words, answered: { by: byName, at } })
  await noted(tx, sent, 'story_offer')
}

/** Public again at its address, if it is the content both approved; the words of a correction or a withdrawal never crossed. */
export async function sayPublishedAgain(tx: Tx, sent: Sent, body: Body<typeof publishedShape>): Promise<void> {
  const { edition, state, url, publishedAt } = body
  const before = await lockStory(tx, sent.about)
  if (before && before.edition >= edition && state !== 'withdrawn') return
  if (!before?.joint || state !== 'published') return byHand()
  const { content, hash } = await readContent(tx, before)
  const sides = (await approvalsOf(tx, before.id)).filter((a) => a.hash === hash).map((a) => a.side)
  if (!sides.includes('ours') || !sides.includes('theirs')) throw new NotYet('approval_missing')
  const slug = (url.en || url.zh).split('/').at(-1)!
  await insertEdition(tx, { story: before.id, number: edition, content, hash, at: publishedAt })
  await saveStory(tx, { ...before, state, slug, edition, publishedAt, modifiedAt: publishedAt, scheduledAt: null })
  await noted(tx, sent)
}
