import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { programmeRoutes } from '#src/programme/index.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'
import { importDirectory } from './import-directory.ts'
import { publicFacts } from './public-partners.ts'

let pair: Pair
let officer: OfficeBrowser
let at: string

const details = {
  name_en: 'Alliance of Tests',
  name_zh: '测试联盟',
  source: 'https://alliance.example/members',
  asOf: '2025-01-01',
  public: 'yes',
}

before(async () => {
  pair = await openNegotiation()
  pair.hust.app.route('/', programmeRoutes({ db: db() }))
  officer = await pair.hust.browser('officer')
  const records = async function* () {
    yield rorRecord(1, { names: [['Tongshan University', 'label', 'en']] })
    yield rorRecord(2, { names: [['Tongshan Old College', 'label', 'en']], status: 'withdrawn' })
  }
  await importDirectory(db(), records(), { fileName: 'test', by: { kind: 'node' }, at: pair.now })
})
after(() => pair.close())

const db = () => pair.hust.database.db

test('a grouping has a name, a source and a day; what is wrong is said, and what was typed comes back', async () => {
  for (const [wrong, said] of [
    [{ name_en: '', name_zh: ' ' }, /one language at least/],
    [{ source: '' }, /where its membership is written/],
    [{ asOf: '2999-01-01' }, /not later than today/],
  ] as const) {
    const answer = await officer.post('/groupings', { ...details, ...wrong })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, said)
    assert.match(page, /alliance\.example|Alliance of Tests/)
  }
  const answer = await officer.post('/groupings', details)
  assert.equal(answer.status, 303)
  at = answer.headers.get('location')!.replace(/\?.*/, '')
  assert.equal((await officer.post('/groupings', { ...details, name_en: 'alliance of tests' })).status, 409)
  assert.match(await officer.read('/groupings'), /Alliance of Tests[\s\S]*测试联盟/)
})

test('two officers at one grouping: the second sees what the first saved, and what they typed stands in the form, open', async () => {
  const own = { ...details, name_en: 'Of Two Officers', name_zh: '' }
  const at = (await officer.post('/groupings', own)).headers.get('location')!.replace(/\?.*/, '')
  const before = await officer.read(at)
  const revision = /name="revision" value="(\d+)"/.exec(before)![1]!
  assert.doesNotMatch(before, /<details class="dialog" open/)
  assert.equal((await officer.post(at, { ...own, source: 'First', revision })).status, 303)
  const second = await officer.post(at, {
    ...own,
    public: '',
    name_zh: '第二人“改”过',
    source: '<Second>',
    revision,
  })
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(page, /<dd>First<\/dd>/)
  const form = /<details class="dialog" open id="change">[\s\S]*?<\/form>/.exec(page)![0]
  assert.match(form, /<p class="error">[^<]*colleague[\s\S]*value="第二人“改”过"[\s\S]*value="&lt;Second&gt;"/)
  assert.doesNotMatch(form, /checked/)
  const again = { ...own, revision: /name="revision" value="(\d+)"/.exec(form)![1]! }
  assert.equal((await officer.post(at, again)).status, 303)
  assert.equal((await officer.post(`${at}/drop`)).status, 303)
})

test('what comes along unseen from another program is left out; nothing else typed is lost', async () => {
  const odd = { ...details, name_en: 'Odd\u0000 \u202eGrouping\u202c\u000b', name_zh: '', source: 'It\'s a "book"' }
  const answer = await officer.post('/groupings', odd)
  assert.equal(answer.status, 303)
  const named = db().selectFrom('grouping').select(['id', 'source']).where('name_en', '=', 'Odd Grouping')
  const made = await named.executeTakeFirstOrThrow()
  assert.equal(made.source, 'It\'s a "book"')
  assert.equal((await officer.post(`/groupings/${made.id}/drop`)).status, 303)
})

