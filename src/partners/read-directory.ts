/** Reads what the directory's page shows for what was typed. */
import type { Db } from '#src/platform/database/tables.ts'
import { directorySize, lastImport } from './directory-import-store.ts'
import type { DirectoryView } from './directory-page.ts'
import { searchDirectory } from './search-directory.ts'
import { knownOf } from './store.ts'

const shown = 30

export async function readDirectory(db: Db, typed: string): Promise<DirectoryView> {
  const [found, size, last] = await Promise.all([
    searchDirectory(db, typed, shown + 1),
    directorySize(db),
    lastImport(db),
  ])
  const known = await knownOf(
    db,
    found.map(({ ror }) => ror),
  )
  return { typed, found: found.slice(0, shown), more: found.length > shown, known, size, updated: last?.at ?? null }
}
