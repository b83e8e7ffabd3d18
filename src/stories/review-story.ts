/** Handing in, approving, asking for changes. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { accountsWithRole, actorOf } from '#src/platform/people/index.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { permit, type WritersStory } from './access.ts'
import { approvalsOf, clearApprovals, saveApproval } from './approval-store.ts'
import { offerTakenBack } from './change-content.ts'
import { headlineOf } from './content.ts'
import { readContent } from './content-of.ts'
import { isPaired, type StoryHouse } from './house.ts'
import { mailWords } from './mail-words.ts'
import { offerStory } from './offer-story.ts'
import { isAuthor, lockStory, type Story, saveStory } from './store.ts'
import { move, refuse } from './story.ts'

const about = (story: Story) => ({ kind: 'story', id: story.id })
const title = ({ translations }: Story) => ({
  en: headlineOf(translations, 'en'),
  zh: headlineOf(translations, 'zh'),
})

/** A writer hands the story in. Editors are written to. @throws Refusal `story_headline_missing` */
export async function submitStory(db: Db, { person, story }: WritersStory, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const state = permit(person, before, 'submit')
    if (headlineOf(before.translations, 'en') === '') refuse('story_headline_missing', {}, 422)
    await saveStory(tx, { ...before, state })
    const editors = (await accountsWithRole(tx, 'editor')).filter(({ id }) => id !== person.account.id)
    const then = editors.map(({ id }) =>
      mail({
        to: { account: id },
        subject: mailWords.handedInSubject(title(before)),
        text: mailWords.handedInText(title(before)),
        path: `/stories/${before.id}`,
      }),
    )
    await record(tx, { at, by: actorOf(person), about: about(before), act: 'story.submitted', then })
  })
}

export interface ApprovalInput {
  /** Of the content the approver had before them. */
  hash: string
  at: Temporal.Instant
}

/**
 * An editor who did not write in it approves; a joint story is then offered to the partner.
 * @throws Refusal `story_changed_meanwhile` where it is no longer what the approver read, `story_author_may_not_approve`
 */
export async function approveStory(
  db: Db,
  house: StoryHouse,
  { person, story }: WritersStory,
  { hash: read, at }: ApprovalInput,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    permit(person, before, 'approve')
    if (await isAuthor(tx, before, person.account.id)) refuse('story_author_may_not_approve', {}, 403)
    const { content, hash } = await readContent(tx, before)
    if (hash !== read) refuse('story_changed_meanwhile')
    const approvals = await approvalsOf(tx, before.id)
    if (approvals.some((a) => a.side === 'ours' && a.hash === hash)) refuse('story_already_approved')
    const byName = person.account.name.latin
    await saveApproval(tx, before.id, { side: 'ours', hash, account: person.account.id, byName, at })
    const joint = before.joint && before.partner
    if (joint && !(await isPaired(house, tx, joint))) refuse('story_partner_has_no_node')
    const then = joint ? await offerStory(tx, before, { content, hash, byName, at }) : []
    const offers = before.offers + (joint ? 1 : 0)
    await saveStory(tx, { ...before, offers })
    await record(tx, {
      at,
      by: actorOf(person),
      about: about(before),
      act: joint ? 'story.approved_and_offered' : 'story.approved',
      detail: { hash },
      then,
    })
    await settleApprovals(tx, { ...before, offers }, at)
  })
}

/** Once all the approvals there must be are of the content as it is, the story is approved. */
export async function settleApprovals(tx: Tx, story: Story, at: Temporal.Instant): Promise<void> {
  if (story.state !== 'in_review') return
  const { hash } = await readContent(tx, story)
  const sides = (await approvalsOf(tx, story.id)).filter((a) => a.hash === hash).map((a) => a.side)
  if (!sides.includes('ours') || (story.joint && !sides.includes('theirs'))) return
  await saveStory(tx, { ...story, state: move(story, 'complete_approvals') })
  const act = story.joint ? 'story.approved_by_both' : 'story.approval_complete'
  await record(tx, { at, by: { kind: 'node' }, about: about(story), act })
}

/** An editor sends the story back, with words. @throws Refusal `story_reason_missing` */
export async function askForChanges(
  db: Db,
  { person, story }: WritersStory,
  { reason, at }: { reason: string; at: Temporal.Instant },
): Promise<void> {
  if (reason === '') refuse('story_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const before = (await lockStory(tx, story.id))!
    const state = permit(person, before, 'ask_changes')
    await sendBack(tx, before, { state, reason, by: actorOf(person), act: 'story.changes_asked', at })
  })
}

/** Ends the approvals there are and notes why. */
export async function sendBack(
  tx: Tx,
  before: Story,
  o: { state: Story['state']; reason: string; by: Actor; act: string; at: Temporal.Instant },
): Promise<void> {
  const cleared = (await clearApprovals(tx, before.id, o.at)) > 0
  await saveStory(tx, { ...before, state: o.state, scheduledAt: null })
  const then = cleared && o.by.kind === 'account' ? offerTakenBack(before, o.at) : []
  const detail = { reason: o.reason, cleared }
  await record(tx, { at: o.at, by: o.by, about: about(before), act: o.act, detail, then })
}
