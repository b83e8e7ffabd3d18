import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bareDatabase, type TestDatabase } from '#test/support/database.ts'
import { type Listener, listen } from './listen.ts'

let database: TestDatabase
before(async () => {
  database = await bareDatabase()
})
after(() => database.close())

/** What a channel says, one after the other. */
async function heard(listener: Listener, channel: string) {
  const waiting: ((payload: string | null) => void)[] = []
  const come: (string | null)[] = []
  const stop = await listener.on(channel, (payload) => {
    const next = waiting.shift()
    if (next) next(payload)
    else come.push(payload)
  })
  const next = () =>
    new Promise<string | null>((resolve) => (come.length > 0 ? resolve(come.shift() ?? null) : waiting.push(resolve)))
  return { next, stop, come }
}

const notify = (channel: string, payload: string) => database.pool.query('select pg_notify($1, $2)', [channel, payload])
const cutOff = () =>
  database.pool.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'chirograph listener' and datname = current_database()`)

test('every handler of a channel hears what is said there, and nothing after it has stopped', async () => {
  const listener = await database.listen()
  const [one, other, elsewhere] = [
    await heard(listener, 'Room "1"'),
    await heard(listener, 'Room "1"'),
    await heard(listener, 'room 2'),
  ]
  await notify('Room "1"', 'hello')
  assert.deepEqual([await one.next(), await other.next()], ['hello', 'hello'])
  one.stop()
  await notify('Room "1"', 'again')
  assert.equal(await other.next(), 'again')
  await notify('room 2', '')
  assert.equal(await elsewhere.next(), '')
  assert.deepEqual(one.come, [])
})

test('after the connection broke every handler is called once, and then hears again', async () => {
  const listener = await database.listen()
  const [one, other] = [await heard(listener, 'a'), await heard(listener, 'b')]
  await cutOff()
  assert.deepEqual([await one.next(), await other.next()], [null, null])
  await notify('b', 'back')
  assert.equal(await other.next(), 'back')
  assert.deepEqual([one.come, other.come], [[], []])
})

test('a closed listener stays closed', async () => {
  const listener = await listen(database.url)
  const one = await heard(listener, 'a')
  await listener.close()
  await notify('a', 'anyone?')
  assert.deepEqual(one.come, [])
})
