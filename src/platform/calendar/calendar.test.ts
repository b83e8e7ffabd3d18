import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { type CalendarEvent, calendar } from './index.ts'

const at = Temporal.Instant.from
const event: CalendarEvent = {
  uid: 'ceremony-1@hust.example',
  sequence: 0,
  status: 'CONFIRMED',
  start: at('2021-09-23T07:30:00Z'),
  end: at('2021-09-23T09:00:00Z'),
  summary: '重点合作伙伴协议签约仪式; Signing, with “Queen Mary”',
  description: 'Wuhan 15:30, London 08:30\n武汉 15:30；伦敦 08:30\r\nA path: C:\\hall',
  location: '武汉，主楼大礼堂 · Main Building, Great Hall, Wuhan — '.repeat(6),
  url: 'https://chirograph.example/en/events/signing?a=1;b=2,3',
  created: at('2021-08-01T01:00:00Z'),
  modified: at('2021-08-02T01:00:00.987Z'),
  language: 'zh',
}
const invitation: Partial<CalendarEvent> = {
  organizer: { name: 'International Office; "OIA", 国际交流处', email: 'oia@hust.example' },
  attendee: { name: '王小明: Wang Xiaoming', email: 'wang@hust.example' },
  conference: 'https://chirograph.example/reply/abc',
}
const published = (change: Partial<CalendarEvent> = {}) => calendar([{ ...event, ...change }], { name: '典礼' })

/** The event as another program reads it. */
function readBack(file: string) {
  const component = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')!
  return { component, event: new ICAL.Event(component) }
}

test('a calendar passes the lint, and another program reads back every word and instant', () => {
  const file = published()
  assert.deepEqual(lintCalendar(file, { open: true }), [])
  const { event: read, component } = readBack(file)
  assert.equal(read.uid, event.uid)
  assert.equal(read.summary, event.summary)
  assert.equal(read.description, event.description!.replace('\r\n', '\n'))
  assert.equal(read.location, event.location)
  assert.equal(component.getFirstPropertyValue('url'), event.url)
  assert.equal(read.startDate.toJSDate().toISOString(), '2021-09-23T07:30:00.000Z')
  assert.equal(read.endDate.toJSDate().toISOString(), '2021-09-23T09:00:00.000Z')
  assert.equal(component.getFirstPropertyValue('dtstamp')!.toString(), '2021-08-02T01:00:00Z')
})

test('an invitation names who asks and who is asked, whatever signs their names have', () => {
  const file = calendar([{ ...event, ...invitation }], { name: '签约仪式', method: 'REQUEST', language: 'zh' })
  assert.deepEqual(lintCalendar(file), [])
  const { component } = readBack(file)
  assert.equal(component.getFirstProperty('organizer')!.getFirstParameter('cn'), invitation.organizer!.name)
  assert.equal(component.getFirstProperty('attendee')!.getFirstParameter('cn'), invitation.attendee!.name)
  assert.equal(component.getFirstPropertyValue('attendee'), 'mailto:wang@hust.example')
})

test('a change keeps the identity and raises the sequence; a cancellation does too, and says so', () => {
  const options = { name: 'Signing', method: 'REQUEST' } as const
  const first = calendar([{ ...event, ...invitation }], options)
  const moved = {
    ...event,
    ...invitation,
    sequence: 1,
    start: event.start.add({ hours: 1 }),
    end: event.end.add({ hours: 1 }),
  }
  assert.deepEqual(lintCalendar(calendar([moved], options), { before: first }), [])
  const cancelled = calendar([{ ...moved, sequence: 2 }], { name: 'Signing', method: 'CANCEL' })
  assert.deepEqual(lintCalendar(cancelled, { before: calendar([moved], options) }), [])
  assert.match(cancelled, /\r\nMETHOD:CANCEL\r\n[\s\S]*\r\nSTATUS:CANCELLED\r\n/)
})

test('a calendar that can be fetched says where, and when to look again', () => {
  const url = 'https://chirograph.example/calendar.ics'
  const file = calendar([], { name: '活动', url, method: 'PUBLISH' })
  assert.deepEqual(lintCalendar(file, { open: true }), [])
  assert.match(file, /REFRESH-INTERVAL;VALUE=DURATION:PT6H/)
  assert.match(file, /SOURCE;VALUE=URI:https:\/\/chirograph\.example\/calendar\.ics/)
})

