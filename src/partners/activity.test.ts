import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { chance } from '#cast/chance.ts'
import { activity } from '#src/desk/index.ts'
import { colleague, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { dormancyOn, gapYears } from './activity.ts'
import { dormantPartners } from './activity-store.ts'
import { partnerList } from './partner-list.ts'
import { markCondition } from './partner-mark.ts'
import type { PartnershipState } from './partnership.ts'

let pair: Pair
let officer: OfficeBrowser
let ror: string
let at: string

before(async () => {
  pair = await openNegotiation()
  pair.now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  officer = await pair.hust.browser('officer')
  ror = pair.queenMary.ror
  at = `/partners/${ror}`
})
after(() => pair.close())

const db = () => pair.hust.database.db
const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-03-02')
const note = {
  kind: 'exchange',
  on: '2017-05-04',
  title_en: 'Twelve students',
  title_zh: '',
  source: 'Report 2017, page 4',
}

test('a gap is a year in which something was done that asks for an agreement, and none was in force on any day', () => {
  const did = (on: string, needsAgreement = true) => ({ on: day(on), needsAgreement })
  const span = (from: string, until: string | null) => ({ from: day(from), until: until === null ? null : day(until) })
  const years = (...spans: ReturnType<typeof span>[]) =>
    gapYears([did('2018-12-31'), did('2015-06-01'), did('2018-01-01'), did('2016-06-01', false)], spans)
  assert.deepEqual(years(), [2015, 2018])
  assert.deepEqual(years(span('2018-12-31', null)), [2015])
  assert.deepEqual(years(span('2010-01-01', '2015-01-01')), [2018])
  assert.deepEqual(years(span('2010-01-01', '2014-12-31'), span('2019-01-01', null)), [2015, 2018])
  assert.deepEqual(years(span('2010-01-01', '2015-03-01'), span('2017-01-01', '2018-01-01')), [])
})

test('dormant by its record: nothing for longer than the rule, unless somebody decided; a decision ends with the next record', () => {
  const of = (o: {
    last?: string
    since?: string
    state?: PartnershipState
    decided?: ['dormant' | 'awake', string]
    months?: number
  }) =>
    dormancyOn(
      { state: o.state ?? 'cooperating', since: o.since ?? '2010', dormant_after: o.months ?? 24 },
      {
        last: o.last ? day(o.last) : null,
        decision: o.decided ? { decision: o.decided[0], on: day(o.decided[1]) } : null,
      },
      today,
    )
  assert.equal(of({}), 'proposed')
  assert.equal(of({ state: 'prospect' }), 'none')
  assert.equal(of({ state: 'ended' }), 'none')
  assert.equal(of({ last: '2024-03-02' }), 'none')
  assert.equal(of({ last: '2024-03-01' }), 'proposed')
  assert.equal(of({ last: '2024-03-01', months: 25 }), 'none')
  assert.equal(of({ since: '2024' }), 'none', 'it may have begun on the last day of that year')
  assert.equal(of({ since: '2023' }), 'proposed')
  assert.equal(of({ decided: ['dormant', '2025-01-01'] }), 'confirmed')
  assert.equal(of({ decided: ['dormant', '2025-01-01'], last: '2024-12-31' }), 'confirmed')
  assert.equal(of({ decided: ['dormant', '2025-01-01'], last: '2025-01-01' }), 'none')
  assert.equal(of({ decided: ['awake', '2025-01-01'] }), 'none')
  assert.equal(of({ decided: ['awake', '2024-01-01'] }), 'proposed')
})

test('lists ask the database the same questions as the rules', async () => {
  const random = chance(7)
  const known = Array.from({ length: 60 }, (_, i) => {
    const at = (years: number) => today.subtract({ days: random.below(years * 365) }).toString()
    return {
      ror: `0test${String(i).padStart(4, '0')}`,
      state: random.one(['prospect', 'cooperating', 'ended'] as PartnershipState[]),
      since: random.below(2) ? String(2014 + random.below(13)) : at(8),
      dormant_after: 1 + random.below(60),
      noted: Array.from({ length: random.below(4) }, () => ({ on: at(9), kind: random.one(['exchange', 'visit']) })),
      spans: Array.from({ length: random.below(3) }, () => {
        const from = today.subtract({ days: random.below(9 * 365) })
        return { from, until: random.below(3) ? from.add({ days: random.below(1_200) }) : null }
      }),
      decided: random.below(3) ? null : { decision: random.one(['dormant', 'awake'] as const), on: at(4) },
    }
  })
  await fill(known)
  const gaps = await listed('gap')
  const dormant = new Map((await dormantPartners(db(), activity, today)).map((one) => [one.partner, one.standing]))
  const inList = await listed('dormant')
  for (const one of known) {
    const happened = one.noted.map(({ on, kind }) => ({ on: day(on), needsAgreement: kind === 'exchange' }))
    const days = [...one.noted.map(({ on }) => day(on)), ...one.spans.map(({ from }) => from)]
    const last = days.sort(Temporal.PlainDate.compare).at(-1) ?? null
    const decision = one.decided && { ...one.decided, on: day(one.decided.on) }
    const standing = dormancyOn(one, { last, decision }, today)
    assert.equal(dormant.get(one.ror) ?? 'none', standing, JSON.stringify(one))
    assert.equal(inList.has(one.ror), standing !== 'none')
    assert.equal(gaps.has(one.ror), gapYears(happened, one.spans).length > 0, JSON.stringify(one))
  }
  assert.ok(gaps.size > 5 && gaps.size < 55 && dormant.size > 5 && dormant.size < 55)
})

interface Filled {
  ror: string
  state: PartnershipState
  since: string
  dormant_after: number
  noted: { on: string; kind: string }[]
  spans: { from: Temporal.PlainDate; until: Temporal.PlainDate | null }[]
  decided: { decision: string; on: string } | null
}

async function fill(known: Filled[]) {
  for (const one of known) {
    const id = crypto.randomUUID()
    await sql`insert into institution (ror, name_en, name_zh, short_en, short_zh, country, zone, haystack)
      values (${one.ror}, ${one.ror}, '', '', '', 'GB', 'Europe/London', ${one.ror})`.execute(db())
    await sql`insert into partnership (id, partner, state, since, dormant_after)
      values (${id}, ${one.ror}, ${one.state}, ${one.since}, ${one.dormant_after})`.execute(db())
    for (const { on, kind } of one.noted)
      await sql`insert into noted_activity (id, partner, happened_on, kind, title_en, source, by_name, at)
        values (${crypto.randomUUID()}, ${one.ror}, ${on}::date, ${kind}, 'x', 'x', 'x', now())`.execute(db())
    for (const { from, until } of one.spans)
      await sql`insert into agreement_entry (id, partner, kind, title_en, title_zh, signed_how, signed_on, ends_on, review_on, created_at)
        values (${crypto.randomUUID()}, ${one.ror}, 'exchange', 'x', '', 'ink', ${from.toString()}::date,
          ${until?.toString() ?? null}::date, '2030-01-01', now())`.execute(db())
    if (one.decided)
      await sql`insert into dormancy_decision (partnership, decision, reason, decided_on, by_name, at)
        values (${id}, ${one.decided.decision}, 'x', ${one.decided.on}::date, 'x', now())`.execute(db())
  }
}

async function listed(mark: 'gap' | 'dormant') {
  const where = markCondition(mark, activity, today)
  const { rows } = await partnerList(db(), { words: '0test', state: '' }, { page: 1, size: 100, where })
  return new Set(rows.map((row) => row.ror))
}

test('what happened is noted with its source, counted by year, told on the partner’s page, and taken out again', async () => {
  for (const [wrong, said] of [
    [{ title_en: ' ' }, /what happened/],
    [{ source: '' }, /where this is written/],
    [{ on: '2999-01-01' }, /not later than today/],
    [{ on: '4 May' }, /not later than today/],
  ] as const) {
    const answer = await officer.post(`${at}/activity`, { ...note, ...wrong })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), said)
  }
  assert.match(await officer.read(`${at}/activity`), /Nothing is recorded yet/, 'nothing was half saved')
  assert.equal((await officer.post(`${at}/activity`, note)).status, 303)
  const page = await officer.read(`${at}/activity`)
  assert.match(page, /2017[\s\S]*none[\s\S]*gap[\s\S]*Twelve students[\s\S]*Report 2017, page 4/)
  assert.match(await officer.read(at), /Years without an agreement[\s\S]*2017/)
  assert.match(await officer.read('/partners?mark=gap&q=queen'), /Queen Mary/)
  const entry = {
    kind: 'exchange',
    partner: ror,
    titleEn: 'Old exchange',
    signedOn: '2016-01-01',
    endsOn: '2018-01-01',
  }
  assert.equal((await officer.post('/register', entry)).status, 303)
  assert.doesNotMatch(await officer.read('/partners?mark=gap&q=queen'), /\/partners\/026zzn846"/)
  const own = await officer.read(`${at}/activity`)
  assert.match(own, /Agreement signed[\s\S]*Old exchange/)
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(own)![1]!
  assert.equal((await officer.post(`${at}/activity/drop`, { id })).status, 303)
  assert.equal((await officer.post(`${at}/activity/drop`, { id })).status, 404)
  assert.doesNotMatch(await officer.read(`${at}/activity`), /Twelve students/)
})

