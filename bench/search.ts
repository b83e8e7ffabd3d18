/**
 * Finding an institution among 124,000, the size of the whole registry: milliseconds per question, beside the plain
 * `ILIKE` a directory is usually searched with, in the same run. The records are the real ones where they lie beside the
 * project (repeated under other ids up to the size), else invented.
 */
import { sql } from 'kysely'
import { importDirectory } from '#src/partners/import-directory.ts'
import { rorRecords } from '#src/partners/ror-file.ts'
import { searchDirectory } from '#src/partners/search-directory.ts'
import { freshDatabase } from '#test/support/database.ts'
import { inventedRor, realRecords, rorRecord } from '#test/support/ror-records.ts'

const size = 124_000
const questions = [
  '华中',
  '同济',
  'huazong',
  'QMUL',
  'Barts',
  'huazhong univ',
  'Huazhong Univrsity of Sience',
  'university',
]
const places = ['Ashford', 'Brno', 'Cangzhou', 'Dalian', 'Esbjerg', 'Fuzhou', 'Graz', 'Huazhong', 'Izmir', 'Jena']

async function* records() {
  let n = 0
  if (!realRecords) {
    for (; n < size; n++)
      yield rorRecord(n, {
        names: [
          [`${places[n % 10]} ${n} University of Science`, 'label', 'en'],
          [`第${n}大学`, 'label', 'zh'],
        ],
      })
    return
  }
  while (n < size)
    for await (const record of rorRecords(realRecords)) {
      if (n === size) return
      // The first round keeps its own ids; later ones are other institutions of the same names.
      const known = record as { id: string }
      yield n < 36_000 ? known : { ...known, id: `https://ror.org/${inventedRor(n)}`, relationships: [] }
      n++
    }
}

/** Median and worst of several runs, in milliseconds, the first one (cold) left out. */
async function timed(run: () => Promise<unknown>): Promise<{ p50: number; worst: number }> {
  await run()
  const times: number[] = []
  for (let i = 0; i < 15; i++) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[7]!, worst: times[14]! }
}

const database = await freshDatabase()
const { db } = database
try {
  const began = performance.now()
  const input = { fileName: 'bench', by: { kind: 'node' as const }, at: Temporal.Now.instant() }
  const { added } = await importDirectory(db, records(), input)
  const importSeconds = (performance.now() - began) / 1000
  console.log(
    `${added} institutions imported in ${importSeconds.toFixed(1)} s (${realRecords ? 'real names' : 'invented names'})\n`,
  )
  console.log(
    `${'question'.padEnd(34)}${'found'.padStart(6)}${'p50 ms'.padStart(9)}${'worst'.padStart(9)}${'ILIKE ms'.padStart(10)}`,
  )
  const figures: Record<string, { found: number; p50: number; worst: number; ilike: number }> = {}
  for (const question of questions) {
    const found = (await searchDirectory(db, question)).length
    const ours = await timed(() => searchDirectory(db, question))
    const plain = await timed(() =>
      sql`select distinct ror from directory_name where name ilike ${`%${question}%`} limit 20`.execute(db),
    )
    figures[question] = { found, ...ours, ilike: plain.p50 }
    const cells = [ours.p50, ours.worst].map((ms) => ms.toFixed(1).padStart(9)).join('')
    console.log(`${question.padEnd(34)}${String(found).padStart(6)}${cells}${plain.p50.toFixed(1).padStart(10)}`)
  }
  console.log(
    JSON.stringify({
      bench: 'search',
      unit: 'ms',
      institutions: added,
      importSeconds,
      real: realRecords !== undefined,
      figures,
    }),
  )
} finally {
  await database.close()
}
