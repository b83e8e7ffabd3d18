import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Frame, FrameItem } from './frame.ts'
import type { Guest, Level } from './guest.ts'
import { mergePlan } from './merge-plan.ts'
import type { Plan } from './plan.ts'
import type { SheetState } from './sheet.ts'
import type { CheckedAgreement, Surroundings, Warning } from './warning.ts'
import { warningWords } from './warning-words.ts'
import { warningsOf } from './warnings.ts'

const [hust, qm] = ['00p991c53', '026zzn846']
const b = (text: string) => ({ en: text, zh: text })
const now = Temporal.Instant.from('2027-01-04T08:00:00Z')

const guest = (party: string | null, latin: string, level: Level, more: Partial<Guest> = {}): Guest => ({
  id: latin,
  name: { latin, native: null },
  familyNameFirst: false,
  title: b(level === 'head' ? 'President' : 'Dean'),
  organisation: b(party ?? 'Consulate'),
  party,
  level,
  attending: 'accepted',
  present: null,
  ...more,
})
const item = (
  id: string,
  block: Block,
  minutes: number,
  party: string | null,
  more: Partial<FrameItem> = {},
): FrameItem => ({
  id,
  block,
  title: b(id),
  minutes,
  party,
  language: 'both',
  ...more,
})
const sheet = (zone: string, guests: Guest[], speaks: Record<string, string> = {}): SheetState => ({
  version: 1,
  sheet: {
    hall: b('Hall'),
    city: b(zone),
    zone,
    contact: '',
    guests,
    items: Object.fromEntries(
      Object.entries(speaks).map(([id, who]) => [id, { guest: who, language: null, interpreter: '', note: '' }]),
    ),
  },
  confirmed: null,
  asked: null,
})

interface Change {
  frame?: Partial<Frame>
  ours?: SheetState
  theirs?: SheetState
}

/** A signing without a fault, five months ahead. */
function plan({ frame, ours, theirs }: Change = {}): Plan {
  const whole: Frame = {
    version: 1,
    kind: 'signing',
    agreement: crypto.randomUUID(),
    title: b('Signing'),
    startsAt: Temporal.Instant.from('2027-06-10T08:00:00Z'),
    items: [item('address', 'speech', 8, hust), item('reply', 'speech', 8, qm), item('signing', 'signing', 10, null)],
    open: false,
    meeting: null,
    standing: 'planned',
    reason: '',
    ...frame,
  }
  return mergePlan({
    id: crypto.randomUUID(),
    partner: qm,
    convenor: hust,
    state: 'planning',
    rehearsalOf: null,
    sharedAt: now,
    frame: whole,
    sheets: [
      [hust, ours ?? sheet('Asia/Shanghai', [guest(hust, 'Li', 'head')], { address: 'Li' })],
      [qm, theirs ?? sheet('Europe/London', [guest(qm, 'Bailey', 'head')], { reply: 'Bailey' })],
    ],
  })
}

const seats: CheckedAgreement['seats'] = [
  { party: hust, name: { latin: 'Li', native: null }, title: b('President'), held: [b('President')], account: true },
  { party: qm, name: { latin: 'Bailey', native: null }, title: b('President'), held: null, account: null },
]
const agreement: CheckedAgreement = { frozenAt: now, unapproved: [], concluded: false, seats }
const around: Surroundings = { us: hust, now, agreement, rehearsed: 1, noted: [] }

const kinds = (change: Change = {}, more: Partial<Surroundings> = {}) =>
  warningsOf(plan(change), { ...around, ...more }).map(({ kind }) => kind)
const inWeeks = (weeks: number) => ({ startsAt: now.add({ minutes: Math.round(weeks * 168 * 60) }) })

test('a sound plan has nothing against it', () => assert.deepEqual(kinds(), []))

test('running order: times follow from the start and the minutes, the end too', () => {
  const { items, endsAt } = plan()
  assert.deepEqual(
    items.map((one) => one.startsAt.toString()),
    ['2027-06-10T08:00:00Z', '2027-06-10T08:08:00Z', '2027-06-10T08:16:00Z'],
  )
  assert.equal(endsAt.toString(), '2027-06-10T08:26:00Z')
})

