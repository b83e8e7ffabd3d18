/** Brings the directory up to date from a ROR dump: all of it or nothing, and the same dump twice changes nothing. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { beginImport, endImport, lockDirectory, rebuildVocabulary } from './directory-import-store.ts'
import { saveRecords } from './directory-record-store.ts'
import { type DirectoryRecord, readRorRecord } from './ror-record.ts'

export interface ImportCounts {
  /** Read from the file. */
  records: number
  added: number
  /** Known before, and newer in the file. */
  changed: number
  /** Records the registry has withdrawn; they stay, marked, since old data may point to them. */
  withdrawn: number
  /** What was not as schema 2.x says, by ROR id or number, at most the first hundred; such records are left out. */
  rejected: { record: string; why: string }[]
}

export interface ImportInput {
  /** Shown with the import, e.g. `v2.9-2026-10-20-ror-data.zip`. */
  fileName: string
  by: Actor
  at: Temporal.Instant
  /** Told after every thousand records or so. */
  progress?: (records: number) => void
}

const batchSize = 500

/**
 * @param records as they stand in the dump (`rorRecords`)
 * @throws Error of the reader, with nothing saved; or where no record at all could be read
 */
export async function importDirectory(
  db: Db,
  records: AsyncIterable<unknown>,
  input: ImportInput,
): Promise<ImportCounts> {
  return db.transaction().execute(async (tx) => {
    await lockDirectory(tx)
    const id = await beginImport(tx, { at: input.at, byName: nameOf(input.by), fileName: input.fileName })
    const counts: ImportCounts = { records: 0, added: 0, changed: 0, withdrawn: 0, rejected: [] }
    let batch: DirectoryRecord[] = []
    const save = async () => {
      await saveBatch(tx, id, batch, counts)
      batch = []
      input.progress?.(counts.records)
    }
    for await (const given of records) {
      const read = take(given, counts)
      if (read) batch.push(read)
      if (batch.length === batchSize) await save()
    }
    await save()
    if (counts.records === counts.rejected.length) throw new Error('the file holds no record of ROR schema 2')
    if (counts.added + counts.changed > 0) await rebuildVocabulary(tx)
    await endImport(tx, id, counts)
    const { rejected, ...numbers } = counts
    await record(tx, {
      at: input.at,
      by: input.by,
      about: { kind: 'directory', id },
      act: 'directory.imported',
      detail: { ...numbers, rejected: rejected.length, file: input.fileName },
    })
    return counts
  })
}

function take(given: unknown, counts: ImportCounts): DirectoryRecord | undefined {
  counts.records++
  const read = readRorRecord(given)
  if (!('wrong' in read)) return read
  const id = typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : `no. ${counts.records}`
  if (counts.rejected.length < 100) counts.rejected.push({ record: id, why: read.wrong })
  return undefined
}

async function saveBatch(tx: Tx, id: string, batch: DirectoryRecord[], counts: ImportCounts): Promise<void> {
  const { added, changed } = await saveRecords(tx, id, batch)
  counts.added += added
  counts.changed += changed
  counts.withdrawn += batch.filter((r) => r.status === 'withdrawn').length
}

const nameOf = (by: Actor): string => (by.kind === 'node' ? '' : by.name)
