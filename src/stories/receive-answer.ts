/** The partner's editors have answered: their approval counts for exactly the content they read. */
import type { z } from 'zod'
import { findInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { saveApproval } from './approval-store.ts'
import { headlineOf } from './content.ts'
import { readContent } from './content-of.ts'
import { mailWords } from './mail-words.ts'
import { sendBack, settleApprovals } from './review-story.ts'
import { lockStory, type Story } from './store.ts'
import { allows, move, refuse } from './story.ts'
import type { answerShape } from './wire.ts'

type Body = z.infer<typeof answerShape>

export async function receiveAnswer(tx: Tx, m: Received, body: Body): Promise<void> {
  const before = (await lockStory(tx, m.about)) ?? refuse('story_offer_gone', {}, 404)
  if (before.partner !== m.from) refuse('story_not_the_partner', {}, 403)
  if (body.number > before.offers) throw new NotYet('offer_missing')
  const { hash } = await readContent(tx, before)
  // An answer to what has changed since says nothing about what it is now.
  if (body.number < before.offers || body.hash !== hash) return
  const by = { kind: 'partner' as const, institution: m.from, name: body.byName }
  if (body.decision === 'approved') await approved(tx, before, by, body, m.at)
  else if (allows(before, 'partner_asks_changes')) {
    const state = move(before, 'partner_asks_changes')
    const act = 'story.changes_asked_by_partner'
    await sendBack(tx, before, { state, reason: body.words, by, act, at: m.at })
  }
  await tellEditors(tx, before, by, body, m.at)
}

async function approved(
  tx: Tx,
  story: Story,
  by: { kind: 'partner'; institution: string; name: string },
  { hash, byName, words, at }: Body,
  now: Temporal.Instant,
): Promise<void> {
  await saveApproval(tx, story.id, { side: 'theirs', hash, account: null, byName, at })
  const about = { kind: 'story', id: story.id }
  await record(tx, { at: now, by, about, act: 'story.approved_by_partner', detail: { hash, words } })
  await settleApprovals(tx, story, now)
}

async function tellEditors(
  tx: Tx,
  story: Story,
  by: { kind: 'partner'; institution: string; name: string },
  body: Body,
  at: Temporal.Instant,
): Promise<void> {
  const partner = (await findInstitution(tx, story.partner!))!.short
  const title = { en: headlineOf(story.translations, 'en'), zh: headlineOf(story.translations, 'zh') }
  const then = (await accountsWithRole(tx, 'editor')).map(({ id }) =>
    mail({
      to: { account: id },
      subject: mailWords.answeredSubject(title, partner, body.decision === 'approved'),
      text: mailWords.answeredText(title, partner, body.words),
      path: `/stories/${story.id}`,
    }),
  )
  const about = { kind: 'story', id: story.id }
  await record(tx, { at, by, about, act: 'story.answer_received', detail: { decision: body.decision }, then })
}
