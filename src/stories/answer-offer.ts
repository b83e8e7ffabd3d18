/** Our editor answers a story the partner offers: yes to exactly this content, or what to change. */
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { record } from '#src/platform/record.ts'
import { lockOffer, type Offer, saveOffer } from './offer-store.ts'
import { refuse } from './story.ts'

export interface OfferAnswer {
  decision: 'approved' | 'changes_asked'
  words: string
  /** Of the content the editor had before them. */
  hash: string
  at: Temporal.Instant
}

/** Whether an editor can answer now: one who approved may still ask for changes while it stands. */
export const mayAnswer = ({ state }: Pick<Offer, 'state'>): boolean => state !== 'withdrawn'

/** @throws Refusal `story_offer_gone` where it was taken back or replaced, `story_reason_missing` for changes without words */
export async function answerOffer(db: Db, editor: Visitor, offer: Offer, answer: OfferAnswer): Promise<void> {
  const { decision, words, hash, at } = answer
  if (decision === 'changes_asked' && words === '') refuse('story_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockOffer(tx, offer.story))!
    if (!mayAnswer(before) || before.hash !== hash) refuse('story_offer_gone')
    if (before.state === decision) return
    const byName = editor.account.name.latin
    await saveOffer(tx, { ...before, state: decision, words, answered: { by: byName, at } })
    const body = { number: before.number, hash, decision, words, byName, at: at.toString() }
    await record(tx, {
      at,
      by: actorOf(editor),
      about: { kind: 'story_offer', id: before.story },
      act: decision === 'approved' ? 'story.offer_approved' : 'story.offer_changes_asked',
      detail: { hash, words },
      then: [message(before.partner, 'story.approval', before.story, body)],
    })
  })
}
