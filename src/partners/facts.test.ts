import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { answerStanding, isStale } from './fact.ts'
import { answersEndingBy, answersOf } from './fact-store.ts'
import { factsOf } from './institution-facts-store.ts'
import { partnerRoutes } from './routes.ts'

let pair: Pair
let officer: OfficeBrowser
let at: string
let ror: string

before(async () => {
  pair = await openPair()
  pair.hust.app.route('/', partnerRoutes({ db: pair.hust.database.db }))
  officer = await pair.hust.browser('officer')
  ror = pair.queenMary.ror
  at = `/partners/${ror}`
})
after(() => pair.close())

const day = (text: string) => Temporal.PlainDate.from(text)
const fact = {
  label_en: 'Founded',
  label_zh: '创办',
  value_en: '1785',
  value_zh: '1785年',
  source: 'https://example.org/history',
  asOf: '2021-09-28',
}

test('a fact grows stale a year after someone last looked', () => {
  const known = { asOf: day('2025-01-31'), checkedOn: null }
  assert.equal(isStale(known, day('2026-01-31')), false)
  assert.equal(isStale(known, day('2026-02-01')), true)
  assert.equal(isStale({ ...known, checkedOn: day('2025-12-01') }, day('2026-02-01')), false)
  assert.equal(
    isStale({ ...known, checkedOn: day('2024-01-01') }, day('2026-01-31')),
    false,
    'an older look does not age it',
  )
})

test('an answer holds, ends soon, has expired, or was never given', () => {
  const today = day('2026-09-23')
  const of = (expires: string | null) => answerStanding(expires === null ? null : day(expires), today)
  assert.deepEqual(
    [of(null), of('2026-09-22'), of('2026-09-23'), of('2026-12-22'), of('2026-12-23')],
    ['none', 'expired', 'ending', 'ending', 'valid'],
  )
})

test('a fact needs source and day; it is looked at again, and taken out with what it said in the journal', async () => {
  for (const [wrong, status] of [
    [{ source: ' ' }, 422],
    [{ asOf: '2999-01-01' }, 422],
    [{ asOf: 'yesterday' }, 422],
    [{ value_en: '', value_zh: '' }, 422],
  ] as const)
    assert.equal((await officer.post(`${at}/facts`, { ...fact, ...wrong })).status, status)
  assert.equal((await officer.post(`${at}/facts`, fact)).status, 303)
  assert.match(await officer.read(at), /1785[\s\S]*not looked at for a year/)
  const [known] = (await factsOf(pair.hust.database.db, ror)).slice(-1)
  const position = String(known!.position)
  assert.equal((await officer.post(`${at}/facts/check`, { position })).status, 303)
  assert.doesNotMatch(await officer.read(at), /not looked at for a year/)
  assert.equal((await officer.post(`${at}/facts/drop`, { position })).status, 303)
  assert.equal((await officer.post(`${at}/facts/drop`, { position })).status, 404)
  const { detail } = await pair.hust.database.db
    .selectFrom('journal')
    .select('detail')
    .where('act', '=', 'partner.fact_dropped')
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(detail), /1785/)
})

test('due diligence is ours alone, expires, and keeps earlier answers', async () => {
  const answer = {
    topic: 'research_security',
    risk: 'medium',
    answer: 'Reviewed by the security desk.',
    source: 'File 12',
    answeredOn: '2025-01-10',
    expiresOn: '2026-01-10',
  }
  assert.equal((await officer.post(`${at}/diligence`, { ...answer, answer: ' ' })).status, 422)
  assert.equal((await officer.post(`${at}/diligence`, { ...answer, expiresOn: '2025-01-10' })).status, 422)
  assert.equal((await officer.post(`${at}/diligence`, answer)).status, 303)
  const { db } = pair.hust.database
  assert.equal((await answersEndingBy(db, day('2026-01-10'))).length, 1)
  const again = { ...answer, answer: 'Nothing has changed.', answeredOn: '2025-12-01', expiresOn: '2026-12-01' }
  assert.equal((await officer.post(`${at}/diligence`, again)).status, 303)
  assert.equal((await answersEndingBy(db, day('2026-01-10'))).length, 0, 'the later answer holds')
  assert.equal((await answersOf(db, ror)).length, 2)
  assert.match(await officer.read(`${at}/facts`), /Nothing has changed\.[\s\S]*Reviewed by the security desk\./)
  for (const who of ['reader', 'approver', 'administrator', 'nobody', 'public'] as const) {
    const browser = await pair.hust.browser(who)
    for (const path of [at, `${at}/facts`, `${at}/pairings`]) {
      const page = await browser.get(path)
      assert.doesNotMatch(await page.text(), /security desk|Nothing has changed/, `${who} ${path}`)
      if (path.endsWith('/facts')) assert.notEqual(page.status, 200, who)
    }
  }
  const journal = await db.selectFrom('journal').select('detail').execute()
  assert.ok(!JSON.stringify(journal).includes('security desk'))
})
