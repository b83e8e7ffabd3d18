import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { colleague, openNegotiation } from '#test/support/negotiation.ts'
import { type OfficeBrowser, step } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import {
  openActs,
  proposalLifecycle,
  proposalStates,
  type RiskAnswer,
  type RiskQuestion,
  riskOf,
  riskQuestions,
} from './proposal.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const db = () => pair.hust.database.db
const secret = 'Nobody outside may read this purpose.'
const risksOf = (answers: Record<string, string> = {}) =>
  Object.fromEntries(Object.keys(riskQuestions).map((key) => [`risk_${key}`, answers[key] ?? 'no']))

const form = () => ({
  partner: pair.queenMary.ror,
  kind: 'exchange',
  title_en: 'Exchange in law',
  title_zh: '法学学生交换',
  unit: 'School of Law',
  purpose: secret,
  fit: 'Strategy 2030',
  resources: 'Two places',
  results: 'Ten students',
  interest: 'none',
  ...risksOf(),
})

async function proposed(by: OfficeBrowser, change: Record<string, string> = {}): Promise<string> {
  const answer = await by.post('/proposals', { ...form(), ...change })
  assert.equal(answer.status, 303, plain(await answer.text()))
  return answer.headers.get('location')!.split(/[/?]/)[2]!
}

