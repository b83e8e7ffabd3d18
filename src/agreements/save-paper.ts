/** An officer writes down one side's signing in ink, with the scan of the original that side keeps. */

import type { Db, Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import { textIn } from './add-entry-file.ts'
import { insertFile } from './entry-file-store.ts'
import { refuseEntry } from './entry-refusal.ts'
import { type Entry, lockEntry } from './entry-store.ts'
import { emptyPaper, type PaperDetails, type PaperSide } from './paper-signing.ts'
import { fileOfEntry, paperOf, saveOriginal } from './paper-store.ts'

export interface PaperInput {
  side: PaperSide
  details: PaperDetails
  /** Empty: the scan stays what it is. */
  scan: Uint8Array
  revision: number
  at: Temporal.Instant
}

/**
 * @throws Refusal `paper_is_checked`, `entry_changed_meanwhile` where a colleague saved this side in between,
 * `paper_same_scan` for the scan of the other original, `entry_file_not_readable`
 */
export async function savePaper(
  db: Db,
  { officer, entry }: { officer: Visitor; entry: Entry },
  { side, details, scan, revision, at }: PaperInput,
): Promise<void> {
  const text = scan.length > 0 ? await textIn(scan) : ''
  await db.transaction().execute(async (tx) => {
    const held = (await lockEntry(tx, entry.id))!
    if (held.signed_how !== 'ink') refuseEntry('paper_not_in_ink')
    const paper = await paperOf(tx, held.id)
    if (paper.check) refuseEntry('paper_is_checked')
    const before = paper.originals[side]
    if ((before?.revision ?? 0) !== revision) refuseEntry('entry_changed_meanwhile')
    const kept = before?.scan ?? null
    const file =
      scan.length > 0 ? await scanOf(tx, held, { scan, side, text, at, byName: officer.account.name.latin }) : kept
    const other = paper.originals[side === 'ours' ? 'theirs' : 'ours']
    if (file && other?.scan === file) refuseEntry('paper_same_scan', {}, 422)
    const by = { id: officer.account.id, name: officer.account.name.latin }
    await saveOriginal(tx, { entry: held.id, side, details, scan: file, by, at, revision: revision + 1 })
    const detail = { side, before: detailsIn(before ?? emptyPaper), after: detailsIn(details), scan: file }
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'entry', id: held.id },
      act: 'entry.paper_saved',
      detail,
    })
  })
}

const detailsIn = (d: PaperDetails): Json => {
  const { latin, native, titleEn, titleZh, signedOn, place, sealed, witness } = d
  return { latin, native, titleEn, titleZh, signedOn, place, sealed, witness }
}

async function scanOf(
  tx: Tx,
  entry: Entry,
  o: { scan: Uint8Array; side: PaperSide; text: string; at: Temporal.Instant; byName: string },
): Promise<string> {
  const file = await putFile(tx, o.scan, 'application/pdf')
  const name = `original-${o.side}.pdf`
  await insertFile(tx, { entry: entry.id, file, name, kind: 'signed', at: o.at, byName: o.byName, text: o.text })
  return (await fileOfEntry(tx, entry.id, file))!
}