test('an officer confirms that it is dormant, with a reason; its state stays, and the mark goes with the next record', async () => {
  assert.match(await officer.read(at), /Dormant by its record/)
  const state = async () => (await db().selectFrom('partnership').selectAll().where('partner', '=', ror).execute())[0]!
  const before = await state()
  const decide = (decision: string, reason = 'Nobody answers.') =>
    officer.post(`${at}/activity/decision`, { decision, reason })
  assert.equal((await decide('dormant', ' ')).status, 422)
  assert.equal((await decide('dormant')).status, 303)
  assert.equal((await decide('dormant')).status, 409, 'a colleague has decided')
  assert.match(await officer.read(`${at}/activity`), /found it dormant on 2 March 2026[\s\S]*Nobody answers\./)
  assert.deepEqual(await state(), before)
  assert.match(await officer.read('/partners?mark=dormant&q=queen'), /Queen Mary/)
  // Negotiating is a sign of life.
  pair.now = pair.now.add({ hours: 24 })
  officer = await pair.hust.browser('officer')
  await sentAgreement(pair)
  assert.match(await officer.read(`${at}/activity`), /3 March 2026[\s\S]*Agreement negotiated/)
  assert.doesNotMatch(await officer.read(at), /Dormant by its record/)
  assert.equal((await decide('awake')).status, 409)
  assert.equal((await officer.post(`${at}/activity/rule`, { months: '0' })).status, 422)
  assert.equal((await officer.post(`${at}/activity/rule`, { months: '36' })).status, 303)
  assert.match(await officer.read(`${at}/activity`), /36 months without a record/)
})

test('readers see what happened and decide nothing; an editor is not told of agreements; others find nothing', async () => {
  const reader = await pair.hust.browser('reader')
  const seen = await reader.read(`${at}/activity`)
  assert.match(seen, /Agreement negotiated/)
  assert.doesNotMatch(seen, /<form[^>]*activity/)
  for (const path of ['', '/drop', '/decision', '/rule'])
    assert.equal((await reader.post(`${at}/activity${path}`, { ...note, months: '5', reason: 'x' })).status, 403, path)
  const editor = await (await colleague(pair, pair.hust, 'editor')).read(`${at}/activity`)
  assert.doesNotMatch(editor, /Agreement negotiated|Old exchange/)
  assert.equal((await (await pair.hust.browser('nobody')).get(`${at}/activity`)).status, 404)
  const acts = await db().selectFrom('journal').select('act').where('act', 'like', 'partner.%').execute()
  assert.ok(acts.some(({ act }) => act === 'partner.found_dormant'))
})
