import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { concludeKeyAgreement } from '#src/partners/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { benefitsOf, programmeRoutes } from './index.ts'
import { moveProgramme, nextReview, type ProgrammeAct, programmeLifecycle, programmeStates } from './programme.ts'

describe('every state × act', () => {
  const moves: Record<ProgrammeAct, Partial<Record<string, string>>> = {
    start: { planned: 'running' },
    begin_final_review: { running: 'in_final_review' },
    close: { in_final_review: 'closed', planned: 'closed' },
    renew: { in_final_review: 'renewed' },
  }
  for (const state of programmeStates)
    for (const act of Object.keys(moves) as ProgrammeAct[]) {
      const to = moves[act][state]
      test(`${state}, ${act}: ${to ?? 'refused'}`, () => {
        if (to) return assert.equal(moveProgramme(state, act), to)
        assert.throws(() => moveProgramme(state, act), Refusal)
      })
    }
})

test('the database and the README know the same lifecycle', () => {
  const sql = readFileSync(new URL('../../migrations/0071_programme.sql', import.meta.url), 'utf8')
  const listed = /programme_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!.match(/[a-z_]+/g)
  assert.deepEqual(listed, [...programmeStates])
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8').split('\n')
  const rows = programmeLifecycle.map(({ from, act, to }) => `| ${from} | ${act} | ${to} |`)
  assert.deepEqual(
    readme.filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| from')),
    rows,
  )
})

test('a review falls on the agreement’s own day while that is to come, else so many months after the last look', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const today = day('2026-09-23')
  const due = (reviewOn: string | null, looked: string | null) =>
    nextReview(
      { reviewOn: reviewOn && day(reviewOn), lastLooked: looked && day(looked) } as never,
      24,
      today,
    )?.toString()
  assert.equal(due('2027-01-31', '2021-09-23'), '2027-01-31')
  assert.equal(due('2024-01-31', '2025-02-28'), '2027-02-28')
  assert.equal(due(null, '2021-09-23'), '2023-09-23')
  assert.equal(due('2024-01-31', null), '2024-01-31')
  assert.equal(due(null, null), undefined)
})

let pair: Pair
let officer: OfficeBrowser
let at: string
const form = {
  name_en: 'Key Partnership Initiative',
  name_zh: '重点合作伙伴计划',
  startsOn: '2021-09-23',
  endsOn: '2026-09-22',
  areas_joint_research: 'yes',
  budget: '2,000,000',
  currency: 'cny',
  benefits_en: 'Seed calls',
}

before(async () => {
  pair = await openPair()
  pair.hust.app.route('/', programmeRoutes({ db: pair.hust.database.db }))
  officer = await pair.hust.browser('officer')
  const answer = await officer.post('/programmes', form)
  at = answer.headers.get('location')!.replace('?done=yes', '')
})
after(() => pair.close())

const step = (act: string, more: Record<string, string> = {}) =>
  officer.post(`${at}/steps`, { act, reason: 'As the council decided.', ...more })

test('a programme is written down in both languages; what is wrong is said, and what was typed comes back', async () => {
  assert.match(await officer.read(at), /重点合作伙伴计划[\s\S]*CN¥2,000,000/)
  for (const [wrong, said] of [
    [{ name_en: '', name_zh: '' }, /at least one language/],
    [{ endsOn: '2021-09-23' }, /the last after the first/],
    [{ budget: 'two' }, /at most two decimals/],
    [{ currency: '' }, /three letters/],
  ] as const) {
    const answer = await officer.post('/programmes', { ...form, ...wrong })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), said)
  }
})

