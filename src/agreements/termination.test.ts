/** Ending an agreement between two offices: by notice, together, taken back, and what becomes of the tier. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findPartnership } from '#src/partners/index.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { handOver, type Pair } from '#test/support/postman.ts'
import { consent, mailedCode, openedSession, signTogether } from '#test/support/signing-play.ts'
import { standingOf } from './termination.ts'
import { terminationsOf } from './termination-store.ts'
import { endDue } from './termination-timed.ts'
import type { AgreementText } from './text.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const pageOf = async (office: Office, id: string, language: 'en' | 'zh' = 'en') =>
  plain(await (await office.browser('officer', language)).read(`/agreements/${id}/termination`))

async function concludedAgreement(change: Partial<AgreementText> = {}): Promise<string> {
  const play = await openedSession(pair, change)
  await signTogether(pair, play)
  return play.agreement
}

/** What a signatory says with the passkey. @returns the answer to it, or to the asking where that is refused already */
async function say(office: Office, id: string, fields: Record<string, string>): Promise<Response> {
  const signatory = await office.browser('signatory')
  const at = `/agreements/${id}/termination`
  const options = await signatory.post(`${at}/options`, fields)
  if (options.status !== 200) return options
  const response = JSON.stringify(office.passkey.assert(await options.json(), office.publicUrl))
  return signatory.post(at, { ...fields, response })
}

async function said(office: Office, id: string, fields: Record<string, string>): Promise<void> {
  const answer = await say(office, id, fields)
  assert.equal(answer.status, 303, plain(await answer.text()))
}

const latest = async ({ database: { db } }: Office, id: string) => (await terminationsOf(db, id))[0]!
const standings = (id: string) =>
  Promise.all(both().map(async (office) => standingOf(await latest(office, id), pair.now)))
const entryOf = ({ database: { db } }: Office, id: string) =>
  db.selectFrom('agreement_entry').selectAll().where('agreement', '=', id).executeTakeFirstOrThrow()
const tick = () => Promise.all(both().map(({ database: { db } }) => endDue(db, pair.now)))
const tierAt = async (office: Office) => {
  const other = office === pair.hust ? pair.queenMary : pair.hust
  return (await findPartnership(office.database.db, other.ror))?.state
}

test('a notice needs a signatory and a passkey, runs as long as the text says, and ends agreement and tier on both sides', async () => {
  const id = await concludedAgreement()
  const officer = await pair.hust.browser('officer')
  assert.equal(
    (await officer.post(`/agreements/${id}/termination/options`, { act: 'give_notice', reason: 'x' })).status,
    403,
  )
  assert.equal((await say(pair.hust, id, { act: 'give_notice', reason: ' ' })).status, 422)
  const given = pair.now
  await said(pair.hust, id, { act: 'give_notice', reason: 'The programme is closed.' })
  assert.deepEqual(standingOf(await latest(pair.hust, id), pair.now), 'waiting')
  await pair.deliver()
  assert.deepEqual(await standings(id), ['standing', 'standing'])
  const effective = given.toZonedDateTimeISO('UTC').add({ months: 6 }).toInstant()
  for (const office of both()) {
    const t = await latest(office, id)
    assert.equal(t.effectiveAt.toString(), effective.toString())
    assert.equal(t.consents[0]!.pinned, true)
    const page = await pageOf(office, id)
    assert.match(page, /Takes effect 23 Mar 2027, (16:30 Wuhan, 08:30 London|08:30 London, 16:30 Wuhan)/)
    assert.match(page, /The programme is closed\./)
    assert.match(page, /by a passkey pinned with the agreement/)
    assert.match(await pageOf(office, id, 'zh'), /终止通知：将于所定日期生效/)
    assert.equal((await entryOf(office, id)).terminated_on?.toString(), '2027-03-24')
    assert.equal(await tierAt(office), 'key_partner')
  }
  pair.wait({ hours: 24 * 180 })
  await tick()
  assert.deepEqual(await standings(id), ['standing', 'standing'])
  pair.wait({ hours: 24 * 3 })
  await tick()
  await tick()
  assert.deepEqual(await standings(id), ['ended', 'ended'])
  for (const office of both()) {
    assert.equal(await tierAt(office), 'stepped_down')
    const { db } = office.database
    const steps = await db
      .selectFrom('partnership_step')
      .select('reason')
      .where('act', '=', 'key_agreement_ended')
      .execute()
    assert.equal(steps.length, 1)
    assert.match(steps[0]!.reason, /terminated as of 2027-03-24\. 重点合作伙伴协议/)
    const logged = await db.selectFrom('outbox').select('body').where('stream', '=', 'evidence').execute()
    const events = logged
      .map(({ body }) => body as { event: string; about: { id: string } })
      .filter((e) => e.about.id === id)
    assert.equal(events.filter((e) => e.event === 'agreement.termination').length, 1)
    assert.equal(events.filter((e) => e.event === 'agreement.ended').length, 1)
  }
})

