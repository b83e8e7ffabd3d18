/** An officer sends a list. Nothing of it enters the register before they have seen what would become of every row. */
import type { Db } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { largestSheet, readSpreadsheet } from '#src/platform/spreadsheet/index.ts'
import type { OfficersImport } from './access.ts'
import { refuseImport } from './refusals.ts'
import { deleteImport, insertImport, lockImport } from './store.ts'

/** @returns the import's id. @throws Refusal `import_file_missing`, and where the file is no list */
export async function beginImport(
  db: Db,
  officer: Visitor,
  { bytes, name, at }: { bytes: Uint8Array; name: string; at: Temporal.Instant },
): Promise<string> {
  if (bytes.length === 0) refuseImport('import_file_missing', {}, 422)
  readSpreadsheet(bytes)
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    const file = await putFile(tx, bytes, 'application/octet-stream', largestSheet)
    const by = { id: officer.account.id, name: officer.account.name.latin }
    await insertImport(tx, { id, file, name: name.toWellFormed().replaceAll('\0', ''), by, at })
    const about = { kind: 'import', id }
    await record(tx, { at, by: actorOf(officer), about, act: 'import.begun', detail: { name, sha256: file } })
  })
  return id
}

/** Gives up a list that was not brought in. @throws Refusal `import_changed_meanwhile` */
export async function dropImport(db: Db, { officer, found }: OfficersImport, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, name, state } = await lockImport(tx, found.id)
    if (state !== 'prepared') refuseImport('import_changed_meanwhile')
    await deleteImport(tx, id)
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'import', id },
      act: 'import.dropped',
      detail: { name },
    })
  })
}
