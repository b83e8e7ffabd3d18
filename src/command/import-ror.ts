/** `chirograph import-ror FILE`: fills the directory of institutions from a dump of the ROR registry. */
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { importDirectory, rorRecords } from '#src/partners/index.ts'
import { connect } from '#src/platform/database/connect.ts'
import { startEmbedded } from '#src/platform/database/embedded.ts'
import { migrate, readMigrations } from '#src/platform/database/migrate.ts'

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
  const config = readConfig(process.env)
  const embedded = config.databaseUrl ? null : await startEmbedded({ folder: join(config.data, 'database') })
  const connection = await connect(config.databaseUrl ?? embedded!.url)
  try {
    await migrate(connection.pool, await readMigrations(join(import.meta.dirname, '..', '..', 'migrations')))
    const progress = (n: number) => process.stderr.write(`\r${n.toLocaleString('en-GB')} records`)
    const input = { fileName: basename(file), by: { kind: 'node' as const }, at: Temporal.Now.instant(), progress }
    const counts = await importDirectory(connection.db, rorRecords(file), input)
    process.stderr.write('\n')
    report(counts)
    return 0
  } catch (problem) {
    console.error(`\n${file}: ${(problem as Error).message}. Nothing was changed.`)
    return 1
  } finally {
    await connection.close()
    await embedded?.stop()
  }
}

function report(counts: Awaited<ReturnType<typeof importDirectory>>): void {
  const { records, added, changed, withdrawn, rejected } = counts
  console.log(`${records} records: ${added} new, ${changed} changed, ${withdrawn} withdrawn by the registry`)
  for (const { record, why } of rejected) console.log(`left out: ${record}: ${why}`)
}
