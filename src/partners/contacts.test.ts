import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { contactNeeded } from './person.ts'
import { partnerRoutes } from './routes.ts'
import { searchPeople } from './search-people.ts'

let pair: Pair
let officer: OfficeBrowser
let partner: string

before(async () => {
  pair = await openPair()
  const { db } = pair.hust.database
  pair.hust.app.route('/', partnerRoutes({ db }))
  officer = await pair.hust.browser('officer')
  partner = pair.queenMary.ror
})
after(() => pair.close())

const nobody = { native: '', language: '', email: '', phone: '', assistant: '', basis: 'none', basisNote: '', note: '' }

/** Adds a person through the page. @returns their path */
async function add(latin: string, native = '', more: Record<string, string> = {}): Promise<string> {
  const answer = await officer.post('/contacts', { ...nobody, latin, native, ...more })
  assert.equal(answer.status, 303)
  return answer.headers.get('location')!.replace('?done=yes', '')
}

const names = async (typed: string) =>
  (await searchPeople(pair.hust.database.db, typed, { limit: 20 })).map(({ name_latin }) => name_latin)

test('a person is found by either order of their name, apart or together, without accents, in either script', async () => {
  await add('Wang Xiaoming', '王小明')
  await add('Zoltán Szőke')
  await add("Siobhán O'Brien")
  await add('María del Carmen Łopez')
  for (const typed of [
    'Wang Xiaoming',
    'xiaoming wang',
    'wangxiaoming',
    'XiaomingWang',
    'Xiao Ming',
    'xiao ming wang',
    '王小明',
    '小明',
    '王',
    'wang x',
  ])
    assert.deepEqual(await names(typed), ['Wang Xiaoming'], typed)
  assert.deepEqual(await names('Szoke Zoltan'), ['Zoltán Szőke'])
  assert.deepEqual(await names('obrien'), ["Siobhán O'Brien"])
  assert.deepEqual(await names('lopez maria'), ['María del Carmen Łopez'])
  assert.deepEqual(await names('nobody of that name'), [])
  assert.deepEqual(await names('%'), await names(''), 'a sign alone asks for nothing in particular')
})