const cases: [Warning['kind'], Change, Partial<Surroundings>][] = [
  ['no_agreement', {}, { agreement: null }],
  ['not_frozen', {}, { agreement: { ...agreement, frozenAt: null } }],
  ['text_late', { frame: inWeeks(3.9) }, {}],
  ['unapproved', {}, { agreement: { ...agreement, unapproved: [qm] } }],
  ['no_signing_item', { frame: { items: [item('address', 'speech', 8, hust)] } }, {}],
  ['signing_long', { frame: { items: [item('signing', 'signing', 16, null)] } }, {}],
  [
    'heads_late',
    {
      frame: inWeeks(15.9),
      ours: sheet('Asia/Shanghai', [guest(hust, 'Li', 'head', { attending: 'unknown' })], { address: 'Li' }),
    },
    {},
  ],
  [
    'deputies_late',
    {
      frame: inWeeks(5.9),
      ours: sheet(
        'Asia/Shanghai',
        [guest(hust, 'Li', 'head'), guest(hust, 'Chen', 'deputy', { attending: 'unknown' })],
        { address: 'Li' },
      ),
    },
    {},
  ],
  [
    'unequal_heads',
    {
      theirs: sheet('Europe/London', [guest(qm, 'Grant', 'deputy'), guest(qm, 'Bailey', 'head')], { reply: 'Bailey' }),
    },
    {},
  ],
  [
    'unequal_seats',
    {
      theirs: sheet(
        'Europe/London',
        [guest(qm, 'Other', 'head'), guest(qm, 'Bailey', 'deputy', { title: b('President') })],
        { reply: 'Bailey' },
      ),
    },
    {},
  ],
  ['seat_not_guest', { theirs: sheet('Europe/London', [guest(qm, 'Other', 'head')], { reply: 'Other' }) }, {}],
  ['seat_without_account', {}, { agreement: { ...agreement, seats: [{ ...seats[0]!, account: false }, seats[1]!] } }],
  [
    'seat_title',
    {},
    { agreement: { ...agreement, seats: [{ ...seats[0]!, held: [b('Vice President')] }, seats[1]!] } },
  ],
  ['speaker_missing', { ours: sheet('Asia/Shanghai', [guest(hust, 'Li', 'head')]) }, {}],
  [
    'speaker_declined',
    {
      ours: sheet(
        'Asia/Shanghai',
        [guest(hust, 'Li', 'head'), guest(hust, 'Chen', 'deputy', { attending: 'declined' })],
        { address: 'Chen' },
      ),
    },
    {},
  ],
  [
    'interpreter_missing',
    {
      frame: { items: [item('address', 'speech', 8, hust, { language: 'zh' }), item('signing', 'signing', 10, null)] },
    },
    {},
  ],
  ['notes_late', { frame: inWeeks(0.9) }, {}],
  ['outside_day', { frame: { startsAt: Temporal.Instant.from('2027-06-10T05:30:00Z') } }, {}],
  ['sheet_missing', { theirs: { ...sheet('Europe/London', []), version: 0 } }, {}],
  [
    'hall_missing',
    {
      ours: {
        ...sheet('Asia/Shanghai', []),
        sheet: { ...sheet('Asia/Shanghai', [guest(hust, 'Li', 'head')], { address: 'Li' }).sheet, hall: b('') },
      },
    },
    {},
  ],
  ['no_rehearsal', { frame: inWeeks(1.5) }, { rehearsed: 0 }],
  ['past', { frame: { startsAt: now.subtract({ hours: 1 }) } }, {}],
]

for (const [kind, change, more] of cases)
  test(`warned: ${kind}, in words of both languages that say who can do what`, () => {
    const found = warningsOf(plan(change), { ...around, ...more }).find((w) => w.kind === kind)
    assert.ok(found, `only ${kinds(change, more).join(', ')}`)
    const [en, zh] = (['en', 'zh'] as const).map((language) => warningWords(found, language, (party) => party))
    assert.match(en!, /\b(offices?|officers?|convenor|side|approvers)\b/i)
    for (const said of [en!, zh!]) assert.ok(said.length > 15 && !/undefined|\[object/.test(said), said)
    assert.match(zh!, /由|请|任何一方|发起方|双方/)
  })

test('a consul before the head of our own people does not unsettle the rank', () => {
  const consul = guest(null, 'Walley', 'other')
  assert.deepEqual(kinds({ ours: sheet('Asia/Shanghai', [consul, guest(hust, 'Li', 'head')], { address: 'Li' }) }), [])
})

test('nothing is warned of what was held or called off', () => {
  for (const state of ['held', 'closed', 'cancelled', 'postponed'] as const)
    assert.deepEqual(warningsOf({ ...plan(), state }, { ...around, agreement: null }), [])
})
