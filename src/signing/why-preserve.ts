/** Whether this node is to add something to a signed agreement now, and why. */
import { findAgreement } from '#src/agreements/index.ts'
import { partnerLists } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fetchedSince } from './outside-list-store.ts'
import { dueAt, type Preservation } from './preservation.ts'
import { preservationsOf } from './preservation-store.ts'
import { progressOf } from './progress-store.ts'
import { decider, type Progress } from './session.ts'
import { findSession } from './store.ts'

export interface Preservable {
  progress: Progress
  partner: string
  done: Preservation[]
  /** `time`: it was never done, or runs out. `lists`: one was missing, and something came since. */
  why: 'time' | 'lists'
}

/** @returns undefined where the agreement is not concluded, or nothing is due here */
export async function whyPreserve(db: Db, id: string, now: Temporal.Instant): Promise<Preservable | undefined> {
  const session = await findSession(db, id)
  if (session?.state !== 'concluded' || !session.concludedAt) return undefined
  const { version, partner } = (await findAgreement(db, session.agreement))!
  const progress = await progressOf(db, session, version)
  const done = await preservationsOf(db, id)
  const head = done.at(-1)
  const held = { progress, partner, done }
  const due = dueAt(decider(progress), session.concludedAt, head)
  if (Temporal.Instant.compare(due, now) <= 0) return { ...held, why: 'time' }
  return head?.lacksLists && (await listsCame(db, partner, head.storedAt)) ? { ...held, why: 'lists' } : undefined
}

/** Asked before the document is looked into: while nothing came, nothing can be better than it was. */
async function listsCame(db: Db, partner: string, since: Temporal.Instant): Promise<boolean> {
  if (await fetchedSince(db, since)) return true
  const theirs = await partnerLists(db, partner)
  return theirs.some(({ received_at }) => Temporal.Instant.compare(received_at, since) > 0)
}
