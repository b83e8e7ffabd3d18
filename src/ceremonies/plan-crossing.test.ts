import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  confirm,
  openCeremonies,
  planAt,
  plannedCeremony,
  saveFrame,
  saveSheet,
  sharedCeremony,
} from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { handOver, type Pair } from '#test/support/postman.ts'

let pair: Pair

before(async () => {
  pair = await openCeremonies()
})
after(() => pair?.close())

const officer = (office: Office, language: 'en' | 'zh' = 'en') => office.browser('officer', language)
const both = () => [pair.hust, pair.queenMary]
/** The last message of a kind that an office put into its outbox. */
async function lastMessage(office: Office, kind: string) {
  const rows = await office.database.db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ body }) => body as { kind: string; about: string; body: never }).find((m) => m.kind === kind)!
}

test('messages doubled, late or out of order leave the newest standing', async () => {
  const { id } = await sharedCeremony(pair)
  const old = await lastMessage(pair.hust, 'ceremony.frame')
  await saveFrame(pair.hust, id, { title_en: 'The newest' })
  const newest = await lastMessage(pair.hust, 'ceremony.frame')
  for (const message of [newest, newest, old]) {
    const answer = await handOver(pair, pair.hust, pair.queenMary, message)
    assert.deepEqual(answer, { answer: 'accepted', result: null })
  }
  assert.equal((await planAt(pair.queenMary, id)).title.en, 'The newest')
  const before = await lastMessage(pair.queenMary, 'ceremony.sheet')
  await saveSheet(pair.queenMary, id, { hall_en: 'The newest hall' })
  const after = await lastMessage(pair.queenMary, 'ceremony.sheet')
  for (const message of [after, after, before]) await handOver(pair, pair.queenMary, pair.hust, message)
  assert.equal((await planAt(pair.hust, id)).places[pair.queenMary.ror]!.hall.en, 'The newest hall')
  await pair.deliver()
})

test('a sheet that arrives before its ceremony is asked for again; another university’s ceremony is refused', async () => {
  const { id } = await sharedCeremony(pair)
  const sheet = await lastMessage(pair.queenMary, 'ceremony.sheet')
  const strange = { ...sheet, about: crypto.randomUUID() }
  assert.deepEqual(await handOver(pair, pair.queenMary, pair.hust, strange), { retry: 'ceremony_missing' })
  // Queen Mary may not write the frame that HUST convenes, nor speak for HUST's guests.
  const frame = await lastMessage(pair.hust, 'ceremony.frame')
  const forged = { ...frame, body: { ...(frame.body as object), version: 99 } }
  assert.equal(
    ((await handOver(pair, pair.queenMary, pair.hust, forged)) as { reason?: string }).reason,
    'not_the_partner',
  )
  const guests = (sheet.body as { sheet: { guests: object[] } }).sheet.guests.map((g) => ({
    ...g,
    party: pair.hust.ror,
  }))
  const posing = {
    ...sheet,
    body: { ...(sheet.body as object), version: 99, sheet: { ...(sheet.body as { sheet: object }).sheet, guests } },
  }
  assert.equal(
    ((await handOver(pair, pair.queenMary, pair.hust, posing)) as { reason?: string }).reason,
    'plan_malformed',
  )
  assert.equal((await planAt(pair.hust, id)).guests[pair.queenMary.ror]![0]!.party, pair.queenMary.ror)
})

test('with the partner down the plan goes on, says what waits, and arrives later', async () => {
  const { id } = await sharedCeremony(pair)
  pair.queenMary.down = true
  await saveSheet(pair.hust, id, { hall_zh: '光谷体育馆' })
  await pair.deliverFrom(pair.hust)
  assert.match(await (await officer(pair.hust)).read(`/ceremonies/${id}`), /Not yet arrived at Queen Mary/)
  pair.queenMary.down = false
  pair.wait({ minutes: 10 })
  await pair.deliver()
  assert.equal((await planAt(pair.queenMary, id)).places[pair.hust.ror]!.hall.zh, '光谷体育馆')
})