test('members are found in the register and in the directory, added once, and taken out', async () => {
  const { ror } = pair.queenMary
  const found = await officer.read(`${at}?q=queen`)
  assert.match(found, new RegExp(`name="ror" value="${ror}"`))
  const directory = await officer.read(`${at}?q=tongshan`)
  assert.match(directory, new RegExp(`value="${inventedRor(1)}"`))
  assert.doesNotMatch(directory, new RegExp(`value="${inventedRor(2)}"`), 'withdrawn records are not offered')
  for (const one of [ror, ror, inventedRor(1)])
    assert.equal((await officer.post(`${at}/members`, { ror: one })).status, 303)
  assert.equal((await officer.post(`${at}/members`, { ror: '0zzzzzzzz' })).status, 422)
  const page = await officer.read(at)
  assert.match(page, /Queen Mary[\s\S]*cooperating/)
  assert.match(page, /Tongshan University[\s\S]*not in our register/)
  assert.equal((await officer.post(`${at}/members/drop`, { ror: inventedRor(1) })).status, 303)
  assert.equal((await officer.post(`${at}/members/drop`, { ror: inventedRor(1) })).status, 404)
  const acts = await db().selectFrom('journal').select('act').where('subject_kind', '=', 'grouping').execute()
  assert.equal(acts.filter(({ act }) => act === 'grouping.member_added').length, 2, 'twice is once')
})

test('partners, the register and a programme narrow to a grouping; the partner’s page names it', async () => {
  const id = at.replace('/groupings/', '')
  const { ror } = pair.queenMary
  const other = (await (
    await officer.post('/groupings', { ...details, name_en: 'Nobody', name_zh: '' })
  ).headers.get('location'))!.replace(/^\/groupings\/|\?.*/g, '')
  const entry = {
    kind: 'exchange',
    partner: ror,
    titleEn: 'Grouped exchange',
    signedOn: '2024-01-01',
    endsOn: '2029-01-01',
  }
  assert.equal((await officer.post('/register', entry)).status, 303)
  const list = (grouping: string) => officer.read(`/partners?grouping=${grouping}`)
  assert.match(await list(id), new RegExp(`href="/partners/${ror}"`))
  assert.doesNotMatch(await list(other), new RegExp(`href="/partners/${ror}"`))
  const register = await officer.read(`/register?grouping=${id}`)
  assert.match(register, /Agreements with members of Alliance of Tests/)
  assert.match(register, /Grouped exchange/)
  assert.doesNotMatch(await officer.read(`/register?grouping=${other}`), /Grouped exchange/)
  assert.match(await officer.read(`/partners/${ror}`), /Groupings[\s\S]*Alliance of Tests/)
  const programme = { name_en: 'Initiative', name_zh: '', startsOn: '2021-01-01', endsOn: '2031-01-01' }
  const path = (await officer.post('/programmes', programme)).headers.get('location')!.replace('?done=yes', '')
  await db()
    .insertInto('programme_partner')
    .values({ programme: path.split('/').pop()!, partner: ror, joined_on: '2022-01-01', left_on: null })
    .execute()
  assert.match(await officer.read(`${path}?grouping=${id}`), new RegExp(`href="/partners/${ror}"`))
  assert.doesNotMatch(await officer.read(`${path}?grouping=${other}`), new RegExp(`href="/partners/${ror}"`))
})

test('the public learns of a grouping only where it is marked public, with its source and day', async () => {
  const { ror } = pair.queenMary
  const told = async () => (await publicFacts(db(), ror)).filter(({ label }) => label.en === 'Member of')
  assert.deepEqual(
    (await told()).map(({ value, source }) => [value.en, source]),
    [['Alliance of Tests', details.source]],
  )
  const { public: _, ...internal } = details
  assert.equal((await officer.post(at, { ...internal, revision: '1' })).status, 303)
  assert.deepEqual(await told(), [])
  assert.equal((await officer.post(at, { ...details, revision: '1' })).status, 409, 'a colleague saved in between')
})

test('readers see groupings and change nothing; others find nothing; dissolving one keeps its institutions', async () => {
  const reader = await pair.hust.browser('reader')
  assert.match(await reader.read(at), /Alliance of Tests/)
  for (const path of ['/groupings', at, `${at}/drop`, `${at}/members`, `${at}/members/drop`])
    assert.equal((await reader.post(path, { ...details, ror: pair.queenMary.ror })).status, 403, path)
  assert.equal((await (await pair.hust.browser('nobody')).get(at)).status, 404)
  assert.equal((await officer.get('/groupings/not-an-id')).status, 404)
  assert.equal((await officer.post(`${at}/drop`)).status, 303)
  assert.equal((await officer.get(at)).status, 404)
  assert.match(await officer.read('/partners'), /Queen Mary/)
})
