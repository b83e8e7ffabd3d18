import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Following, queue } from '#src/platform/record.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { exponential, hurry, type Item, openItems, queueOnce, startOutbox } from './index.ts'

let database: TestDatabase
const morning = Temporal.Instant.from('2021-09-23T08:00:00Z')
let now = morning
const clock = () => now

before(async () => {
  database = await freshDatabase()
  await sql`create table delivered (n serial, item bigint, stream text, process int)`.execute(database.db)
})
after(() => database.close())
beforeEach(async () => {
  now = morning
  await sql`delete from outbox`.execute(database.db)
  await sql`delete from delivered`.execute(database.db)
})

const add = (...items: Following[]) => database.db.transaction().execute((tx) => queue(tx, now, items))
const delivered = async () =>
  (await sql<{ item: string; stream: string }>`select item, stream from delivered order by n`.execute(database.db)).rows
const rows = () => database.db.selectFrom('outbox').selectAll().orderBy('id').execute()

test('items of one stream go in order, and a failing one holds back its own stream only', async () => {
  const seen: unknown[] = []
  let down = true
  const sends = async (item: Item) => {
    if (down && item.body === 'a1') return { retry: 'partner is down' }
    seen.push(item.body)
    return 'done' as const
  }
  const outbox = await startOutbox({ db: database.db, clock, deliverers: { send: sends }, backOff: () => 60_000 })
  for (const body of ['a1', 'b1', 'a2', 'b2']) await add({ topic: 'send', stream: body[0], body })
  assert.equal(await outbox.drain(), 2)
  assert.deepEqual(seen, ['b1', 'b2'])
  const [first] = await rows()
  assert.deepEqual([first?.attempts, first?.last_error], [1, 'partner is down'])
  assert.equal(first?.due_at.toString(), morning.add({ seconds: 60 }).toString())

  down = false
  assert.equal(await outbox.drain(), 0, 'not before it is due')
  now = morning.add({ seconds: 61 })
  assert.equal(await outbox.drain(), 2)
  assert.deepEqual(seen, ['b1', 'b2', 'a1', 'a2'])
  assert.equal(await openItems(database.db), 0)
})

test('hurrying makes what failed due at once, and leaves what is put off on purpose', async () => {
  let down = true
  const sends = async () => (down ? { retry: 'down' } : ('done' as const))
  const outbox = await startOutbox({ db: database.db, clock, deliverers: { send: sends }, backOff: () => 60_000 })
  await add(
    { topic: 'send', stream: 'a', body: 1 },
    { topic: 'send', stream: 'a', body: 2, due: now.add({ hours: 1 }) },
  )
  await outbox.drain()
  down = false
  await database.db.transaction().execute((tx) => hurry(tx, 'a', now))
  assert.equal(await outbox.drain(), 1)
  assert.equal(await openItems(database.db), 1)
})

test('work that always does all there is to do waits once, and is not begun before the act that wants it is saved', async () => {
  let seen = 0
  const deliverers = { all: { inTransaction: async () => void seen++ } }
  const outbox = await startOutbox({ db: database.db, clock, deliverers })
  const item = { topic: 'all', stream: 'a', body: { of: 'it' } }
  const once = () => database.db.transaction().execute((tx) => queueOnce(tx, now, item))
  await once()
  await once()
  assert.equal(await openItems(database.db), 1)
  await database.db.transaction().execute(async (tx) => {
    await queueOnce(tx, now, item)
    assert.equal(await outbox.drain(), 0, 'the one that waits is held until this act ends')
    await queueOnce(tx, now, { ...item, body: { of: 'another' } })
  })
  assert.equal(await outbox.drain(), 2)
  await once()
  assert.equal(await outbox.drain(), 1)
  assert.equal(seen, 3)
})

test('what a failed act wrote is taken back, and the failure is kept', async () => {
  const outbox = await startOutbox({
    db: database.db,
    clock,
    backOff: () => 1_000,
    deliverers: {
      note: {
        async inTransaction(tx, item) {
          await sql`insert into delivered (item) values (${item.id})`.execute(tx)
          if (item.attempts === 0) await sql`select 1 / 0`.execute(tx)
        },
      },
    },
  })
  await add({ topic: 'note', body: null }, { topic: 'unheard', body: null })
  assert.equal(await outbox.drain(), 0)
  assert.deepEqual(await delivered(), [])
  assert.deepEqual(
    (await rows()).map((row) => row.last_error),
    ['division by zero', 'nothing delivers the topic unheard'],
  )
  now = morning.add({ seconds: 2 })
  assert.equal(await outbox.drain(), 1)
  assert.equal((await delivered()).length, 1)
})

