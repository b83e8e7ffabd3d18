import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Around, addressed, holdIt, lettersTo, openAround } from '#test/support/around.ts'
import { planAt, sharedCeremony } from '#test/support/ceremony.ts'
import { formOf } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { commitmentLifecycle, commitmentStates } from './commitment.ts'
import { followed } from './commitment-store.ts'
import { markCommitment } from './live-steps.ts'
import { minutesLifecycle } from './minutes-lifecycle.ts'
import { findMinutes } from './minutes-store.ts'

let pair: Around
before(async () => {
  pair = await openAround()
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const inEightWeeks = () =>
  pair.now
    .add({ hours: 24 * 58 })
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString()

/** A ceremony that took place on both nodes, with one commitment of Queen Mary marked on HUST's. */
async function held() {
  const { id } = await sharedCeremony(pair, { date: inEightWeeks(), time: '16:00' })
  await addressed(pair.hust, id, { 0: 'wang@after.example', 1: 'deputy@after.example' })
  await pair.deliver()
  const plan = await planAt(pair.hust, id)
  const item = plan.items.find(({ speaker }) => speaker)!.id
  const words = { en: 'Fund ten joint projects', zh: '资助十个联合项目' }
  const account = (await pair.hust.visitor('officer')).account
  const marked = { item, words, byParty: pair.queenMary.ror, by: "Ruth O'Brien", to: 'HUST', at: plan.startsAt }
  await pair.hust.database.db
    .transaction()
    .execute((tx) =>
      markCommitment(tx, id, { ...marked, actor: { kind: 'account', id: account.id, name: account.name.latin } }),
    )
  await holdIt(pair, id)
  await pair.deliver()
  const [commitment] = await followed(pair.hust.database.db, { ceremony: id })
  return { id, plan, commitment: commitment!.commitment }
}

const officerOf = (office: Office) => office.browser('officer')

/** The officer of HUST, who convened, writes the minutes as drafted, with some words changed, and proposes them. */
async function proposed(id: string, change: Record<string, string> = {}) {
  const officer = await officerOf(pair.hust)
  const at = `/ceremonies/${id}/minutes`
  const fields = formOf(await officer.read(`${at}/edit`), at)
  assert.equal((await officer.post(at, { ...fields, ...change })).status, 303)
  const { hash } = (await findMinutes(pair.hust.database.db, id))!
  assert.equal((await officer.post(`${at}/propose`, { hash })).status, 303)
  await pair.deliver()
  return { officer, at, hash }
}

test('before the ceremony there is nothing to see to; afterwards the page tells what happened in both cities', async () => {
  const { id } = await sharedCeremony(pair)
  const page = await (await officerOf(pair.hust)).read(`/ceremonies/${id}/after`)
  assert.match(plain(page), /has not been held yet/)
  const made = await held()
  const later = plain(await (await officerOf(pair.queenMary)).read(`/ceremonies/${made.id}/after`))
  assert.match(later, /Began 20 Nov 2026, 08:05 London, 16:05 Wuhan/)
  assert.match(later, /1240 viewers/)
  assert.match(later, /Fund ten joint projects/)
})

test('who came is noted by each office for its own guests, and crosses', async () => {
  const { id, plan } = await held()
  const [first, second] = plan.guests[pair.hust.ror]!
  const officer = await officerOf(pair.hust)
  const at = `/ceremonies/${id}/attendance`
  const noted = { [`guest_${first!.id}`]: 'yes', [`guest_${second!.id}`]: 'no' }
  assert.equal((await officer.post(at, noted)).status, 303)
  await pair.deliver()
  const there = (await planAt(pair.queenMary, id)).guests[pair.hust.ror]!
  assert.deepEqual([there[0]!.present, there[1]!.present, there[2]!.present], [true, false, null])
  assert.match(await officer.read(at), new RegExp(`name="guest_${second!.id}" value="no" checked`))
  const page = await (await officerOf(pair.queenMary)).read(at)
  assert.doesNotMatch(page, new RegExp(`name="guest_${first!.id}"`))
  assert.equal((await (await pair.hust.browser('reader')).post(at, noted)).status, 403)
})

test('minutes are drafted from what happened; the words can be changed, the times and names cannot', async () => {
  const { id, plan } = await held()
  const { officer, at } = await proposed(id, {
    opening_en: 'They met.',
    opening_zh: '双方会面。',
    startedAt: '1999-01-01T00:00:00Z',
  })
  const { minutes } = (await findMinutes(pair.hust.database.db, id))!
  assert.equal(minutes.startedAt, plan.startsAt.add({ minutes: 5 }).toString())
  assert.equal(minutes.opening.en, 'They met.')
  assert.equal(minutes.audience, 1240)
  assert.deepEqual(
    minutes.commitments.map(({ by }) => by),
    ["Ruth O'Brien"],
  )
  const page = plain(await officer.read(at))
  assert.match(page, /Waiting for Queen Mary to agree/)
  assert.match(page, /Wuhan 16:05–16:\d\d/)
})

test('the other university agrees to exactly what it read; then both have the same text, and it is closed', async () => {
  const { id } = await held()
  const { officer, at, hash } = await proposed(id)
  const other = await officerOf(pair.queenMary)
  assert.match(plain(await other.read(at)), /To agree: the minutes as proposed/)
  assert.equal((await other.post(`${at}/agree`, { hash: 'f'.repeat(64) })).status, 409)
  assert.equal((await other.post(`${at}/agree`, { hash })).status, 303)
  await pair.deliver()
  const [ours, theirs] = await Promise.all([pair.hust, pair.queenMary].map((o) => findMinutes(o.database.db, id)))
  assert.deepEqual([ours!.state, theirs!.state], ['agreed', 'agreed'])
  assert.deepEqual(ours!.minutes, theirs!.minutes)
  assert.equal(ours!.hash, theirs!.hash)
  assert.equal((await officer.post(at, { version: '1', opening_en: 'Something else' })).status, 409)
  assert.match(plain(await officer.read(at)), /agreed by both/)
})

test('a change asked for reaches who writes; the minutes are written anew, and an earlier yes no longer counts', async () => {
  const { id } = await held()
  const { officer, at, hash } = await proposed(id)
  const other = await officerOf(pair.queenMary)
  const empty = await other.post(`${at}/ask`, { hash, reason: ' ' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Please say what should be different/)
  assert.equal((await other.post(`${at}/ask`, { hash, reason: 'Name the interpreter.' })).status, 303)
  await pair.deliver()
  assert.match(plain(await officer.read(at)), /Queen Mary asks for a change Name the interpreter\./)

  const fields = formOf(await officer.read(`${at}/edit`), at)
  assert.equal((await officer.post(at, { ...fields, closing_en: 'The interpreter was Chen Jing.' })).status, 303)
  // Queen Mary's yes to the old text is under way while HUST's new draft is, too.
  assert.equal((await other.post(`${at}/agree`, { hash })).status, 303)
  await pair.deliver()
  const states = async () =>
    Promise.all([pair.hust, pair.queenMary].map(async (o) => (await findMinutes(o.database.db, id))!.state))
  assert.deepEqual(await states(), ['draft', 'draft'])
  assert.match(plain(await other.read(at)), /is writing the minutes anew/)
  const now = (await findMinutes(pair.hust.database.db, id))!
  assert.equal((await officer.post(`${at}/propose`, { hash: now.hash })).status, 303)
  await pair.deliver()
  assert.equal((await other.post(`${at}/agree`, { hash: now.hash })).status, 303)
  await pair.deliver()
  assert.deepEqual(await states(), ['agreed', 'agreed'])
})

test('two who write the minutes at once lose no word, and only the convenor writes', async () => {
  const { id } = await held()
  const officer = await officerOf(pair.hust)
  const at = `/ceremonies/${id}/minutes`
  const fields = formOf(await officer.read(`${at}/edit`), at)
  assert.equal((await officer.post(at, { ...fields, closing_en: 'First.' })).status, 303)
  const late = await officer.post(at, { ...fields, closing_en: 'Second.' })
  assert.equal(late.status, 409)
  assert.match(await late.text(), /Second\./)
  const other = await officerOf(pair.queenMary)
  assert.equal((await other.post(at, { version: '0', opening_en: 'Ours' })).status, 409)
  assert.equal((await (await pair.hust.browser('reader')).get(`${at}/edit`)).status, 403)
  assert.doesNotMatch(await other.read(at), /First\./)
})

test('minutes doubled, late, forged or of somebody else change nothing', async () => {
  const { id } = await held()
  const { hash } = await proposed(id)
  const { db } = pair.hust.database
  const sent = await db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .where('stream', 'like', `%${id}`)
    .orderBy('id')
    .execute()
  const message = sent
    .map(({ body }) => body as { kind: string; about: string; body: Record<string, unknown> })
    .find(({ kind }) => kind === 'ceremony.minutes')!
  const there = () => findMinutes(pair.queenMary.database.db, id)
  const before = await there()
  assert.equal(before!.hash, hash)
  await handOver(pair, pair.hust, pair.queenMary, message)
  assert.deepEqual(await there(), before)
  const forged = {
    ...message,
    body: { ...message.body, version: 9, minutes: { ...(message.body.minutes as object), audience: 9 } },
  }
  assert.deepEqual(await handOver(pair, pair.hust, pair.queenMary, forged), {
    answer: 'refused',
    reason: 'minutes_other_text',
    details: {},
  })
  // Queen Mary did not convene: it cannot write HUST's minutes.
  const theirs = await handOver(pair, pair.queenMary, pair.hust, message)
  assert.equal('answer' in theirs && theirs.answer, 'refused')
  const unknown = await handOver(pair, pair.hust, pair.queenMary, { ...message, about: crypto.randomUUID() })
  assert.deepEqual(unknown, { retry: 'ceremony_missing' })
})

test('a commitment marked on one node stands on both, with its words, speaker, item and ceremony', async () => {
  const { id, commitment } = await held()
  for (const office of [pair.hust, pair.queenMary]) {
    const [one] = await followed(office.database.db, { ceremony: id })
    assert.deepEqual(
      [one!.commitment.id, one!.commitment.words.zh, one!.state],
      [commitment.id, '资助十个联合项目', 'recorded'],
    )
    const page = plain(await (await officerOf(office)).read(`/commitments/${commitment.id}`))
    assert.match(page, /Fund ten joint projects/)
    assert.match(page, /Ruth O'Brien|Ruth O&#39;Brien/)
  }
  assert.match(plain(await (await officerOf(pair.queenMary)).read('/commitments')), /Fund ten joint projects/)
  assert.equal((await (await pair.queenMary.browser('nobody')).get(`/commitments/${commitment.id}`)).status, 404)
})

test('only the university that promised says what became of it; the other sees it with author, time and reason', async () => {
  const { commitment } = await held()
  const at = `/commitments/${commitment.id}`
  const stranger = await officerOf(pair.hust)
  assert.doesNotMatch(await stranger.read(at), /name="act"/)
  assert.equal((await stranger.post(at, { act: 'accept', words_en: 'x', words_zh: '' })).status, 403)
  const owner = await officerOf(pair.queenMary)
  const accepted = {
    act: 'accept',
    words_en: 'Fund ten joint research projects',
    words_zh: '资助十个联合研究项目',
    due: '2027-07-31',
  }
  assert.equal((await owner.post(at, { ...accepted, due: '2027-02-31' })).status, 422)
  assert.equal((await owner.post(at, accepted)).status, 303)
  assert.equal((await owner.post(at, { act: 'begin' })).status, 303)
  const silent = await owner.post(at, { act: 'keep', reason: '' })
  assert.equal(silent.status, 422)
  assert.equal((await owner.post(at, { act: 'keep', reason: 'Ten projects were funded in May.' })).status, 303)
  assert.equal((await owner.post(at, { act: 'keep', reason: 'again' })).status, 409)
  await pair.deliver()
  const page = plain(await stranger.read(at))
  assert.match(page, /Fund ten joint research projects/)
  assert.match(page, /kept Queen Mary, Some officer/)
  assert.match(page, /Ten projects were funded in May\./)
  const [there] = await followed(pair.hust.database.db, { id: commitment.id })
  assert.deepEqual([there!.state, there!.due?.toString(), there!.steps.length], ['kept', '2027-07-31', 3])
})

test('a standing that comes before its commitment waits; one that is late or not theirs is left aside', async () => {
  const { id, commitment } = await held()
  const owner = await officerOf(pair.queenMary)
  await owner.post(`/commitments/${commitment.id}`, { act: 'accept', words_en: 'A', words_zh: '甲' })
  await owner.post(`/commitments/${commitment.id}`, { act: 'begin' })
  const rows = await pair.queenMary.database.db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  const [second, first] = rows.map(({ body }) => body as { kind: string; about: string; body: Record<string, unknown> })
  const [from, to] = [pair.queenMary, pair.hust]
  const early = { ...first!, body: { ...first!.body, id: crypto.randomUUID() } }
  assert.deepEqual(await handOver(pair, from, to, early), { retry: 'commitment_missing' })
  await handOver(pair, from, to, second!)
  await handOver(pair, from, to, second!)
  await handOver(pair, from, to, first!)
  const [there] = await followed(to.database.db, { ceremony: id })
  assert.deepEqual([there!.state, there!.steps.length], ['in_progress', 2])
  const back = await handOver(pair, to, from, { ...second!, body: { ...second!.body, version: 9 } })
  assert.equal('answer' in back && back.answer, 'refused')
})

test('thanks go to those who came, each once', async () => {
  const { id, plan } = await held()
  const [first, second] = plan.guests[pair.hust.ror]!
  const officer = await officerOf(pair.hust)
  await officer.post(`/ceremonies/${id}/attendance`, { [`guest_${first!.id}`]: 'yes', [`guest_${second!.id}`]: 'no' })
  const count = async (address: string) =>
    (await lettersTo(pair, pair.hust, address)).filter(({ subject }) => subject.includes('Thank you')).length
  const before = await count('wang@after.example')
  assert.equal((await officer.post(`/ceremonies/${id}/thanks`)).status, 303)
  assert.equal((await officer.post(`/ceremonies/${id}/thanks`)).status, 409)
  assert.equal(await count('wang@after.example'), before + 1)
  assert.equal(await count('deputy@after.example'), 0)
  const letter = (await lettersTo(pair, pair.hust, 'wang@after.example')).at(-1)!
  assert.match(letter.text, /尊敬的王小明：[\s\S]*Dear Wang Xiaoming,/)
})

test('each state of commitments and minutes can be reached, and left as the tables say', async () => {
  const reached = new Set(['recorded', ...commitmentLifecycle.map(({ to }) => to)])
  assert.deepEqual([...reached].sort(), [...commitmentStates].sort())
  assert.ok(!minutesLifecycle.some(({ from }) => (from as string) === 'agreed'), 'agreed minutes stay as they are')
  const { db } = pair.hust.database
  const { id } = await held()
  const broken = { ceremony: id, state: 'agreed', version: 1, minutes: '{}', hash: 'x' } as never
  await assert.rejects(db.insertInto('ceremony_minutes').values(broken).execute(), /ceremony_minutes_agreed_by_both/)
})
