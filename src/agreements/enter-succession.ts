/** What a concluded amendment, extension or renewal changes of the register's entry before it. */
import type { Tx } from '#src/platform/database/tables.ts'
import { changeChainEntries } from './change-chain-entries.ts'
import type { EntryDetails } from './entry-details.ts'
import type { Succession } from './text.ts'

export interface Succeeding {
  how: Succession
  /** The entry of the agreement that is changed or renewed. */
  entry: string
  /** Of the successor, as it was entered. */
  details: EntryDetails
  at: Temporal.Instant
}

/**
 * A change carries its dates over to the agreement it changes, so that the register says of it what is in force. A renewal takes its
 * place: it ends when the renewal takes effect.
 */
export async function enterSuccession(tx: Tx, { how, entry, details, at }: Succeeding): Promise<void> {
  const { endsOn, reviewOn, noticeMonths } = details
  const change = (before: EntryDetails): EntryDetails =>
    how === 'renewal' ? renewed(before, details.effectiveOn!) : { ...before, endsOn, reviewOn, noticeMonths }
  await changeChainEntries(tx, entry, change, { at, because: how })
}

function renewed(before: EntryDetails, from: string): EntryDetails {
  return { ...before, endsOn: before.endsOn && before.endsOn < from ? before.endsOn : from }
}
