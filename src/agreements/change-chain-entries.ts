/** What is said of an agreement in the register is said of every concluded change of it too: they are one text. */
import type { Tx } from '#src/platform/database/tables.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { EntryDetails } from './entry-details.ts'
import { lockEntry, updateEntry } from './entry-store.ts'
import { changedEntryFields, detailsOf } from './save-entry.ts'

/**
 * Changes the entry and those of its amendments and extensions signed here. What is so already stays; nothing where it was never entered.
 * @param because what it follows from, as the journal keeps it
 */
export async function changeChainEntries(
  tx: Tx,
  root: string,
  change: (details: EntryDetails) => EntryDetails,
  { at, because }: { at: Temporal.Instant; because: string },
): Promise<void> {
  const below = await tx
    .selectFrom('agreement_entry')
    .select('id')
    .where('parent', '=', root)
    .where('agreement', 'is not', null)
    .where('kind', 'in', ['amendment', 'extension'])
    .orderBy('id')
    .execute()
  for (const id of [root, ...below.map((row) => row.id)]) {
    const entry = await lockEntry(tx, id)
    if (!entry) continue
    const before = detailsOf(entry)
    const after = change(before)
    const fields = changedEntryFields(before, after)
    if (fields.length === 0) continue
    await updateEntry(tx, id, after, entry.revision)
    const pick = (d: EntryDetails): Json => Object.fromEntries(fields.map((field) => [field, d[field]]))
    const detail = { before: pick(before), after: pick(after), because }
    await record(tx, { at, by: { kind: 'node' }, about: { kind: 'entry', id }, act: 'entry.changed', detail })
  }
}
