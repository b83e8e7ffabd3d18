import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, beforeEach, test } from 'node:test'
import { bareDatabase, type TestDatabase } from '#test/support/database.ts'
import { CannotStart } from './cannot-start.ts'
import { type Migration, migrate } from './migrate.ts'

const databases: TestDatabase[] = []
let database: TestDatabase
beforeEach(async () => {
  database = await bareDatabase()
  databases.push(database)
})
after(() => Promise.all(databases.map((database) => database.close())))

const file = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})
const first = file('0001_first.sql', 'create table first (n int); insert into first values (1)')
const second = file('0002_second.sql', 'insert into first values (2)')
const numbers = async () => (await database.pool.query('select n from first order by n')).rows.map(({ n }) => n)

test('files are applied once each, in order; later ones are added', async () => {
  assert.deepEqual(await migrate(database.pool, [first]), ['0001_first.sql'])
  assert.deepEqual(await migrate(database.pool, [first, second]), ['0002_second.sql'])
  assert.deepEqual(await migrate(database.pool, [first, second]), [])
  assert.deepEqual(await numbers(), [1, 2])
})

test('a file that fails leaves nothing of itself, and what came before it stays', async () => {
  const broken = file('0002_broken.sql', 'insert into first values (2); select 1 / 0')
  await assert.rejects(migrate(database.pool, [first, broken]), /division by zero/)
  assert.deepEqual(await numbers(), [1])
  assert.deepEqual(await migrate(database.pool, [first, second]), ['0002_second.sql'])
})

test('a file that was changed after it was applied is refused, and so is a missing one', async () => {
  await migrate(database.pool, [first])
  const changed = file(first.name, `${first.sql} -- again`)
  await assert.rejects(migrate(database.pool, [changed, second]), (error) => {
    assert.ok(error instanceof CannotStart)
    assert.match(
      error.message,
      /^Migration 0001_first.sql was changed after it had been applied \(\d{4}-.*Z\)\. Restore/,
    )
    return true
  })
  await assert.rejects(
    migrate(database.pool, [second]),
    /another version of Chirograph: this one has no 0001_first.sql/,
  )
  assert.deepEqual(await numbers(), [1])
})

test('two processes that start at once take turns', async () => {
  const slow = file('0002_slow.sql', 'insert into first select 2 from pg_sleep(0.1)')
  const other = await database.again()
  const done = await Promise.all([migrate(database.pool, [first, slow]), migrate(other.pool, [first, slow])])
  assert.deepEqual(done.flat().sort(), ['0001_first.sql', '0002_slow.sql'])
  assert.deepEqual(await numbers(), [1, 2])
})
