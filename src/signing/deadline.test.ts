import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposedDeadline, readDeadline } from './deadline.ts'

test('a deadline is read on the clock of the zone it is typed in', () => {
  const typed = { date: '2026-09-30', time: '18:00' }
  assert.equal(readDeadline(typed, 'Asia/Shanghai')?.toString(), '2026-09-30T10:00:00Z')
  assert.equal(readDeadline(typed, 'Europe/London')?.toString(), '2026-09-30T17:00:00Z')
})

test('what is no date, no time, or an hour the clock skips is no deadline', () => {
  assert.equal(readDeadline({ date: '2026-02-30', time: '18:00' }, 'Europe/London'), undefined)
  assert.equal(readDeadline({ date: '30 September', time: '18:00' }, 'Europe/London'), undefined)
  assert.equal(readDeadline({ date: '2026-09-30', time: '' }, 'Europe/London'), undefined)
  assert.equal(readDeadline({ date: '2026-03-29', time: '01:30' }, 'Europe/London'), undefined)
})

test('an hour that comes twice is meant the first time', () => {
  const typed = { date: '2026-10-25', time: '01:30' }
  assert.equal(readDeadline(typed, 'Europe/London')?.toString(), '2026-10-25T00:30:00Z')
})

test('a year beyond four digits in any zone is no deadline', () => {
  assert.equal(readDeadline({ date: '9999-12-31', time: '23:59' }, 'America/New_York'), undefined)
})

test('the form proposes a deadline that can be read, a week ahead', () => {
  const now = Temporal.Instant.from('2026-09-23T20:00:00Z')
  assert.deepEqual(proposedDeadline(now, 'Asia/Shanghai'), { date: '2026-10-01', time: '18:00' })
  assert.ok(readDeadline(proposedDeadline(now, 'Asia/Shanghai'), 'Asia/Shanghai'))
})
