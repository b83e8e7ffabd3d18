import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedHours, wallFields, wallTime, withinDay } from './wall-time.ts'
import { whenFields } from './when-page.ts'

const [wuhan, london] = ['Asia/Shanghai', 'Europe/London']
const at = (text: string) => Temporal.Instant.from(text)
const instantOf = (date: string, time: string, zone: string) => {
  const read = wallTime({ date, time }, zone)
  assert.ok('instant' in read)
  return read.instant
}

test('16:00 in Wuhan is 8 hours ahead of London in winter and 7 in summer, around every change of clocks', () => {
  for (const [date, time] of [
    ['2027-03-27', '08:00'],
    ['2027-03-28', '09:00'],
    ['2027-07-15', '09:00'],
    ['2027-10-30', '09:00'],
    ['2027-10-31', '08:00'],
    ['2027-12-15', '08:00'],
  ] as const)
    assert.equal(wallFields(instantOf(date, '16:00', wuhan), london).time, time, date)
})

test('a time the clocks jump over is none, and the first there is is named', () => {
  const read = wallTime({ date: '2027-03-28', time: '01:30' }, london)
  assert.ok('fault' in read && read.fault === 'gap')
  assert.equal(read.next.toString(), '2027-03-28T02:30:00')
})

test('a time that comes twice is asked about, and either answer is kept', () => {
  const asked = { date: '2027-10-31', time: '01:30' }
  const read = wallTime(asked, london)
  assert.ok('fault' in read && read.fault === 'twice')
  const said = (which: 'earlier' | 'later') => {
    const found = wallTime({ ...asked, which }, london)
    assert.ok('instant' in found)
    assert.deepEqual(wallFields(found.instant, london), { ...asked, which })
    return found.instant.toString()
  }
  assert.deepEqual([said('earlier'), said('later')], ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'])
})

test('nonsense is missing, not an error', () => {
  for (const [date, time] of [
    ['', '16:00'],
    ['2027-02-30', '16:00'],
    ['2027-03-01', '25:00'],
    ['tomorrow', 'noon'],
  ] as const)
    assert.deepEqual(wallTime({ date, time }, wuhan), { fault: 'missing' }, `${date} ${time}`)
})

test('before 7, after 22 and past midnight is outside the day', () => {
  assert.ok(withinDay(at('2027-07-15T08:00:00Z'), at('2027-07-15T09:30:00Z'), wuhan))
  assert.ok(withinDay(at('2027-07-15T13:00:00Z'), at('2027-07-15T14:00:00Z'), wuhan))
  assert.ok(!withinDay(at('2027-07-15T13:30:00Z'), at('2027-07-15T14:01:00Z'), wuhan))
  assert.ok(!withinDay(at('2027-07-15T15:30:00Z'), at('2027-07-15T16:30:00Z'), wuhan))
  assert.ok(!withinDay(at('2027-07-15T05:59:00Z'), at('2027-07-15T07:00:00Z'), london))
})

test('both are at work from 15:00 to 19:00 in Wuhan in summer, from 16:00 in winter', () => {
  const hours = (date: string) => {
    const span = sharedHours(Temporal.PlainDate.from(date), [wuhan, london])!
    return [wallFields(span.from, wuhan).time, wallFields(span.to, wuhan).time]
  }
  assert.deepEqual(hours('2027-07-15'), ['15:00', '19:00'])
  assert.deepEqual(hours('2027-12-15'), ['16:00', '19:00'])
})

test('two cities half a world apart may have no common hour, or one on another day', () => {
  assert.equal(sharedHours(Temporal.PlainDate.from('2027-12-15'), ['Asia/Shanghai', 'America/New_York']), undefined)
  const span = sharedHours(Temporal.PlainDate.from('2027-12-15'), ['Australia/Sydney', 'America/Los_Angeles'])!
  assert.equal(wallFields(span.from, 'America/Los_Angeles').date, '2027-12-14')
})

test('shared hours that are of the day before in the other city are called so', () => {
  const [sydney, losAngeles] = [
    { zone: 'Australia/Sydney', city: { en: 'Sydney', zh: '悉尼' } },
    { zone: 'America/Los_Angeles', city: { en: 'Los Angeles', zh: '洛杉矶' } },
  ]
  const typed = { date: '2027-12-15', time: '09:00', which: '' as const }
  const said = (language: 'en' | 'zh') => String(whenFields({ typed, places: [sydney!, losAngeles!], language }))
  assert.match(said('en'), /from 08:00 to 14:00 in Sydney \(from 13:00 to 19:00 in Los Angeles, day before\)/)
  assert.match(said('zh'), /洛杉矶 13:00 至 19:00，前一日/)
})
