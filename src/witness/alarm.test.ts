import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { alarmKinds, isAhead, silentFor } from './alarm.ts'
import { alarms, raiseAlarm } from './alarm-store.ts'
import { alarmWords } from './words.ts'

const now = Temporal.Instant.from('2026-09-06T14:20:00Z')
let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

test('the database knows the same alarms as the code, and refuses any other', async () => {
  for (const kind of alarmKinds) await raiseAlarm(database.db, { institution: 'x', kind, at: now })
  assert.deepEqual((await alarms(database.db)).map(({ kind }) => kind).sort(), [...alarmKinds].sort())
  const other = { institution: 'x', kind: 'unheard_of' as never, at: now }
  await assert.rejects(raiseAlarm(database.db, other), /tlog_alarm_kind_is_known/)
})

test('an alarm that goes on is one alarm, with its first proof', async () => {
  const again = now.add({ minutes: 5 })
  await raiseAlarm(database.db, { institution: 'y', kind: 'forked', proof: 'first', at: now })
  await raiseAlarm(database.db, { institution: 'y', kind: 'forked', proof: 'second', at: again })
  const [alarm, ...more] = (await alarms(database.db)).filter(({ institution }) => institution === 'y')
  assert.deepEqual(more, [])
  assert.deepEqual([alarm!.times, alarm!.proof], [2, 'first'])
  assert.deepEqual([String(alarm!.firstAt), String(alarm!.lastAt)], [String(now), String(again)])
})

test('each alarm names the partner, says what was seen and what to do, in both languages', () => {
  for (const kind of alarmKinds)
    for (const language of ['en', 'zh'] as const) {
      const { title, text } = alarmWords[kind][language]
      assert.match(title('Queen Mary'), /Queen Mary/, kind)
      assert.ok(text.length > 30, kind)
    }
})

test('a day without a sign of life is silence; less is not', () => {
  assert.equal(silentFor(now, now.add({ hours: 23, minutes: 59 })), undefined)
  assert.equal(silentFor(now, now.add({ hours: 24 })), 24)
  assert.equal(silentFor(now, now.add({ hours: 73, minutes: 30 })), 73)
})

test('clocks may differ by five minutes', () => {
  assert.equal(isAhead(now.add({ minutes: 5 }), now), false)
  assert.equal(isAhead(now.add({ minutes: 5, seconds: 1 }), now), true)
})
