import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { bareDatabase, type TestDatabase } from '#test/support/database.ts'
import { connect, countRows } from './connect.ts'

let database: TestDatabase
before(async () => {
  database = await bareDatabase()
  await sql`create table thing (id bigint generated always as identity, at timestamptz, day date, days date[], body jsonb, bytes bytea)`.execute(
    database.db,
  )
})
after(() => database.close())

const row = async (query: ReturnType<typeof sql>) => (await query.execute(database.db)).rows[0]

test('instants go in and come out, to the microsecond, whatever the zone of the session', async () => {
  const at = Temporal.Instant.from('2021-09-23T16:42:00.123456789+08:00')
  await sql`insert into thing (at) values (${at})`.execute(database.db)
  for (const zone of ['Asia/Shanghai', 'Asia/Kathmandu', 'America/St_Johns']) {
    const client = await database.pool.connect()
    await client.query(`set timezone to '${zone}'`)
    const { rows } = await client.query('select at from thing where at <= $1', [at])
    client.release(true)
    assert.ok(rows[0].at instanceof Temporal.Instant)
    assert.equal(rows[0].at.toString(), '2021-09-23T08:42:00.123456Z')
  }
})

test('dates are plain dates, alone and in lists', async () => {
  const day = Temporal.PlainDate.from('2024-02-29')
  const found = (await row(
    sql`insert into thing (day, days) values (${day}, ${[day, day.add({ days: 1 })]}) returning day, days::text[] as days`,
  )) as { day: Temporal.PlainDate; days: string[] }
  assert.ok(day.equals(found.day))
  assert.deepEqual(found.days, ['2024-02-29', '2024-03-01'])
})

test('nothing, JSON, bytes, ids and counts', async () => {
  await sql`delete from thing`.execute(database.db)
  const body = { at: null, zh: '协议' }
  const found = (await row(
    sql`insert into thing (at, body, bytes) values (${null}, ${JSON.stringify(body)}, ${Buffer.from([0, 255])}) returning *`,
  )) as Record<string, unknown>
  assert.equal(found.at, null)
  assert.deepEqual(found.body, body)
  assert.deepEqual(found.bytes, Buffer.from([0, 255]))
  assert.equal(typeof found.id, 'string')
  assert.deepEqual(await row(sql`select ${countRows} as n from thing`), { n: 1 })
})

test('an address where nobody answers, and a wrong password, are told', async () => {
  await assert.rejects(connect('postgres://a:b@127.0.0.1:1/c'), /ECONNREFUSED/)
  await assert.rejects(connect(database.url.replace(/:[^:@]+@/, ':wrong@')), /password authentication failed/)
})

test('a broken connection fails its query only; the next one works', async () => {
  const [{ pid }] = (await database.pool.query('select pg_backend_pid() as pid')).rows as [{ pid: number }]
  const other = await database.again()
  await other.pool.query('select pg_terminate_backend($1, 5000)', [pid])
  await database.pool.query('select 1').catch(() => {})
  assert.deepEqual((await database.pool.query('select 2 as n')).rows, [{ n: 2 }])
})

test('a connection that breaks within a transaction, between two queries, ends that transaction and nothing else', async () => {
  const other = await database.again()
  const lost = database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await other.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid])
    // The server's last word has come in by the time the other connection is answered once more.
    await other.pool.query('select pg_sleep(0.05)')
    await sql`select 1`.execute(tx)
  })
  await assert.rejects(lost)
  assert.deepEqual(await row(sql`select 1 as one`), { one: 1 })
})