test('to end it together, both sides’ signatories must consent; one alone changes nothing', async () => {
  const id = await concludedAgreement({ term: { ends: { kind: 'years', years: 5 }, noticeMonths: null } })
  const alone = await say(pair.queenMary, id, { act: 'give_notice', reason: 'We leave.' })
  assert.equal(alone.status, 409)
  const last = pair.now
    .add({ hours: 24 * 40 })
    .toString()
    .slice(0, 10)
  await said(pair.queenMary, id, { act: 'propose_end', reason: 'Both move on.', last_day: last })
  await pair.deliver()
  assert.deepEqual(await standings(id), ['proposed', 'proposed'])
  for (const office of both()) assert.equal((await entryOf(office, id)).terminated_on, null)
  const { id: termination } = await latest(pair.hust, id)
  assert.equal(
    (await say(pair.queenMary, id, { act: 'agree_end', termination })).status,
    409,
    'it is for the other side',
  )
  assert.deepEqual(await standings(id), ['proposed', 'proposed'])
  await said(pair.hust, id, { act: 'agree_end', termination })
  await pair.deliver()
  assert.deepEqual(await standings(id), ['standing', 'standing'])
  pair.wait({ hours: 24 * 42 })
  await tick()
  assert.deepEqual(await standings(id), ['ended', 'ended'])
  for (const office of both())
    assert.match(
      plain(await (await office.browser('officer')).read(`/agreements/${id}`)),
      /The agreement was terminated/,
    )
})

test('a notice is taken back only by both, before it takes effect', async () => {
  const id = await concludedAgreement()
  await said(pair.hust, id, { act: 'give_notice', reason: 'In haste.' })
  await pair.deliver()
  const { id: termination } = await latest(pair.hust, id)
  await said(pair.hust, id, { act: 'withdraw', termination })
  await pair.deliver()
  assert.deepEqual(await standings(id), ['standing', 'standing'])
  await said(pair.queenMary, id, { act: 'withdraw', termination })
  await pair.deliver()
  assert.deepEqual(await standings(id), ['withdrawn', 'withdrawn'])
  for (const office of both()) assert.equal((await entryOf(office, id)).terminated_on, null)
  pair.wait({ hours: 24 * 200 })
  await tick()
  assert.deepEqual(await standings(id), ['withdrawn', 'withdrawn'])
})

test('a taking back that reaches the other side after the end does not count on either', async () => {
  const id = await concludedAgreement()
  await said(pair.hust, id, { act: 'give_notice', reason: 'For good.' })
  await pair.deliver()
  const { id: termination } = await latest(pair.hust, id)
  await said(pair.hust, id, { act: 'withdraw', termination })
  await pair.deliver()
  pair.wait({ hours: 24 * 180 })
  pair.hust.down = true
  await said(pair.queenMary, id, { act: 'withdraw', termination })
  await pair.deliverFrom(pair.queenMary)
  pair.wait({ hours: 24 * 4 })
  await tick()
  assert.deepEqual(await standings(id), ['ended', 'standing'], 'the asker waits for the answer')
  pair.hust.down = false
  await pair.deliver()
  await tick()
  assert.deepEqual(await standings(id), ['ended', 'ended'])
})

