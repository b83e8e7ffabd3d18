import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { inventedRor, realRecords, rorRecord } from '#test/support/ror-records.ts'
import { lastImport } from './directory-import-store.ts'
import { familyOf, findInDirectory } from './directory-store.ts'
import { importDirectory } from './import-directory.ts'
import { rorRecords } from './ror-file.ts'
import { searchDirectory } from './search-directory.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-ror-'))
let database: TestDatabase
const at = Temporal.Instant.from('2026-10-20T09:00:00Z')
const input = { fileName: 'test.json', by: { kind: 'node' as const }, at }

const sample = [
  rorRecord(1, {
    names: [
      ['Wuchang University of Testing', 'label', 'en'],
      ['WUT', 'acronym'],
      ['武昌测试大学', 'label', 'zh'],
      ['Wǔchāng Cèshì Dàxué', 'alias'],
    ],
    country: 'CN',
    relations: [
      ['child', 2, 'Key Laboratory'],
      ['related', 3, 'Jianghan Hospital'],
    ],
  }),
  rorRecord(2, { names: [['State Key Laboratory of Testing', 'label', 'en']], kinds: ['facility'] }),
  rorRecord(3, {
    names: [
      ['江汉医院', 'label', 'zh'],
      ['Jianghan Hospital', 'alias', 'en'],
    ],
    kinds: ['healthcare'],
  }),
  rorRecord(4, {
    names: [
      ['Uniwersytet w Łodzi', 'label', 'pl'],
      ["O'Brien College", 'alias', 'en'],
    ],
    country: 'PL',
  }),
  rorRecord(5, { names: [['Old Polytechnic of Testham', 'label', 'en']], status: 'withdrawn' }),
]

async function* each(records: unknown[]) {
  yield* records
}

before(async () => {
  database = await freshDatabase()
  await importDirectory(database.db, each(sample), input)
})
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const find = async (typed: string) => (await searchDirectory(database.db, typed)).map(({ ror }) => ror)

test('an institution is found by any of its names: whole, half typed, misspelt, by acronym, in Chinese, by id', async () => {
  const [wuchang] = [inventedRor(1)]
  const typed = [
    'wuchang university of testing',
    'wuch',
    'wucahng testing',
    'WUT',
    '武昌',
    '测试大学',
    'ceshi daxue',
    wuchang!,
  ]
  for (const words of typed) assert.equal((await find(words))[0], wuchang, words)
  assert.deepEqual(await find(`https://ror.org/${wuchang}`), [wuchang])
  assert.deepEqual(await find('lodzi obrien'), [], 'words of two names are not one name')
  assert.deepEqual(await find('Łodzi'), [inventedRor(4)])
  assert.deepEqual(await find('o’brien'), [inventedRor(4)])
  assert.deepEqual(await find('火星'), [])
  assert.deepEqual(await find('  '), [])
  assert.deepEqual(await find('%_\\'), [])
})

test('what no longer exists comes last and says so', async () => {
  const found = await searchDirectory(database.db, 'testham')
  assert.deepEqual(
    found.map(({ ror, status }) => [ror, status]),
    [[inventedRor(5), 'withdrawn']],
  )
})

test('the same dump twice changes nothing; a newer record replaces names and relations', async () => {
  const again = await importDirectory(database.db, each(sample), input)
  assert.deepEqual([again.records, again.added, again.changed], [5, 0, 0])
  const moved = rorRecord(2, {
    names: [['National Laboratory of Testing', 'label', 'en']],
    modified: '2026-02-01',
    relations: [['parent', 1, 'Wuchang University of Testing']],
  })
  const newer = await importDirectory(database.db, each([moved]), input)
  assert.deepEqual([newer.added, newer.changed], [0, 1])
  assert.deepEqual(await find('national laboratory'), [inventedRor(2)])
  assert.deepEqual(await find('state key laboratory'), [])
  const family = await familyOf(database.db, inventedRor(2))
  assert.deepEqual(
    family.map(({ kind, other, name_zh }) => [kind, other, name_zh]),
    [['parent', inventedRor(1), '武昌测试大学']],
  )
})

test('a record that is not as the schema says is left out and named; the others are saved', async () => {
  const wrong = { ...rorRecord(7, { names: [['Nowhere', 'label']] }), locations: [] }
  const counts = await importDirectory(
    database.db,
    each([wrong, rorRecord(8, { names: [['Somewhere College', 'label', 'en']] })]),
    input,
  )
  assert.equal(counts.added, 1)
  assert.match(counts.rejected[0]!.why, /^locations/)
  assert.equal(await findInDirectory(database.db, inventedRor(7)), undefined)
})

test('a dump that breaks off changes nothing', async () => {
  const before = await lastImport(database.db)
  const file = join(folder, 'half.json')
  writeFileSync(file, JSON.stringify([rorRecord(9, { names: [['Half', 'label']] }), sample[0]]).slice(0, -40))
  await assert.rejects(importDirectory(database.db, rorRecords(file), input), /breaks off/)
  writeFileSync(file, 'no JSON at all')
  await assert.rejects(importDirectory(database.db, rorRecords(file), input), /no record of ROR schema 2/)
  assert.deepEqual(await lastImport(database.db), before)
  assert.equal(await findInDirectory(database.db, inventedRor(9)), undefined)
})

test('JSON array, JSON lines and gzip hold the same records, whatever stands in their texts', async () => {
  const tricky = rorRecord(10, { names: [['“{[” \\" brackets }] university 大学', 'label']] })
  const records = [tricky, ...sample]
  const lines = records.map((r) => JSON.stringify(r)).join('\n')
  const files: [string, string | Buffer][] = [
    ['array.json', JSON.stringify(records, null, 2)],
    ['lines.jsonl', lines],
    ['lines.jsonl.gz', gzipSync(lines)],
  ]
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), content)
    assert.deepEqual(await Array.fromAsync(rorRecords(join(folder, name))), records, name)
  }
})

test('the real registry imports in one go, and the two universities have the right families', {
  skip: realRecords ? false : 'the real records are not beside the project',
}, async () => {
  const { db } = database
  const counts = await importDirectory(db, rorRecords(realRecords!), input)
  assert.deepEqual([counts.records, counts.added, counts.rejected.length], [35_990, 35_990, 0])
  const first = async (typed: string) => (await searchDirectory(db, typed)).slice(0, 8).map(({ name }) => name)
  const hust = 'Huazhong University of Science and Technology'
  assert.ok((await first('华中')).includes(hust))
  assert.equal((await first('huazong'))[0], hust)
  assert.equal((await first('同济'))[0], 'Tongji University')
  assert.deepEqual(await first('QMUL'), ['Queen Mary University of London'])
  const barts = await first('Barts')
  for (const name of ['Barts Cancer Institute', 'Queen Mary University of London'])
    assert.ok(barts.includes(name), name)
  const kin = async (ror: string, kind: string) =>
    (await familyOf(db, ror)).filter((f) => f.kind === kind).map((f) => f.label)
  assert.ok((await kin('00p991c53', 'related')).includes('Tongji Hospital'))
  assert.equal((await kin('00p991c53', 'child')).length, 7)
  assert.deepEqual(await kin('026zzn846', 'parent'), ['University of London'])
  assert.ok((await kin('026zzn846', 'child')).includes('Blizard Institute'))
})
