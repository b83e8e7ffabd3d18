/** What crosses between nodes, as areas see it: kinds of messages, and who handles them. `federation/` carries them. */
import type { Tx } from './database/tables.ts'
import type { Following, Json } from './record.ts'
import type { Refusal } from './refusal.ts'

/** A message of a paired partner whose signature, address and freshness have been checked. */
export interface Received {
  id: string
  /** ROR id of the partner whose node sent it. */
  from: string
  about: string
  body: unknown
  at: Temporal.Instant
}

/** The other node's final word on one message. `not yet` is not among them: such a message is sent again later. */
export type Answer =
  | { answer: 'accepted'; result: Json }
  | { answer: 'refused'; reason: string; details: Record<string, Json> }

export interface Sent {
  to: string
  about: string
  body: unknown
  at: Temporal.Instant
}

export interface MessageHandler {
  /**
   * Said again every few seconds, and only the newest counts: the inbox keeps no such message. Its handler must bear hearing
   * one twice, or an old one late.
   */
  passing?: true
  /** Applies the message in the inbox's transaction. @throws Refusal for a final no, NotYet where an earlier message is missing */
  receive(tx: Tx, message: Received): Promise<Json>
  /** Notes what our own refusal must leave behind, after all that `receive` did was taken back. The message may be malformed. */
  refused?(tx: Tx, message: Received, refusal: Refusal): Promise<void>
  /**
   * Does again on our side what an accepted message of ours says, where our database was set back to before it. Whatever of it is here
   * already stays as it is. A kind without this must be done again by hand.
   */
  sayAgain?(tx: Tx, message: Sent): Promise<void>
  /** Hears the answer to a message of ours. May be called again with the same answer, so it must be repeatable. */
  answered?(tx: Tx, message: Sent, answer: Answer): Promise<void>
}

/** Handlers by kind of message, e.g. `agreement.version`. */
export type Messages = Record<string, MessageHandler>

/** Thrown by a handler that lacks something an earlier message brings: the sender tries again later. */
export class NotYet extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`not yet: ${reason}`)
    this.reason = reason
  }
}

/** Puts a message for a partner's node into the outbox; messages about one thing arrive in the order they were sent. */
export function message(to: string, kind: string, about: string, body: Json): Following {
  return { topic: 'message', stream: `message:${to}:${about}`, body: { to, kind, about, body } }
}

/** For handlers that have nothing to say but that they applied the message. */
export async function silent(applied: Promise<unknown>): Promise<null> {
  await applied
  return null
}