test('a running outbox is woken by what is queued, and delivers a failed item again by itself', async () => {
  const listener = await database.listen()
  let settle: (item: Item) => void = () => {}
  const arrived = new Promise<Item>((resolve) => {
    settle = resolve
  })
  const sends = async (item: Item) => {
    if (item.attempts < 2) throw new Error('no answer')
    settle(item)
    return 'done' as const
  }
  const clock = () => Temporal.Now.instant()
  const outbox = await startOutbox({ db: database.db, clock, deliverers: { send: sends }, listener, backOff: () => 5 })
  now = clock()
  await add({ topic: 'send', body: 'hello' })
  assert.equal((await arrived).body, 'hello')
  await outbox.stop()
  assert.equal(await openItems(database.db), 0)
})

test('a partner who answers nothing holds back neither mail nor our own work', { timeout: 20_000 }, async () => {
  now = Temporal.Now.instant()
  const { promise: silence, resolve: speak } = Promise.withResolvers<'done'>()
  const { promise: mailed, resolve: arrive } = Promise.withResolvers<void>()
  const mail = async () => {
    arrive()
    return 'done' as const
  }
  const deliverers = { message: () => silence, mail }
  const listener = await database.listen()
  const outbox = await startOutbox({ db: database.db, clock, deliverers, listener, remote: 'message' })
  try {
    await add(...['a', 'b', 'c', 'd', 'e'].map((stream) => ({ topic: 'message', stream, body: null })))
    await add({ topic: 'mail', body: null })
    await Promise.race([mailed, setTimeout(3_000).then(() => assert.fail('the mail waits'))])
  } finally {
    speak('done')
    await outbox.stop()
  }
})

test('waiting grows from a second to five minutes and is never longer than that', () => {
  const longest = exponential(1_000, 300_000, () => 0)
  assert.deepEqual([1, 2, 3, 9, 10, 1_000].map(longest), [1_000, 2_000, 4_000, 256_000, 300_000, 300_000])
  const shortest = exponential(1_000, 300_000, () => 1)
  assert.equal(shortest(1), 750)
})

function worker(): ChildProcess {
  const file = join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'outbox-worker.ts')
  return fork(file, [database.url], { stdio: 'inherit' })
}

async function untilEmpty(): Promise<void> {
  const listener = await database.listen()
  const { promise, resolve } = Promise.withResolvers<void>()
  await sql`create or replace function tell_done() returns trigger language plpgsql as
    $$ begin perform pg_notify('done', ''); return null; end $$`.execute(database.db)
  await sql`create or replace trigger tells_done after update on outbox execute function tell_done()`.execute(
    database.db,
  )
  const look = async () => (await openItems(database.db)) === 0 && resolve()
  await listener.on('done', look)
  await look()
  await promise
}

test('two processes deliver every item exactly once, each stream in order', async () => {
  now = Temporal.Now.instant()
  const workers = [worker(), worker()]
  await Promise.all(workers.map((process) => once(process, 'message')))
  const items = Array.from({ length: 80 }, (_, n) => ({
    topic: 'note',
    stream: `s${n % 5}`,
    body: { failsOnce: n % 7 === 0 },
  }))
  await add(...items)
  await untilEmpty()
  for (const process of workers) process.send('stop')
  await Promise.all(workers.map((process) => once(process, 'exit')))
  const done = await delivered()
  assert.equal(done.length, 80)
  for (const stream of ['s0', 's1', 's2', 's3', 's4']) {
    const order = done.filter((row) => row.stream === stream).map((row) => Number(row.item))
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.equal(order.length, 16)
  }
})

test('an item whose process is killed in the middle is found again, and its half-done work is gone', async () => {
  now = Temporal.Now.instant()
  const process = worker()
  await once(process, 'message')
  const hanging = once(process, 'message')
  await add({ topic: 'hang', body: null })
  assert.deepEqual((await hanging)[0], 'hanging')
  const outbox = await startOutbox({
    db: database.db,
    clock: () => Temporal.Now.instant(),
    deliverers: { hang: { inTransaction: async () => {} } },
  })
  assert.equal(await outbox.drain(), 0, 'while it is being worked on, nobody else takes it')
  process.kill('SIGKILL')
  await once(process, 'exit')
  // PostgreSQL notices the broken connection and lets go of the row.
  await database.db.selectFrom('outbox').select('id').forUpdate().execute()
  assert.equal(await outbox.drain(), 1)
  assert.deepEqual(await delivered(), [])
})