test('a duty opens this one ceremony to somebody without a role, once, and is taken back', async () => {
  const { id } = await sharedCeremony(pair)
  const nobody = await pair.hust.browser('nobody')
  assert.equal((await nobody.get(`/ceremonies/${id}`)).status, 404)
  const email = `nobody@${pair.hust.ror}.example`
  const here = await officer(pair.hust)
  for (let press = 0; press < 2; press++)
    await here.post(`/ceremonies/${id}/duties`, { email, duty: 'interpreter', latin: '', language: 'en' })
  assert.equal((await nobody.get(`/ceremonies/${id}`)).status, 200)
  assert.match(await nobody.read('/ceremonies'), new RegExp(id))
  const { db } = pair.hust.database
  const held = await db.selectFrom('ceremony_duty').selectAll().where('ceremony', '=', id).execute()
  assert.equal(held.length, 1)
  const stranger = { email: 'interpreter@agency.example', duty: 'interpreter', latin: '', language: 'en' }
  const unnamed = await here.post(`/ceremonies/${id}/duties`, stranger)
  assert.equal(unnamed.status, 422)
  assert.match(await unnamed.text(), /value="interpreter@agency.example"/)
  assert.equal((await here.post(`/ceremonies/${id}/duties`, { ...stranger, latin: 'Ines Pereira' })).status, 303)
  await here.post(`/ceremonies/${id}/duties/take`, { account: held[0]!.account, duty: 'interpreter' })
  assert.equal((await nobody.get(`/ceremonies/${id}`)).status, 404)
})

test('a rehearsal is a marked copy on both nodes that no list counts', async () => {
  const { id } = await sharedCeremony(pair)
  const answer = await (await officer(pair.hust)).post(`/ceremonies/${id}/rehearsals`)
  const copy = /\/ceremonies\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!
  await pair.deliver()
  for (const office of both()) {
    const plan = await planAt(office, copy)
    assert.equal(plan.rehearsalOf, id)
    assert.equal(plan.open, false)
    assert.deepEqual(
      plan.items.map((i) => i.id),
      (await planAt(office, id)).items.map((i) => i.id),
    )
    assert.match(await (await officer(office)).read(`/ceremonies/${copy}`), /Rehearsal: a copy on which nothing counts/)
    assert.ok(!(await (await officer(office)).read('/ceremonies')).includes(copy))
  }
  assert.equal((await (await officer(pair.hust)).get(`/ceremonies/${copy}/sheet/edit`)).status, 409)
  await (await officer(pair.queenMary)).post(`/ceremonies/${copy}/end-rehearsal`)
  await pair.deliver()
  for (const office of both()) assert.equal((await planAt(office, copy)).state, 'closed')
})

test('whoever may not plan is refused, and the public is asked to sign in', async () => {
  const { id } = await sharedCeremony(pair)
  const reader = await pair.hust.browser('reader')
  assert.equal((await reader.get(`/ceremonies/${id}`)).status, 200)
  assert.equal((await reader.get('/ceremonies/new')).status, 403)
  for (const act of [
    'share',
    'confirm',
    'ask',
    'postpone',
    'cancel',
    'duties',
    'rehearsals',
    'close',
    'frame',
    'sheet',
  ])
    assert.equal((await reader.post(`/ceremonies/${id}/${act}`, { reason: 'x' })).status, 403, act)
  assert.equal((await (await pair.hust.browser('public')).get(`/ceremonies/${id}`)).status, 303)
  assert.equal((await (await pair.hust.browser('nobody')).get(`/ceremonies/${id}`)).status, 404)
})

test('the same form sent twice makes one ceremony, and one rehearsal', async () => {
  const here = await officer(pair.hust)
  const fields = { ...formOf(await here.read('/ceremonies/new'), '/ceremonies'), title_en: 'Twice' }
  const made = await Promise.all([here.post('/ceremonies', fields), here.post('/ceremonies', fields)])
  const [id, again] = made.map((answer) => answer.headers.get('location')!)
  assert.equal(id, again)
  await here.post(`${id}/share`)
  const copy = formOf(await here.read(id!), `${id}/rehearsals`)
  await Promise.all([here.post(`${id}/rehearsals`, copy), here.post(`${id}/rehearsals`, copy)])
  const { db } = pair.hust.database
  const rows = await db.selectFrom('ceremony').select('id').where('title_en', '=', 'Twice').execute()
  assert.equal(rows.length, 2)
  await pair.deliver()
})

