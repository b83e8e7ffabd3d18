/** The outbox items that make this node look whether it can sign now, or preserve what is signed. */
import type { Following } from '#src/platform/record.ts'
import type { Session } from './session.ts'

export const signTopic = 'sign'

export function signWork(session: Pick<Session, 'id'>): Following & { stream: string } {
  return { topic: signTopic, stream: `sign:${session.id}`, body: { session: session.id } }
}

export const preserveTopic = 'preserve'

/** Makes this node look whether the signed agreement needs a (newer) time-stamp over all of it. */
export function preserveWork(session: Pick<Session, 'id'>): Following & { stream: string } {
  return { topic: preserveTopic, stream: `preserve:${session.id}`, body: { session: session.id } }
}
