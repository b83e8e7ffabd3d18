/** From a request to a story, or not. Who may do what with it, as sentences. */

import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, type Visitor, worksHere } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { findOffer, type Offer } from './offer-store.ts'
import { findStory, isAuthor, type Story } from './store.ts'
import { allows, editorsOnly, move, refuse, type StoryAct } from './story.ts'

/** Whoever works in the office sees every story. */
export const maySeeStories = (visitor: Visitor | null): boolean => worksHere(visitor) || holds(visitor, 'editor')

/** Editors approve, publish, correct and withdraw. */
export const isEditor = (visitor: Visitor | null): boolean => holds(visitor, 'editor')

/** Officers and editors write. */
export const mayWrite = (visitor: Visitor | null): boolean => isEditor(visitor) || holds(visitor, 'officer')

/** What the lifecycle opens now: to editors all of it, to officers until the story is handed in. */
export const mayDo = (visitor: Visitor | null, story: Pick<Story, 'state'>, act: StoryAct): boolean =>
  allows(story, act) && (isEditor(visitor) || (mayWrite(visitor) && !editorsOnly(story, act)))

/** An editor approves what somebody else wrote. */
export const mayApprove = (visitor: Visitor | null, story: Pick<Story, 'state'>, wrote: boolean): boolean =>
  mayDo(visitor, story, 'approve') && !wrote

/** The state an act leads to, for somebody who may do it. @throws Refusal for who may not, or where the state does not allow it */
export function permit(person: Visitor, story: Pick<Story, 'state'>, act: StoryAct) {
  const to = move(story, act)
  if (!mayDo(person, story, act)) refuse(mayWrite(person) ? 'story_editors_only' : 'story_writers_only', {}, 403)
  return to
}

export interface SeenStory {
  visitor: Visitor
  story: Story
  us: Institution
  partner: Institution | null
  /** Whether the visitor wrote in what is to become the next edition. */
  wrote: boolean
}

/** Somebody who writes, and the story; what exactly they may do depends on its state. */
export interface WritersStory {
  person: Visitor
  story: Story
}

/** @throws Refusal `sign_in_first` for the public; `not_found` for everyone who may not see it, as if it did not exist */
export async function seeStory(db: Db, visitor: Visitor | null, id: string): Promise<SeenStory> {
  const person = requireStaff(visitor)
  const story = isId(id) ? await findStory(db, id) : undefined
  if (!story) throw new Refusal('not_found', {}, 404)
  const partner = story.partner ? await findInstitution(db, story.partner) : null
  const wrote = await isAuthor(db, story, person.account.id)
  return { visitor: person, story, us: await ourInstitution(db), partner: partner ?? null, wrote }
}

/** @throws Refusal `story_writers_only` for who may only look */
export async function holdStory(db: Db, visitor: Visitor | null, id: string): Promise<WritersStory> {
  const { story, visitor: person } = await seeStory(db, visitor, id)
  if (!mayWrite(person)) refuse('story_writers_only', {}, 403)
  return { person, story }
}

/** Somebody of the office. */
export function requireStaff(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeStories(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

/** Somebody about to begin a story. */
export function requireWriter(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayWrite(visitor)) refuse('story_writers_only', {}, 403)
  return visitor
}

/** An editor, for what is not about one story of ours. */
export function requireEditor(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!isEditor(visitor)) refuse('story_editors_only', {}, 403)
  return visitor
}

/** A story a partner offers us. */
export async function seeOffer(
  db: Db,
  visitor: Visitor | null,
  id: string,
): Promise<{ visitor: Visitor; offer: Offer; us: Institution; partner: Institution }> {
  const person = requireStaff(visitor)
  const offer = isId(id) ? await findOffer(db, id) : undefined
  const partner = offer && (await findInstitution(db, offer.partner))
  if (!offer || !partner) throw new Refusal('not_found', {}, 404)
  return { visitor: person, offer, us: await ourInstitution(db), partner }
}
