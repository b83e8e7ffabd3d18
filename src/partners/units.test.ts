import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { partnerRoutes } from './routes.ts'
import { unitsOf } from './unit-store.ts'

let pair: Pair
let officer: OfficeBrowser
let ours: string
let theirs: string

before(async () => {
  pair = await openPair()
  pair.hust.app.route('/', partnerRoutes({ db: pair.hust.database.db }))
  officer = await pair.hust.browser('officer')
  ours = pair.hust.ror
  theirs = pair.queenMary.ror
})
after(() => pair.close())

const known = () => unitsOf(pair.hust.database.db, [ours, theirs])
const idOf = async (name: string) => (await known()).find((u) => u.name_en === name)!.id

test('a tree is entered in one go, and the same list again adds nothing', async () => {
  const lines = 'School of Management | 管理学院\n  Department of Logistics | 物流系\nSchool of Medicine | 医学院'
  const first = await officer.post(`/partners/${ours}/units/lines`, { lines })
  assert.match(first.headers.get('location')!, /entered=3$/)
  const again = await officer.post(`/partners/${ours}/units/lines`, { lines: `${lines}\n  Nursing` })
  assert.match(again.headers.get('location')!, /entered=1$/)
  assert.match(await officer.read(`/partners/${ours}/units`), /Department of Logistics[\s\S]*物流系[\s\S]*Nursing/)
  const wrong = await officer.post(`/partners/${ours}/units/lines`, { lines: 'New one\n      Too deep' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Line 2 cannot be placed[\s\S]*New one/)
  assert.ok(!(await known()).some((u) => u.name_en === 'New one'), 'nothing half-saved')
})

test('two officers at one unit: the second sees what the first saved and loses nothing', async () => {
  const id = await idOf('School of Management')
  const form = (more: Record<string, string>) => ({
    revision: '1',
    name_en: 'School of Management',
    name_zh: '管理学院',
    parent: '',
    tags: '',
    evidence: '',
    since: '',
    until: '',
    ...more,
  })
  const first = await officer.post(
    `/units/${id}`,
    form({ evidence: 'Two national centres', strengths_medicine: 'yes' }),
  )
  assert.equal(first.status, 303)
  const second = await officer.post(`/units/${id}`, form({ tags: 'logistics, ports', evidence: 'Ranked first' }))
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(page, /Saved meanwhile: Two national centres/)
  assert.match(page, /value="logistics, ports"[\s\S]*Ranked first/)
  assert.match(page, /name="revision" value="2"/)
  const third = await officer.post(`/units/${id}`, form({ revision: '2', tags: 'logistics', evidence: 'Both' }))
  assert.equal(third.status, 303)
  const under = await idOf('Department of Logistics')
  assert.equal((await officer.post(`/units/${id}`, form({ revision: '3', parent: under }))).status, 422)
})

test('units are paired, led on both sides, set active; all of it written down with reasons', async () => {
  await officer.post(`/partners/${theirs}/units/lines`, {
    lines: 'Faculty of Humanities and Social Sciences | 人文与社会科学学院',
  })
  const at = `/partners/${theirs}/pairings`
  const [a, b] = [await idOf('School of Management'), await idOf('Faculty of Humanities and Social Sciences')]
  assert.equal((await officer.post(at, { ours: b, theirs: a })).status, 422, 'the wrong way round')
  assert.equal((await officer.post(at, { ours: a, theirs: b, our_lead: 'nobody' })).status, 422)
  assert.equal((await officer.post(at, { ours: a, theirs: b, disciplines_social_sciences: 'yes' })).status, 303)
  const twice = await officer.post(at, { ours: a, theirs: b, note: 'Written with care' })
  assert.equal(twice.status, 409, 'already')
  assert.match(await twice.text(), /<textarea[^>]*>\nWritten with care</)
  const { id } = await pair.hust.database.db.selectFrom('unit_pairing').select('id').executeTakeFirstOrThrow()
  const step = (act: string, reason = 'As both deans wrote.') =>
    officer.post(`${at}/steps`, { pairing: id, act, reason })
  assert.equal((await step('agree', ' ')).status, 422)
  assert.equal((await step('agree')).status, 303)
  assert.equal((await step('activate')).status, 422, 'nobody leads it')
  const people = await pair.hust.database.db.selectFrom('person').select('id').limit(1).execute()
  const lead = people[0]?.id ?? (await newPerson())
  assert.equal((await officer.post(`${at}/leads`, { pairing: id, our_lead: lead, their_lead: lead })).status, 303)
  assert.equal((await step('activate')).status, 303)
  assert.match(
    await officer.read(at),
    /School of Management[\s\S]*active[\s\S]*Social Sciences[\s\S]*As both deans wrote\./,
  )
  assert.match(await officer.read(`/units/${a}`), /Faculty of Humanities and Social Sciences/)
})

async function newPerson(): Promise<string> {
  const answer = await officer.post('/contacts', { latin: 'Zhou Lan', native: '周岚', basis: 'none' })
  return /[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
}

test('others read, and change nothing', async () => {
  const id = await idOf('School of Management')
  const reader = await pair.hust.browser('reader')
  assert.match(await reader.read(`/units/${id}`), /管理学院/)
  for (const [path, body] of [
    [`/units/${id}`, { revision: '3', name_en: 'X' }],
    [`/partners/${ours}/units`, { name_en: 'X' }],
    [`/partners/${ours}/units/lines`, { lines: 'X' }],
    [`/partners/${theirs}/pairings`, { ours: id, theirs: id }],
  ] as const)
    assert.equal((await reader.post(path, body)).status, 403, path)
  assert.equal((await (await pair.hust.browser('public')).get(`/units/${id}`)).status, 303)
  assert.equal((await (await pair.hust.browser('nobody')).get(`/units/${id}`)).status, 404)
  assert.equal((await officer.get('/units/not-a-unit')).status, 404)
})
