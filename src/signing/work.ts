/** The outbox item that makes this node look whether it can sign now. */
import type { Following } from '#src/platform/record.ts'
import type { Session } from './session.ts'

export const signTopic = 'sign'

export function signWork(session: Pick<Session, 'id'>): Following & { stream: string } {
  return { topic: signTopic, stream: `sign:${session.id}`, body: { session: session.id } }
}
