/** The database as the code sees it. Every area adds its own tables by declaration merging in its `store.ts`. */
import type { ColumnType, Kysely, Transaction } from 'kysely'

// biome-ignore lint/suspicious/noEmptyInterface: filled by each area's store
export interface Tables {}

/** A connection one may read from. Acts open transactions on it. */
export type Db = Kysely<Tables>

/** An open transaction. Functions that must save together with others ask for this. */
export type Tx = Transaction<Tables>

/** A jsonb column: read as its parsed value, written as text made by `JSON.stringify`. */
export type JsonColumn<T> = ColumnType<T, string, string>
