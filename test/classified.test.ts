/** Every column of the database that can hold words is either hidden words in by the permission walk, or named with the reason why not. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase, type TestDatabase } from './support/database.ts'
import { holdsNothing } from './support/holds-nothing.ts'
import { internalFields } from './support/internal-fields.ts'

let database: TestDatabase

before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

/** Columns of text, lists and JSON; not those whose constraint names every value they may have, hashes, and references to other rows. */
async function wordy(): Promise<string[]> {
  const { rows } = await sql<{ name: string; rules: string | null }>`
    select c.table_name || '.' || c.column_name as name, string_agg(pg_get_constraintdef(k.oid), ' ') as rules
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    join pg_class r on r.relname = c.table_name and r.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = r.oid and a.attname = c.column_name
    left join pg_constraint k on k.conrelid = r.oid and k.conkey = array[a.attnum] and k.contype in ('c', 'f')
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name in ('text', '_text', 'varchar', 'json', 'jsonb')
    group by 1 order by 1`.execute(database.db)
  const bound = /= ANY \(ARRAY\[|<@ ARRAY\[|FOREIGN KEY|'\^\[0-9a-f\]\{64\}\$'/
  return rows.filter(({ rules }) => !bound.test(rules ?? '')).map(({ name }) => name)
}

const unique = (names: string[]) => [...new Set(names)]

test('every column that can hold words is planted or excused with a reason', async () => {
  const known = unique([
    ...internalFields.map(({ table, column }) => `${table}.${column}`),
    ...Object.values(holdsNothing).flat(),
  ])
  const columns = await wordy()
  assert.ok(columns.length > 300, 'the catalogue was read')
  assert.deepEqual(
    columns.filter((name) => !known.includes(name)),
    [],
    'nobody said whether these are for our office alone',
  )
  assert.deepEqual(known.filter((name) => !columns.includes(name)).sort(), [], 'these are no such columns')
})

test('no column is both planted and excused, and none is excused twice', () => {
  const excused = Object.values(holdsNothing).flat()
  assert.deepEqual(
    excused.filter((name, n) => excused.indexOf(name) !== n),
    [],
  )
  const planted = internalFields.map(({ table, column }) => `${table}.${column}`)
  assert.deepEqual(
    excused.filter((name) => planted.includes(name)),
    [],
  )
})
