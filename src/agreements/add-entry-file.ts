/** An officer puts a file to an agreement of the register: the signed scan, a translation, an annex. What stands in it can be found. */
import type { Db } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { pageTexts } from '#src/platform/render/index.ts'
import { insertFile } from './entry-file-store.ts'
import { refuseEntry } from './entry-refusal.ts'
import { type Entry, lockEntry } from './entry-store.ts'
import type { FileKind } from './entry-tables.ts'

export interface FileInput {
  bytes: Uint8Array
  name: string
  kind: FileKind
  at: Temporal.Instant
}

/** Characters of a file that are searched: some three hundred pages. */
const longestText = 1_000_000

/** @throws Refusal `entry_file_missing`, `entry_file_not_readable` for what is no PDF; adding the same file again changes nothing */
export async function addEntryFile(
  db: Db,
  { officer, entry }: { officer: Visitor; entry: Entry },
  { bytes, name, kind, at }: FileInput,
): Promise<void> {
  if (bytes.length === 0) refuseEntry('entry_file_missing', {}, 422)
  const text = await textIn(bytes)
  await db.transaction().execute(async (tx) => {
    await lockEntry(tx, entry.id)
    const file = await putFile(tx, bytes, 'application/pdf')
    const byName = officer.account.name.latin
    if (!(await insertFile(tx, { entry: entry.id, file, name, kind, at, byName, text }))) return
    const about = { kind: 'entry', id: entry.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'entry.file_added', detail: { name, sha256: file } })
  })
}

/** What stands in a PDF, as far as it is searched. @throws Refusal `entry_file_not_readable` */
export async function textIn(bytes: Uint8Array): Promise<string> {
  try {
    // NUL cannot be kept in a text column; some documents have it between their words.
    return (await pageTexts(bytes)).join('\n').replaceAll('\0', ' ').slice(0, longestText)
  } catch (problem) {
    if (problem instanceof Refusal && problem.reason === 'document_not_drawable')
      return refuseEntry('entry_file_not_readable', {}, 422)
    throw problem
  }
}