test('an address is kept only with a reason; what was typed comes back', async () => {
  const refused = await officer.post('/contacts', { ...nobody, latin: 'Ada Quill', email: 'ada@quill.example' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /why we may keep[\s\S]*value="Ada Quill"[\s\S]*value="ada@quill.example"/)
  assert.equal((await officer.post('/contacts', { ...nobody, latin: ' ' })).status, 422)
})

test('how someone is reached, and our note, are for officers only', async () => {
  const path = await add('Grace Finch', '', {
    email: 'grace@finch.example',
    basis: 'consent',
    note: 'prefers mornings',
  })
  assert.match(await officer.read(path), /grace@finch\.example[\s\S]*prefers mornings/)
  for (const who of ['reader', 'approver', 'administrator'] as const) {
    const browser = await pair.hust.browser(who)
    assert.doesNotMatch(await browser.read(path), /finch\.example|prefers/, who)
    assert.equal((await browser.get(`${path}/edit`)).status, 403)
    assert.equal((await browser.post(path, { ...nobody, latin: 'X' })).status, 403)
  }
  assert.equal((await (await pair.hust.browser('nobody')).get(path)).status, 404)
  assert.equal((await (await pair.hust.browser('public')).get('/contacts')).status, 303)
})

test('of two officers who write at once, the second loses nothing and is shown what the first saved', async () => {
  const path = await add('Tom Reed')
  const first = await officer.post(path, { ...nobody, latin: 'Tom Reed', assistant: 'Ms Hall', revision: '1' })
  assert.equal(first.status, 303)
  const second = await officer.post(path, { ...nobody, latin: 'Thomas Reed', revision: '1' })
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(page, /value="Thomas Reed"/)
  assert.match(page, /Saved meanwhile: Tom Reed/)
  assert.match(page, /Saved meanwhile: Ms Hall/)
  const revision = /name="revision" value="(\d+)"/.exec(page)![1]!
  assert.equal(
    (await officer.post(path, { ...nobody, latin: 'Thomas Reed', assistant: 'Ms Hall', revision })).status,
    303,
  )
})

test('what only the first of two officers changed of a person is in the second’s form by itself', async () => {
  const path = await add('Ann Marsh')
  const { formOf } = await import('#test/support/negotiation.ts')
  const form = formOf(await officer.read(`${path}/edit`), path)
  assert.equal((await officer.post(path, { ...form, note: 'Speaks Portuguese.' })).status, 303)
  const second = await officer.post(path, { ...form, assistant: 'Mr Pike' })
  assert.equal(second.status, 409)
  const merged = formOf(await second.text(), path)
  assert.deepEqual([merged.note, merged.assistant], ['Speaks Portuguese.', 'Mr Pike'])
})

test('moving someone leaves their history, and the partner’s page asks for a new contact', async () => {
  const path = await add('Colin Rowe')
  const id = path.split('/').pop()!
  const begun = {
    institution: partner,
    title_en: 'Vice-Principal',
    title_zh: '副校长',
    unit_en: '',
    unit_zh: '',
    since: '2019-02-01',
    rank: '20',
  }
  assert.equal((await officer.post(`${path}/posts`, begun)).status, 303)
  assert.equal((await officer.post(`/partners/${partner}/leads`, { person: id })).status, 303)
  assert.equal((await officer.post(`/partners/${partner}/leads`, { person: id })).status, 409)
  const us = await add('Zhou Min', '周敏')
  await officer.post(`${us}/posts`, { ...begun, institution: pair.hust.ror, title_en: 'Officer' })
  await officer.post(`/partners/${partner}/leads`, { person: us.split('/').pop()! })
  assert.doesNotMatch(await officer.read(`/partners/${partner}`), /Contact needed/)

  const [post] = await pair.hust.database.db.selectFrom('post').select('id').where('person', '=', id).execute()
  const early = await officer.post(`${path}/posts/end`, { post: post!.id, as: 'moved', until: '2018-01-01' })
  assert.equal(early.status, 422)
  assert.equal(
    (await officer.post(`${path}/posts/end`, { post: post!.id, as: 'moved', until: '2024-03-31' })).status,
    303,
  )
  assert.equal(
    (await officer.post(`${path}/posts/end`, { post: post!.id, as: 'left', until: '2025-01-01' })).status,
    409,
  )
  const page = await officer.read(path)
  assert.match(page, /1 February 2019 – 31 March 2024/)
  const after = await officer.read(`/partners/${partner}`)
  assert.match(after, /Contact needed at Queen Mary University of London/)
  assert.doesNotMatch(after, /Contact needed at Huazhong/)

  const [lead] = await pair.hust.database.db
    .selectFrom('partnership_lead')
    .selectAll()
    .where('person', '=', id)
    .execute()
  const given = await officer.post(`/partners/${partner}/leads/end`, {
    lead: lead!.id,
    handover: 'Ask about the spring visit.',
  })
  assert.equal(given.status, 303)
  assert.match(await officer.read(`/partners/${partner}`), /Ask about the spring visit\./)
})

test('someone without a post on either side does not lead', async () => {
  const path = await add('Far Away')
  const answer = await officer.post(`/partners/${partner}/leads`, { person: path.split('/').pop()! })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /holds a post at one of the two universities/)
})

test('a side is without contact when none of its leads holds a post there that day', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const lead = { institution: 'a', person: 'p', until: null }
  const post = { id: '1', institution: 'a', since: day('2020-01-01'), until: day('2021-09-23') }
  const needed = (on: string) => contactNeeded(['a'], [lead], () => [post], day(on))
  assert.deepEqual(needed('2019-12-31'), ['a'])
  assert.deepEqual(needed('2021-09-23'), [])
  assert.deepEqual(needed('2021-09-24'), ['a'])
  assert.deepEqual(
    contactNeeded(['a', 'b'], [lead], () => [{ ...post, institution: 'b' }], day('2021-01-01')),
    ['a', 'b'],
  )
})