test('a signatory without a passkey consents by a mailed code, recorded as weaker', async () => {
  const coded = await openNegotiation(undefined, { method: 'code' })
  const before = pair
  pair = coded
  try {
    const play = await openedSession(pair)
    const id = play.agreement
    const signatory = await pair.queenMary.browser('signatory')
    await signatory.read(`${play.room}/sign`)
    await signatory.post(`${play.room}/code`)
    await pair.deliver()
    await signatory.post(`${play.room}/code-consent`, { code: await mailedCode(pair.queenMary) })
    assert.equal((await consent(pair.hust, play)).status, 303)
    await pair.deliver()
    const at = `/agreements/${id}/termination`
    const asked = await signatory.post(`${at}/code`, { act: 'give_notice', reason: 'By code.' })
    assert.equal(asked.status, 303)
    await pair.deliver()
    const code = await mailedCode(pair.queenMary)
    assert.equal((await signatory.post(`${at}/code-consent`, { code })).status, 303)
    await pair.deliver()
    assert.deepEqual(await standings(id), ['standing', 'standing'])
    assert.match(await pageOf(pair.hust, id), /by a mailed code, the weaker way/)
  } finally {
    pair = before
    await coded.close()
  }
})

test('what the partner cannot have said is refused: another date, other words, an old or future date, another’s agreement', async () => {
  const id = await concludedAgreement()
  await said(pair.queenMary, id, { act: 'give_notice', reason: 'We leave.' })
  const sent = await pair.queenMary.database.db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { body } = sent.body as { body: { statement: Record<string, unknown> } }
  const offer = (statement: object, about = id) =>
    handOver(pair, pair.queenMary, pair.hust, {
      kind: 'agreement.termination',
      about,
      body: { ...body, statement: { ...body.statement, ...statement } },
    })
  const reason = async (statement: object, about?: string) => {
    const answer = await offer(statement, about)
    return 'answer' in answer && answer.answer === 'refused' ? answer.reason : JSON.stringify(answer)
  }
  assert.equal(await reason({ reason: 'Other words.' }), 'termination_not_valid')
  assert.equal(await reason({ effectiveAt: pair.now.add({ hours: 24 }).toString() }), 'termination_not_valid')
  assert.equal(await reason({ givenAt: pair.now.subtract({ hours: 24 * 8 }).toString() }), 'termination_too_old')
  assert.equal(await reason({ givenAt: pair.now.add({ hours: 1 }).toString() }), 'termination_too_old')
  assert.equal(await reason({ textHash: 'a'.repeat(64) }), 'copies_differ')
  assert.equal(await reason({ party: pair.hust.ror }), 'not_the_partner')
  const other = await concludedAgreement()
  assert.equal(await reason({}, other), 'text_malformed')
  assert.deepEqual(await terminationsOf(pair.hust.database.db, other), [])
})

test('a key agreement that runs out takes its tier with it, with the reason', async () => {
  await concludedAgreement({
    term: { ends: { kind: 'on', day: pair.now.add({ hours: 240 }).toString().slice(0, 10) }, noticeMonths: 6 },
  })
  const { db } = pair.hust.database
  // Whatever else these tests signed and left running would keep the tier.
  await db
    .updateTable('agreement_entry')
    .set({ terminated_on: pair.now.toString().slice(0, 10) })
    .where('ends_on', '>', Temporal.PlainDate.from('2030-01-01'))
    .execute()
  await tick()
  assert.equal(await tierAt(pair.hust), 'key_partner')
  pair.wait({ hours: 24 * 12 })
  await tick()
  assert.equal(await tierAt(pair.hust), 'stepped_down')
  const step = await db.selectFrom('partnership_step').select('reason').orderBy('id', 'desc').executeTakeFirstOrThrow()
  assert.match(step.reason, /ran out on .* and was not renewed/)
})
