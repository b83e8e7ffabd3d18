import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  confirm,
  confirmedCeremony,
  openCeremonies,
  planAt,
  plannedCeremony,
  saveFrame,
  saveSheet,
  sharedCeremony,
} from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair

before(async () => {
  pair = await openCeremonies()
})
after(() => pair?.close())

const officer = (office: Office, language: 'en' | 'zh' = 'en') => office.browser('officer', language)
const both = () => [pair.hust, pair.queenMary]
const outbox = async (office: Office) => {
  const rows = await office.database.db.selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  return JSON.stringify(rows)
}
test('from an approved agreement a signing is planned, prefilled, and nothing crosses before it is shared', async () => {
  const { id, agreement } = await plannedCeremony(pair)
  await pair.deliver()
  const plan = await planAt(pair.hust, id)
  assert.equal(plan.agreement, agreement)
  assert.equal(plan.title.en, 'Signing of the Key Partnership Agreement')
  assert.equal(plan.startsAt.toString(), '2026-11-20T08:00:00Z')
  const blocks = plan.items.map(({ block }) => block)
  for (const block of [
    'welcome',
    'speech',
    'review',
    'dialogue',
    'proposals',
    'signing',
    'photograph',
    'closing',
  ] as const)
    assert.ok(blocks.includes(block), block)
  assert.ok(plan.items.find(({ block }) => block === 'signing')!.minutes <= 15)
  assert.equal(plan.items.find(({ block }) => block === 'speech')!.speaker?.name.latin, pair.hust.signatory.latin)
  assert.equal(plan.guests[pair.hust.ror]![0]!.level, 'head')
  assert.ok(!(await outbox(pair.hust)).includes(id))
  assert.equal((await (await officer(pair.queenMary)).get(`/ceremonies/${id}`)).status, 404)
})

test('shared, both nodes hold the same plan; the other side’s part is prepared there and crosses when it is saved', async () => {
  const { id } = await plannedCeremony(pair)
  await (await officer(pair.hust)).post(`/ceremonies/${id}/share`)
  await pair.deliver()
  const there = await planAt(pair.queenMary, id)
  assert.equal(there.sheetVersions[pair.queenMary.ror], 0)
  assert.equal(there.guests[pair.queenMary.ror]![0]!.name.latin, pair.queenMary.signatory.latin)
  assert.deepEqual((await planAt(pair.hust, id)).guests[pair.queenMary.ror], [])
  await saveSheet(pair.queenMary, id, { hall_en: 'Octagon' })
  await pair.deliver()
  const [here, then] = [await planAt(pair.hust, id), await planAt(pair.queenMary, id)]
  assert.deepEqual({ ...here, partner: '', sharedAt: null }, { ...then, partner: '', sharedAt: null })
  assert.equal(here.places[pair.queenMary.ror]!.hall.en, 'Octagon')
})

test('both local times stand on the plan, whoever reads it', async () => {
  const { id } = await sharedCeremony(pair)
  const ours = await (await officer(pair.hust)).read(`/ceremonies/${id}`)
  assert.match(ours, /16:00 Wuhan, 08:00 London/)
  assert.match(ours, /Wuhan is 8 hours ahead of London on that day/)
  const theirs = await (await officer(pair.queenMary, 'zh')).read(`/ceremonies/${id}`)
  assert.match(theirs, /伦敦 08:00，武汉 16:00/)
  assert.match(theirs, /当日武汉比伦敦早8小时/)
})

test('an item on another day in the other city says so, where it is written and where it is read', async () => {
  const { id } = await sharedCeremony(pair, { date: '2027-03-10', time: '07:58' })
  const browser = await officer(pair.hust)
  assert.match(await browser.read(`/ceremonies/${id}/frame/edit`), />London 23:58 day before</)
  assert.match(await browser.read(`/ceremonies/${id}`), /23:58<\/span> <span class="muted small">day before</)
  assert.match(
    await (await officer(pair.queenMary, 'zh')).read(`/ceremonies/${id}`),
    /07:58<\/span> <span class="muted small">次日</,
  )
})

test('both confirm the same plan; a change of the running order undoes it on both nodes and says so', async () => {
  const { id } = await confirmedCeremony(pair)
  for (const office of both()) assert.equal((await planAt(office, id)).state, 'confirmed')
  await saveFrame(pair.hust, id, { item_1_minutes: '12' })
  await pair.deliver()
  for (const office of both()) {
    const plan = await planAt(office, id)
    assert.equal(plan.state, 'planning')
    assert.equal(plan.items[1]!.minutes, 12)
    const page = await (await officer(office)).read(`/ceremonies/${id}`)
    assert.match(page, /changed the running order; what was confirmed before no longer stands/)
  }
})

