/** What delivers the items of one topic. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'

export interface Item {
  id: string
  topic: string
  stream: string | null
  body: Json
  /** Failed attempts so far. */
  attempts: number
  queuedAt: Temporal.Instant
}

/**
 * Work on the network (mail, the other node), outside any transaction of ours. It may be done more than once:
 * if the node stops after the work and before it is noted, the item is found again. The other end must know
 * it by its id. A thrown error counts as `retry`.
 */
export type Sends = (item: Item, on: { db: Db }) => Promise<'done' | { retry: string }>

/** Work whose effect is in our own database: saved together with the note that it is done, so exactly once. */
export interface Applies {
  inTransaction(tx: Tx, item: Item): Promise<void>
}

export type Deliverer = Sends | Applies
