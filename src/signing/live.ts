/** Which event stream a page of signing follows, and whether it may. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { seeSession } from './access.ts'
import { sessionsOf } from './store.ts'

/** What announcements about a session are called. */
export const sessionTopic = (session: string): string => `session:${session}`

/** Tells whoever watches the signing of an agreement that something of it changed elsewhere: that it took effect. */
export async function announceSigning(tx: Tx, agreement: string): Promise<void> {
  const session = (await sessionsOf(tx, agreement)).find(({ state }) => state === 'concluded')
  if (session) await announce(tx, sessionTopic(session.id))
}

/** @returns the topic for `/signing/SESSION/live`, or the HTTP status to refuse with; 404 for any other path */
export async function liveTopic(db: Db, visitor: Visitor | null, path: string): Promise<string | 401 | 403 | 404> {
  const id = /^\/signing\/([0-9a-f]{64})\/live$/.exec(path)?.[1]
  if (!id) return 404
  try {
    const { session } = await seeSession(db, visitor, id)
    return sessionTopic(session.id)
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return problem.status === 401 || problem.status === 403 ? problem.status : 404
  }
}
