import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flagsOf } from './entry-flag.ts'
import { type Remindable, remindersDue } from './entry-reminder.ts'
import { type EntryDates, standingOn } from './entry-standing.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const dates = (effective: string | null, ends: string | null, terminated: string | null = null): EntryDates => ({
  signedOn: effective ? day(effective) : null,
  effectiveOn: effective ? day(effective) : null,
  endsOn: ends ? day(ends) : null,
  terminatedOn: terminated ? day(terminated) : null,
})

test('an agreement stands where its dates put it; its last day is still in force', () => {
  const five = dates('2021-09-23', '2026-09-22')
  const cases: [string, string][] = [
    ['2021-09-22', 'to_come'],
    ['2021-09-23', 'in_force'],
    ['2025-09-21', 'in_force'],
    ['2025-09-22', 'ending'],
    ['2026-09-22', 'ending'],
    ['2026-09-23', 'expired'],
  ]
  for (const [on, standing] of cases) assert.equal(standingOn(five, day(on)), standing, on)
  assert.equal(standingOn(dates('2021-09-23', null), day('2040-01-01')), 'open_ended')
  assert.equal(standingOn(dates('2021-09-23', '2026-09-22', '2023-01-01'), day('2023-01-01')), 'terminated')
  assert.equal(standingOn(dates(null, null), day('2023-01-01')), 'to_come')
})

test('a child that outlives its umbrella, and an umbrella no longer in force, are flagged while the child lives', () => {
  const child = { ...dates('2022-01-01', '2027-12-31'), noticeMonths: 6, reviewOn: null }
  const umbrella = dates('2021-09-23', '2026-09-22')
  assert.deepEqual(flagsOf(child, umbrella, day('2023-01-01')), ['outlives_umbrella'])
  assert.deepEqual(flagsOf(child, umbrella, day('2027-01-01')), ['outlives_umbrella', 'not_in_force_as_umbrella'])
  assert.deepEqual(flagsOf(child, umbrella, day('2027-07-01')).at(-1), 'notice_has_passed')
  assert.deepEqual(flagsOf(child, umbrella, day('2028-01-01')), [])
  assert.deepEqual(flagsOf({ ...child, endsOn: null }, umbrella, day('2023-01-01')), ['outlives_umbrella'])
})

const entry = (more: Partial<Remindable> = {}): Remindable => ({
  ...dates('2021-09-23', '2026-09-22'),
  reviewOn: null,
  noticeMonths: null,
  renewed: false,
  endSettled: false,
  reviewSettled: false,
  ...more,
})

test('each reminder of 365, 180, 90 and 30 days comes up on its own day, across both changes of the clocks', () => {
  const first = new Map<string, string>()
  for (let on = day('2025-01-01'); first.size < 4; on = on.add({ days: 1 }))
    for (const { rule } of remindersDue(entry(), on)) if (!first.has(rule)) first.set(rule, on.toString())
  assert.deepEqual(
    [...first],
    [
      ['end_365', '2025-09-22'],
      ['end_180', '2026-03-26'],
      ['end_90', '2026-06-24'],
      ['end_30', '2026-08-23'],
    ],
  )
})

test('written down late, only the nearest reminder comes; once renewed or over, none', () => {
  assert.deepEqual(
    remindersDue(entry(), day('2026-09-01')).map(({ rule }) => rule),
    ['end_30'],
  )
  assert.deepEqual(remindersDue(entry({ renewed: true }), day('2026-09-01')), [])
  assert.deepEqual(remindersDue(entry(), day('2026-09-23')), [])
  assert.deepEqual(remindersDue(entry({ endSettled: true, noticeMonths: 6 }), day('2026-03-10')), [])
  const noticed = remindersDue(entry({ noticeMonths: 6 }), day('2026-03-10'))
  assert.deepEqual(
    noticed.map(({ rule, date }) => [rule, date.toString()]),
    [
      ['end_365', '2026-09-22'],
      ['notice_14', '2026-03-22'],
    ],
  )
  const open = entry({ endsOn: null, reviewOn: day('2026-12-01') })
  assert.deepEqual(
    remindersDue(open, day('2026-11-05')).map(({ rule }) => rule),
    ['review_30'],
  )
})