test('an event that ends before it begins is never written', () => {
  assert.throws(() => published({ end: event.start }), /ends before it begins/)
})

test('lines are folded at 75 octets and no character is cut, wherever the fold falls', () => {
  for (let lead = 0; lead < 80; lead++) {
    const summary = `${'x'.repeat(lead)}${'签约仪式𠮷😀é'.repeat(12)}`
    const file = published({ summary })
    assert.deepEqual(lintCalendar(file), [], `after ${lead} letters`)
    assert.equal(readBack(file).event.summary, summary)
  }
})

test('the same bytes come out whatever zone the server stands in', () => {
  const program = `
    import { calendar } from ${JSON.stringify(import.meta.resolve('./index.ts'))}
    const at = Temporal.Instant.from
    const instants = ['2021-03-10', '2021-07-10', '2021-10-31', '2021-12-10'].map((day) => at(day + 'T01:00:00Z'))
    process.stdout.write(calendar(instants.map((start, n) => ({
      uid: 'e' + n, sequence: n, status: 'CONFIRMED', start, end: start.add({ minutes: 90 }), summary: '签约', created: start,
      modified: start, language: 'zh',
    })), { name: 'x' }))`
  const [utc, ...others] = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      env: { TZ },
      encoding: 'utf8',
    }),
  )
  assert.deepEqual(lintCalendar(utc!), [])
  assert.match(utc!, /DTSTART:20211031T010000Z\r\nDTEND:20211031T023000Z/)
  for (const other of others) assert.equal(other, utc)
})

const broken: [string, string, RegExp, Parameters<typeof lintCalendar>[1]?][] = [
  ['bare line feeds', published().replaceAll('\r\n', '\n'), /CRLF/],
  ['a line of 76 octets', published().replace('END:VEVENT', `X-LONG:${'x'.repeat(69)}\r\nEND:VEVENT`), /76 octets/],
  ['no UID', published().replace(/UID:.*\r\n/, ''), /UID is missing/],
  ['no DTSTAMP', published().replace(/DTSTAMP:.*\r\n/, ''), /DTSTAMP is missing/],
  ['no DTSTART', published().replace(/DTSTART:.*\r\n/, ''), /DTSTART is missing/],
  [
    'a zone without its description',
    published().replace('DTSTART:20210923T073000Z', 'DTSTART;TZID=Asia/Shanghai:20210923T153000'),
    /not described/,
  ],
  ['a time without a zone', published().replace('DTSTART:20210923T073000Z', 'DTSTART:20210923T073000'), /neither UTC/],
  [
    'an end before the beginning',
    published().replace('DTEND:20210923T090000Z', 'DTEND:20210923T060000Z'),
    /ends before/,
  ],
  ['the same UID twice', calendar([event, event], { name: 'x' }), /stands twice/],
  ['a status of its own', published().replace('STATUS:CONFIRMED', 'STATUS:PLANNED'), /STATUS is unknown/],
  ['a bare comma', published().replace('\\,', ','), /unescaped/],
  ['a bare semicolon', published().replace('\\;', ';'), /unescaped/],
  ['a stray backslash', published().replace('C:\\\\hall', 'C:\\hall'), /unescaped/],
  [
    'a place to join in an open calendar',
    published({ conference: 'https://x.example/a' }),
    /where to join/,
    { open: true },
  ],
  ['a sequence that falls', published(), /SEQUENCE fell/, { before: published({ sequence: 1 }) }],
  [
    'a move under the same sequence',
    published({ start: at('2021-09-23T08:30:00Z') }),
    /did not rise/,
    { before: published() },
  ],
  ['an event that vanished', calendar([], { name: 'x' }), /is gone/, { before: published() }],
  ['an invitation of nobody', calendar([event], { name: 'x', method: 'REQUEST' }), /without ATTENDEE/],
  [
    'a cancellation of a standing event',
    calendar([{ ...event, ...invitation }], { name: 'x', method: 'CANCEL' }).replace(
      'STATUS:CANCELLED',
      'STATUS:CONFIRMED',
    ),
    /not cancelled/,
  ],
  ['an open component', published().replace('END:VEVENT\r\n', ''), /closes nothing/],
]

for (const [what, file, said, options] of broken)
  test(`the lint finds ${what}`, () => {
    assert.match(lintCalendar(file, options).join('; '), said)
  })
