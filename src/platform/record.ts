/** One act, one transaction: what changed is noted in the journal, and what must follow is put in the outbox. */
import type { Generated } from 'kysely'
import type { Tx } from './database/tables.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Who acted: an account of this node, the partner's node, or the node itself by the clock. */
export type Actor =
  | { kind: 'account'; id: string; name: string }
  | { kind: 'partner'; institution: string; name: string }
  | { kind: 'node' }

/**
 * Something to be done after the transaction, at least once, retried until it succeeds.
 * Items of one `stream` are delivered one after the other, in order; without a stream, in any order.
 */
export interface Following {
  topic: string
  stream?: string
  body: Json
  /** Not before this instant. */
  due?: Temporal.Instant
}

export interface Entry {
  at: Temporal.Instant
  by: Actor
  /** The thing the act was about, e.g. `{ kind: 'agreement', id }`. */
  about: { kind: string; id: string }
  /** The act's name, e.g. `agreement.sent`. Has words in the area's `words.ts`. */
  act: string
  detail?: Record<string, Json>
  then?: Following[]
}

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    journal: JournalTable
    outbox: OutboxTable
  }
}

export interface JournalTable {
  id: Generated<string>
  at: Temporal.Instant
  actor_kind: 'account' | 'partner' | 'node'
  actor_id: string | null
  actor_name: string
  subject_kind: string
  subject_id: string
  act: string
  detail: unknown
  /** One for all that happened in the same transaction; null for what is older than the column. */
  act_group: Generated<string | null>
}

export interface OutboxTable {
  id: Generated<string>
  topic: string
  stream: string | null
  body: unknown
  created_at: Temporal.Instant
  due_at: Temporal.Instant
  attempts: Generated<number>
  last_error: string | null
  done_at: Temporal.Instant | null
}

/** Notes one act in the journal and queues what follows from it, in the act's own transaction. */
export async function record(tx: Tx, entry: Entry): Promise<void> {
  const { at, by, about, act, detail = {}, then = [] } = entry
  await tx
    .insertInto('journal')
    .values({
      at,
      actor_kind: by.kind,
      actor_id: by.kind === 'account' ? by.id : by.kind === 'partner' ? by.institution : null,
      actor_name: by.kind === 'node' ? '' : by.name,
      subject_kind: about.kind,
      subject_id: about.id,
      act,
      detail: JSON.stringify(detail),
    })
    .execute()
  if (then.length > 0) await queue(tx, at, then)
}

/** Puts items into the outbox without a journal entry; for what a delivered item itself leads to. */
export async function queue(tx: Tx, at: Temporal.Instant, then: Following[]): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(
      then.map(({ topic, stream, body, due }) => ({
        topic,
        stream: stream ?? null,
        body: JSON.stringify(body),
        created_at: at,
        due_at: due ?? at,
        last_error: null,
        done_at: null,
      })),
    )
    .execute()
}
