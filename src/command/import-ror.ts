/** `chirograph import-ror FILE`: fills the directory of institutions from a dump of the ROR registry. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importDirectory, rorRecords } from '#src/partners/index.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { withOwnDatabase } from './own-database.ts'

const usage = `usage: chirograph import-ror FILE

FILE is the dump as the registry publishes it (zip), its JSON, or one record a line; each may be gzipped. The node is
the one the environment configures (docs/configuration.md); with an embedded database it must be stopped meanwhile.`

/** @returns 0 when the directory is up to date with the file, 1 when the file could not be read, 2 for wrong use */
export async function importRor(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    console.error(usage)
    return 2
  }
  const progress = (n: number) => process.stderr.write(`\r${n.toLocaleString('en-GB')} records`)
  const input = { fileName: basename(file), by: { kind: 'node' as const }, at: Temporal.Now.instant(), progress }
  try {
    const counts = await withOwnDatabase((db) => importDirectory(db, rorRecords(file), input))
    process.stderr.write('\n')
    report(counts)
    return 0
  } catch (problem) {
    if (problem instanceof CannotStart) throw problem
    console.error(`\n${file}: ${(problem as Error).message}. Nothing was changed.`)
    return 1
  }
}

function report(counts: Awaited<ReturnType<typeof importDirectory>>): void {
  const { records, added, changed, withdrawn, rejected } = counts
  console.log(`${records} records: ${added} new, ${changed} changed, ${withdrawn} withdrawn by the registry`)
  for (const { record, why } of rejected) console.log(`left out: ${record}: ${why}`)
}
