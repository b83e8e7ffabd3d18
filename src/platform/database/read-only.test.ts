import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { closeToWriting, openToWriting } from './read-only.ts'

let beside: TestDatabase
let closed: TestDatabase
let name: string

before(async () => {
  ;[beside, closed] = [await freshDatabase(), await freshDatabase()]
  name = new URL(closed.url).pathname.slice(1)
  await closed.pool.query('create table noted (n integer)')
})
after(async () => {
  await closed?.close()
  await beside?.close()
})

const noted = async () =>
  (await closed.pool.query('select n from noted order by n')).rows.map(({ n }: { n: number }) => n)
const note = (n: number) => closed.pool.query('insert into noted values ($1)', [n])

test('what was not committed when a database is closed to writing never is; what is asked afterwards can only read', async () => {
  const under = await closed.pool.connect()
  under.on('error', () => {})
  await under.query('begin')
  await under.query('insert into noted values (1)')
  await closeToWriting(beside.pool, name)
  await assert.rejects(under.query('commit'))
  under.release(true)
  assert.deepEqual(await noted(), [])
  await assert.rejects(note(2), /read-only/)
})

test('opened again, also who came while it was closed can write', async () => {
  const { pool } = await closed.again()
  const [{ only }] = (await pool.query('select current_setting($1) as only', ['default_transaction_read_only'])).rows
  assert.equal(only, 'on')
  await openToWriting(beside.pool, name)
  // The connection that was cut fails one query at most.
  await pool.query('select 1').catch(() => {})
  await pool.query('insert into noted values (3)')
  assert.deepEqual(await noted().catch(noted), [3])
})