const stateOf = async (id: string) =>
  (await db().selectFrom('proposal').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test('the lifecycle: whoever may do what, and nobody their own', () => {
  const cells = proposalStates.flatMap((state) =>
    [
      { account: 'p', officer: false },
      { account: 'p', officer: true },
      { account: 'o', officer: true },
      { account: 'x', officer: false },
    ].map((mover) => openActs({ state, proposer: 'p' }, mover).join(' ')),
  )
  assert.deepEqual(cells, [
    ...['withdraw', 'take_up withdraw', 'take_up', ''],
    ...['withdraw', 'withdraw', 'accept decline', ''],
    ...['', 'begin_draft', 'begin_draft', ''],
    ...Array<string>(12).fill(''),
  ])
  assert.equal(proposalLifecycle.length, 6)
})

describe('the risk of the answers', () => {
  const given = (change: Partial<Record<RiskQuestion, RiskAnswer['answer']>>) =>
    Object.fromEntries(
      Object.keys(riskQuestions).map((key) => [key, { answer: change[key as RiskQuestion] ?? 'no', measure: '' }]),
    ) as Record<RiskQuestion, RiskAnswer>
  test('a grave yes is high, any other doubt medium, none low', () => {
    assert.equal(riskOf(given({})), 'low')
    assert.equal(riskOf(given({ personal_data: 'yes' })), 'medium')
    assert.equal(riskOf(given({ export_control: 'unsure' })), 'medium')
    assert.equal(riskOf(given({ joint_award: 'yes' })), 'high')
  })
})

test('what is missing is named in both languages, what was typed stands, and nothing is kept', async () => {
  const reader = await pair.hust.browser('reader')
  const before = (await db().selectFrom('proposal').select('id').execute()).length
  const refused = await reader.post('/proposals', { ...form(), purpose: ' ', results: '', risk_personal_data: 'yes' })
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(plain(page), /Still missing: Purpose; Expected results; what is done about each risk\./)
  assert.match(page, /value="School of Law"/)
  const chinese = await (await pair.hust.browser('reader', 'zh')).post('/proposals', {
    ...form(),
    title_en: '',
    title_zh: '',
  })
  assert.match(plain(await chinese.text()), /以下内容尚未填写：标题/)
  const wrong: Record<string, string>[] = [
    { partner: 'nowhere' },
    { kind: 'unheard' },
    { template: 'x' },
    { value: '5' },
  ]
  for (const change of wrong) assert.equal((await reader.post('/proposals', { ...form(), ...change })).status, 422)
  assert.equal((await db().selectFrom('proposal').select('id').execute()).length, before)
})

test('proposed, assessed, accepted with another risk, drafted: classed, and its proposer approves nothing of it', async () => {
  const approver = await pair.hust.browser('approver')
  const id = await proposed(approver)
  const officer = await pair.hust.browser('officer')
  const steps = `/proposals/${id}/steps`
  assert.match(
    plain(await officer.read('/proposals')),
    /Exchange in law ?Queen Mary ?School of Law ?low ?Some approver.*proposed/,
  )
  assert.equal((await officer.post(steps, { act: 'accept', reason: 'x' })).status, 409, 'not before it is taken up')
  assert.equal((await officer.post(steps, { act: 'take_up' })).status, 303)
  assert.equal((await officer.post(steps, { act: 'accept', reason: ' ', risk: 'medium' })).status, 422)
  assert.equal((await officer.post(steps, { act: 'accept', reason: 'Good fit.', risk: 'medium' })).status, 303)
  assert.match(plain(await approver.read(`/proposals/${id}`)), /accepted it: Good fit\./)
  const begun = await officer.post(steps, { act: 'begin_draft' })
  const at = begun.headers.get('location')!
  assert.match(at, /^\/agreements\//)
  const page = plain(await officer.read(at))
  assert.match(page, /Type ?Student exchange ?Unit ?School of Law ?Risk ?medium/)
  assert.match(plain(await approver.read(`/proposals/${id}`)), /being drafted.*The agreement ?drafting/)
  const row = await db()
    .selectFrom('agreement_class')
    .selectAll()
    .where('agreement', '=', at.split('/')[2]!)
    .executeTakeFirstOrThrow()
  assert.equal(row.proposer, (await pair.hust.visitor('approver')).account.id)
  const mails = await db().selectFrom('outbox').select('body').where('topic', '=', 'mail').execute()
  assert.ok(mails.some(({ body }) => JSON.stringify(body).includes('New proposal')))
})

test('nobody decides their own proposal; declined and withdrawn end it, each with a reason', async () => {
  const officer = await pair.hust.browser('officer')
  const own = await proposed(officer)
  assert.equal((await officer.post(`/proposals/${own}/steps`, { act: 'take_up' })).status, 303)
  assert.equal((await officer.post(`/proposals/${own}/steps`, { act: 'accept', reason: 'Mine.' })).status, 403)
  assert.equal(await stateOf(own), 'assessment')
  const other = await colleague(pair, pair.hust, 'officer')
  assert.equal((await other.post(`/proposals/${own}/steps`, { act: 'decline', reason: 'No budget.' })).status, 303)
  assert.equal(await stateOf(own), 'declined')
  assert.equal((await officer.post(`/proposals/${own}/steps`, { act: 'take_up' })).status, 409)
  const reader = await pair.hust.browser('reader')
  const mine = await proposed(reader)
  assert.equal((await officer.post(`/proposals/${mine}/steps`, { act: 'withdraw', reason: 'x' })).status, 403)
  assert.equal((await reader.post(`/proposals/${mine}/steps`, { act: 'take_up' })).status, 403)
  assert.equal((await reader.post(`/proposals/${mine}/steps`, { act: 'withdraw', reason: 'Later.' })).status, 303)
  assert.equal(await stateOf(mine), 'withdrawn')
})

test('others without an office see their own alone; the public and the partner nothing', async () => {
  const mine = await proposed(await pair.hust.browser('signatory'))
  const others = await proposed(await pair.hust.browser('reader'), { title_en: 'Of the reader' })
  const signatory = await pair.hust.browser('signatory')
  assert.equal((await signatory.get(`/proposals/${mine}`)).status, 200)
  assert.equal((await signatory.get(`/proposals/${others}`)).status, 404)
  assert.doesNotMatch(await signatory.read('/proposals'), /Of the reader/)
  assert.equal((await (await pair.hust.browser('nobody')).get('/proposals')).status, 404)
  await pair.deliver()
  const there = await pair.queenMary.database.db.selectFrom('journal').select('detail').execute()
  assert.ok(!JSON.stringify(there).includes(secret))
  const sent = await db().selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  assert.ok(!JSON.stringify(sent).includes(secret))
})

test('who proposed an agreement is refused its approval in words', async () => {
  const approver = await pair.hust.browser('approver')
  const id = await proposed(approver)
  const officer = await pair.hust.browser('officer')
  for (const act of ['take_up', 'accept', 'begin_draft'])
    await officer.post(`/proposals/${id}/steps`, { act, reason: 'Yes.' })
  const { agreement } = await db()
    .selectFrom('proposal')
    .select('agreement')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const hash = '0'.repeat(64)
  const frozen = { state: 'frozen' as const, frozen_text_hash: hash, frozen_document_hash: hash, frozen_at: pair.now }
  await db().updateTable('agreement').set(frozen).where('id', '=', agreement).execute()
  const refused = await approver.post(`/agreements/${agreement}/approvals`, { step, text_hash: hash })
  assert.equal(refused.status, 403)
})