test('a yes to a plan that has changed meanwhile is refused, and shows the new one', async () => {
  const { id } = await sharedCeremony(pair)
  const { version } = await planAt(pair.queenMary, id)
  await saveFrame(pair.hust, id, { title_en: 'A new title' })
  await pair.deliver()
  const answer = await (await officer(pair.queenMary)).post(`/ceremonies/${id}/confirm`, { version: String(version) })
  assert.equal(answer.status, 409)
  const page = await answer.text()
  assert.match(page, /A colleague changed this while you were at it/)
  assert.match(page, /A new title/)
  assert.equal((await planAt(pair.queenMary, id)).confirmations[pair.queenMary.ror], null)
})

test('confirming twice records once', async () => {
  const { id } = await sharedCeremony(pair)
  assert.equal((await confirm(pair.queenMary, id)).status, 303)
  assert.equal((await confirm(pair.queenMary, id)).status, 409)
  const { db } = pair.queenMary.database
  const rows = await db
    .selectFrom('journal')
    .select('id')
    .where('subject_id', '=', id)
    .where('act', '=', 'ceremony.side_confirmed')
    .execute()
  assert.equal(rows.length, 1)
})

test('only the convenor writes date and running order; the other side asks, which takes its own yes back', async () => {
  const { id } = await confirmedCeremony(pair)
  const there = await officer(pair.queenMary)
  assert.equal((await there.get(`/ceremonies/${id}/frame/edit`)).status, 403)
  assert.equal((await there.post(`/ceremonies/${id}/frame`, { do: 'save' })).status, 403)
  assert.equal((await there.post(`/ceremonies/${id}/cancel`, { reason: 'x' })).status, 403)
  assert.equal((await there.post(`/ceremonies/${id}/ask`, { reason: 'Could it be an hour later?' })).status, 303)
  await pair.deliver()
  for (const office of both()) {
    const plan = await planAt(office, id)
    assert.equal(plan.state, 'planning')
    assert.equal(plan.asked[pair.queenMary.ror]?.text, 'Could it be an hour later?')
  }
  assert.match(
    await (await officer(pair.hust)).read(`/ceremonies/${id}`),
    /Queen Mary asks for a change[\s\S]*Could it be an hour later\?/,
  )
})

test('addresses, remarks and our own notes never reach the outbox or the other node’s pages', async () => {
  const { id } = await sharedCeremony(pair)
  await saveSheet(pair.hust, id, {
    guest_1_email: 'secret-address@hust.example',
    guest_1_remark: 'secret-remark',
    part_0_internal: 'secret-note',
    part_0_note: 'A shared note',
  })
  await pair.deliver()
  const sent = await outbox(pair.hust)
  assert.ok(!sent.includes('secret-'))
  assert.ok(sent.includes('A shared note'))
  const there = await (await officer(pair.queenMary)).read(`/ceremonies/${id}`)
  assert.ok(!there.includes('secret-') && there.includes('A shared note'))
  const here = await (await officer(pair.hust)).read(`/ceremonies/${id}`)
  assert.ok(here.includes('secret-note'))
  // The one who signs sees the plan, but not what the office noted for itself.
  const signatory = await (await pair.hust.browser('signatory')).read(`/ceremonies/${id}`)
  assert.ok(!signatory.includes('secret-'))
})

test('a colleague’s change is not lost: what both wrote comes together, the same field is shown in both forms', async () => {
  const { id } = await sharedCeremony(pair)
  const at = `/ceremonies/${id}/frame`
  const [first, second] = [await officer(pair.hust), await officer(pair.hust)]
  const opened = formOf(await second.read(`${at}/edit`), at)
  await first.post(at, {
    ...formOf(await first.read(`${at}/edit`), at),
    item_2_title_en: 'From the first',
    item_3_minutes: '6',
    do: 'save',
  })
  const refused = await second.post(at, {
    ...opened,
    item_2_title_en: 'From the second',
    item_4_minutes: '11',
    do: 'save',
  })
  assert.equal(refused.status, 409)
  const page = await refused.text()
  const merged = formOf(page, at)
  assert.equal(merged.item_2_title_en, 'From the second')
  assert.match(page, /A colleague saved: From the first/)
  assert.equal(merged.item_3_minutes, '6')
  assert.equal(merged.item_4_minutes, '11')
  assert.equal((await second.post(at, { ...merged, do: 'save' })).status, 303)
  const { items } = await planAt(pair.hust, id)
  assert.deepEqual([items[2]!.title.en, items[3]!.minutes, items[4]!.minutes], ['From the second', 6, 11])
})