test('one running order prints in the times of Wuhan and London side by side, right in every season', async () => {
  for (const [date, hours] of [
    ['2027-03-10', 8],
    ['2027-03-30', 7],
    ['2027-07-10', 7],
    ['2027-10-10', 7],
    ['2027-11-02', 8],
    ['2027-12-10', 8],
  ] as const) {
    const { id } = await plannedCeremony(pair, { date, time: '16:00' })
    const page = await (await officer(pair.hust)).read(`/ceremonies/${id}`)
    assert.match(page, new RegExp(`Wuhan is ${hours} hours ahead of London`), date)
    const rows = [
      ...page.matchAll(
        /<tr><td data-label="Wuhan"><span class="clock">(\d\d):(\d\d)<\/span><\/td><td data-label="London"><span class="clock">(\d\d):(\d\d)</g,
      ),
    ]
    assert.equal(rows.length, 12)
    for (const [, ours, minutes, theirs, same] of rows) {
      assert.equal(Number(ours) - Number(theirs), hours, date)
      assert.equal(minutes, same)
    }
  }
})

test('an officer finds the way from an approved agreement; a reader does not', async () => {
  const { agreement } = await plannedCeremony(pair)
  const link = `/ceremonies/new?agreement=${agreement}`
  assert.ok((await (await officer(pair.hust)).read(`/agreements/${agreement}`)).includes(link))
  assert.ok(!(await (await pair.hust.browser('reader')).read(`/agreements/${agreement}`)).includes(link))
})

test('guests are added from the register and by hand, moved and taken out, and nothing is saved before it is saved', async () => {
  const { id } = await sharedCeremony(pair)
  const at = `/ceremonies/${id}/sheet`
  const here = await officer(pair.hust)
  const names = async () => (await planAt(pair.hust, id)).guests[pair.hust.ror]!.map(({ name }) => name.latin)
  const [first, second, third] = await names()
  const press = async (fields: Record<string, string>, act: string, more: Record<string, string> = {}) =>
    formOf(await (await here.post(at, { ...fields, ...more, do: act })).text(), at)
  let form = await press(formOf(await here.read(`${at}/edit`), at), 'down:0')
  form = await press(form, 'remove:2')
  assert.deepEqual(await names(), [first, second, third])
  await here.post(at, { ...form, do: 'save' })
  assert.deepEqual(await names(), [second, first])
  form = await press(formOf(await here.read(`${at}/edit`), at), 'person', { person: third! })
  await here.post(at, { ...form, do: 'save' })
  assert.deepEqual(await names(), [second, first, third])
  const page = await here.read(`/ceremonies/${id}`)
  assert.match(page, /The delegations are not led by people of equal rank/)
})

test('a confirmation given while our part is being written is no reason to ask the writer again', async () => {
  const { id } = await sharedCeremony(pair)
  const at = `/ceremonies/${id}/sheet`
  const here = await officer(pair.hust)
  const opened = formOf(await here.read(`${at}/edit`), at)
  await confirm(pair.hust, id)
  assert.equal((await here.post(at, { ...opened, contact: 'The porter', do: 'save' })).status, 303)
  const plan = await planAt(pair.hust, id)
  assert.equal(plan.places[pair.hust.ror]!.contact, 'The porter')
  assert.equal(plan.confirmations[pair.hust.ror]?.version, plan.version)
})

test('what the partner changed since we last worked on the plan stands above it, by name', async () => {
  const { id } = await sharedCeremony(pair)
  await confirm(pair.hust, id)
  const at = `/ceremonies/${id}/sheet`
  const there = await officer(pair.queenMary)
  const longer = formOf(
    await (await there.post(at, { ...formOf(await there.read(`${at}/edit`), at), do: 'guest' })).text(),
    at,
  )
  await there.post(at, { ...longer, guest_3_latin: 'Some Envoy', guest_3_side: 'outside', do: 'save' })
  await pair.deliver()
  const here = await officer(pair.hust)
  assert.match(
    await here.read(`/ceremonies/${id}`),
    /New from Queen Mary[\s\S]*changed the guests or their order; new: Some Envoy/,
  )
  await saveSheet(pair.hust, id, { contact: 'The porter' })
  assert.doesNotMatch(await here.read(`/ceremonies/${id}`), /New from Queen Mary/)
})
