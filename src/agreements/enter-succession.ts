/** What a concluded amendment, extension or renewal changes of the register's entry before it. */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import type { EntryDetails } from './entry-details.ts'
import { type Entry, lockEntry, updateEntry } from './entry-store.ts'
import { changedEntryFields, detailsOf } from './save-entry.ts'
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
 * place: it ends when the renewal takes effect. An entry is there unless nobody ever entered it.
 */
export async function enterSuccession(tx: Tx, { how, entry: id, details, at }: Succeeding): Promise<void> {
  const entry = await lockEntry(tx, id)
  if (!entry) return
  const before = detailsOf(entry)
  const after = how === 'renewal' ? renewed(before, details) : { ...before, ...datesOf(details) }
  const fields = changedEntryFields(before, after)
  if (fields.length === 0) return
  await updateEntry(tx, id, after, (entry as Entry).revision)
  const pick = (d: EntryDetails) => Object.fromEntries(fields.map((field) => [field, d[field]]))
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'entry', id },
    act: 'entry.changed',
    detail: { before: pick(before), after: pick(after), because: how },
  })
}

const datesOf = ({ endsOn, reviewOn, noticeMonths }: EntryDetails) => ({ endsOn, reviewOn, noticeMonths })

function renewed(before: EntryDetails, { effectiveOn }: EntryDetails): EntryDetails {
  const ends = before.endsOn && before.endsOn < effectiveOn! ? before.endsOn : effectiveOn
  return { ...before, endsOn: ends }
}