test('only key partners take part; the totals are the sums of the rows', async () => {
  const ror = pair.queenMary.ror
  const early = await officer.post(`${at}/join`, { partner: ror })
  assert.equal(early.status, 422)
  const { db } = pair.hust.database
  const signed = { partner: ror, agreement: crypto.randomUUID(), at: Temporal.Instant.from('2021-09-23T08:00:00Z') }
  await db.transaction().execute((tx) => concludeKeyAgreement(tx, signed))
  for (const kind of ['key', 'exchange'] as const) await enter(ror, kind)
  assert.equal((await officer.post(`${at}/join`, { partner: ror })).status, 303)
  assert.equal((await officer.post(`${at}/join`, { partner: ror })).status, 303, 'again changes nothing')
  const page = await officer.read(at)
  assert.match(page, />One partner<[\s\S]*<strong>2<\/strong>/)
  const cells = [...page.matchAll(/standing=living">(\d+)</g)].map(([, n]) => Number(n))
  assert.equal(
    cells.reduce((a, b) => a + b, 0),
    2,
  )
  assert.match(page, /31 December 2099/)
  assert.match(page, /overdue/, 'two years after 2021')
})

/** An agreement in force, in the register. */
async function enter(partner: string, kind: 'key' | 'exchange'): Promise<void> {
  const row = {
    id: crypto.randomUUID(),
    partner,
    kind,
    title_en: kind,
    title_zh: '',
    signed_how: 'ink' as const,
    signed_on: '2021-09-23',
    effective_on: '2021-09-23',
    ends_on: '2099-12-31',
    created_at: Temporal.Instant.from('2021-09-23T08:00:00Z'),
  }
  await pair.hust.database.db
    .insertInto('agreement_entry')
    .values(row as never)
    .execute()
}

test('its benefits are open while it runs, and to who takes part', async () => {
  const { db } = pair.hust.database
  const ror = pair.queenMary.ror
  assert.deepEqual(await benefitsOf(db, ror), [], 'not started')
  assert.equal((await step('start')).status, 303)
  assert.deepEqual(
    (await benefitsOf(db, ror)).map(({ benefits_en }) => benefits_en),
    ['Seed calls'],
  )
  await officer.post(`${at}/leave`, { partner: ror })
  assert.deepEqual(await benefitsOf(db, ror), [])
  await officer.post(`${at}/join`, { partner: ror })
})

test('it is renewed by a successor only, and then nobody joins it', async () => {
  assert.equal((await step('renew')).status, 409)
  assert.equal((await step('begin_final_review')).status, 303)
  assert.equal((await step('renew')).status, 422)
  const next = await officer.post('/programmes', { ...form, startsOn: '2026-09-23', endsOn: '2031-09-22' })
  const successor = /[0-9a-f-]{36}/.exec(next.headers.get('location')!)![0]
  assert.equal((await step('renew', { successor })).status, 303)
  assert.equal((await officer.post(`${at}/join`, { partner: pair.queenMary.ror })).status, 409)
  assert.match(await officer.read(at), /As the council decided\.[\s\S]*As the council decided\./)
})

test('two officers at one programme lose nothing; others change nothing', async () => {
  const first = await officer.post(at, { ...form, revision: '1', aims_en: 'Pool resources' })
  assert.equal(first.status, 303)
  const second = await officer.post(at, { ...form, revision: '1', aims_en: 'Target exchanges' })
  assert.equal(second.status, 409)
  assert.match(await second.text(), /Saved meanwhile: Pool resources[\s\S]*Target exchanges/)
  const reader = await pair.hust.browser('reader')
  assert.match(await reader.read(at), /Pool resources/)
  for (const path of ['', '/steps', '/join', '/leave', '/targets', '/targets/drop'])
    assert.equal((await reader.post(at + path, { ...form, act: 'close', reason: 'x' })).status, 403, path)
  assert.equal((await (await pair.hust.browser('nobody')).get(at)).status, 404)
  assert.equal((await (await pair.hust.browser('public')).get(at)).status, 303)
})

test('disciplines meet, with what stands behind each', async () => {
  const { db } = pair.hust.database
  const unit = (institution: string, name: string, strengths: string[], wishes: string[]) => ({
    id: crypto.randomUUID(),
    institution,
    parent: null,
    name_en: name,
    since: null,
    until: null,
    strengths,
    wishes,
    created_at: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  })
  const units = [
    unit(pair.hust.ror, 'School of Energy', ['energy', 'medicine'], []),
    unit(pair.queenMary.ror, 'Faculty of Medicine', ['medicine'], ['energy']),
  ]
  await db
    .insertInto('unit')
    .values(units as never)
    .execute()
  const page = `/partners/${pair.queenMary.ror}/match`
  assert.match(
    await officer.read(page),
    /Energy[\s\S]*complementary[\s\S]*idle[\s\S]*Medicine[\s\S]*similar[\s\S]*idle/,
  )
  await db.updateTable('agreement_entry').set({ fields: '医学, law' }).where('kind', '=', 'exchange').execute()
  assert.match(await officer.read(page), /similar[\s\S]*active[\s\S]*exchange/)
  assert.equal((await officer.get(`/partners/${pair.hust.ror}/match`)).status, 404)
  assert.equal((await (await pair.hust.browser('nobody')).get(page)).status, 404)
})