test('a guest a colleague added stays, beside the one added here', async () => {
  const { id } = await sharedCeremony(pair)
  const at = `/ceremonies/${id}/sheet`
  const [first, second] = [await officer(pair.hust), await officer(pair.hust)]
  const opened = formOf(await second.read(`${at}/edit`), at)
  const added = async (browser: typeof first, form: Record<string, string>, name: string) => {
    const page = await (await browser.post(at, { ...form, do: 'guest' })).text()
    const longer = formOf(page, at)
    const last = Object.keys(longer).filter((key) => /^guest_\d+_latin$/.test(key)).length - 1
    return browser.post(at, { ...longer, [`guest_${last}_latin`]: name, [`guest_${last}_side`]: 'outside', do: 'save' })
  }
  assert.equal((await added(first, opened, 'First Consul')).status, 303)
  const refused = await added(second, opened, 'Second Consul')
  assert.equal(refused.status, 409)
  await second.post(at, { ...formOf(await refused.text(), at), do: 'save' })
  const names = (await planAt(pair.hust, id)).guests[pair.hust.ror]!.map(({ name }) => name.latin)
  assert.ok(names.includes('First Consul') && names.includes('Second Consul'), names.join())
  const consul = (await planAt(pair.hust, id)).guests[pair.hust.ror]!.find(({ name }) => name.latin === 'First Consul')!
  assert.equal(consul.party, null)
})

test('an hour that does not exist, one that comes twice, and nonsense are asked about; what was typed comes back', async () => {
  const { id } = await sharedCeremony(pair)
  const office = pair.queenMary
  const browser = await officer(office)
  const fields = formOf(await browser.read('/ceremonies/new'), '/ceremonies')
  const asked = (change: Record<string, string>) =>
    browser.post('/ceremonies', { ...fields, title_en: 'A forum', kind: 'forum', ...change })
  const gap = await asked({ date: '2027-03-28', time: '01:30' })
  assert.equal(gap.status, 422)
  assert.match(await gap.text(), /There is no such time: [^.]*\. The first there is, is 02:30\./)
  const twice = await asked({ date: '2027-10-31', time: '01:30' })
  const page = await twice.text()
  assert.match(page, /That hour comes twice/)
  assert.match(page, /value="A forum"/)
  const made = await asked({ date: '2027-10-31', time: '01:30', which: 'later' })
  assert.equal(made.status, 303)
  const forum = made.headers.get('location')!.split('/').pop()!
  assert.equal((await planAt(office, forum)).startsAt.toString(), '2027-10-31T01:30:00Z')
  const wrong = await saveFrame(pair.hust, id, { item_0_minutes: 'many', item_1_title_en: 'Kept' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="many"[\s\S]*value="Kept"/)
  for (const date of ['0000-00-00', '2027-02-31']) {
    const never = await saveFrame(pair.hust, id, { date, item_1_title_en: 'Kept' })
    assert.equal(never.status, 422, date)
    assert.match(await never.text(), /value="Kept"/)
  }
})

test('postponed and cancelled reach the other node with their reason, and a new date plans again', async () => {
  const { id } = await confirmedCeremony(pair)
  const here = await officer(pair.hust)
  assert.equal((await here.post(`/ceremonies/${id}/postpone`, { reason: ' ' })).status, 422)
  assert.equal((await here.post(`/ceremonies/${id}/postpone`, { reason: 'A typhoon' })).status, 303)
  await pair.deliver()
  assert.equal((await planAt(pair.queenMary, id)).state, 'postponed')
  assert.match(await (await officer(pair.queenMary)).read(`/ceremonies/${id}`), /A typhoon/)
  await saveFrame(pair.hust, id, { date: '2026-12-01' })
  await pair.deliver()
  for (const office of both()) assert.equal((await planAt(office, id)).state, 'planning')
  await here.post(`/ceremonies/${id}/cancel`, { reason: 'Called off' })
  await pair.deliver()
  for (const office of both()) assert.equal((await planAt(office, id)).state, 'cancelled')
})
