import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { agreementAt, colleague, formOf, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { type Office, type OfficeBrowser, step } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { enterConcluded } from './enter-concluded.ts'
import { findVersion } from './version-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
  const admin = await pair.queenMary.browser('administrator')
  await admin.post('/procedures/duties', { duty_en: 'Head of school', duty_zh: '院长' })
  await admin.post('/procedures/duties', { duty_en: 'Faculty executive', duty_zh: '学部执行委员会' })
  await admin.post('/procedures/routes', {
    name_en: 'High risk, by the board',
    name_zh: '高风险，由委员会审批',
    risk_high: 'yes',
    extent: 'any',
    step_0_who: 'duty:head_of_school',
    step_1_who: 'duty:faculty_executive',
    step_1_begins: 'beside',
    step_1_days: '3',
    step_2_who: `duty:${step}`,
    step_2_begins: 'after',
  })
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

/** Classed as high risk at Queen Mary, then frozen on both sides. */
async function frozenAtHighRisk(): Promise<string> {
  const id = await sentAgreement(pair)
  const officer = await pair.queenMary.browser('officer')
  const classed = { kind: 'key', unit: '', risk: 'high', value: '', currency: '' }
  assert.equal((await officer.post(`/agreements/${id}/class`, classed)).status, 303)
  for (const office of [pair.hust, pair.queenMary]) {
    await (await office.browser('officer')).post(`/agreements/${id}/freeze`)
    await pair.deliver()
  }
  assert.equal((await agreementAt(pair.queenMary, id)).state, 'frozen')
  return id
}

async function decide(browser: OfficeBrowser, id: string): Promise<Response> {
  const path = `/agreements/${id}/approvals`
  const answer = await browser.post(path, formOf(await browser.read(`/agreements/${id}`), path))
  await pair.deliver()
  return answer
}

const holder = (duty: string) => colleague(pair, pair.queenMary, 'approver', duty)
const mailsTo = async ({ database: { db } }: Office, subject: string) =>
  (await db.selectFrom('mailbox').select(['to_address', 'subject']).execute()).filter((m) =>
    m.subject.includes(subject),
  )

test('the way shown before freezing is the one fixed with the text; then stage follows stage', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.queenMary.browser('officer')
  assert.match(
    plain(await officer.read(`/agreements/${id}`)),
    /Way of approval ?The usual steps\. It is fixed when the text is frozen/,
  )
  await officer.post(`/agreements/${id}/class`, { kind: 'key', unit: '', risk: 'high' })
  assert.match(
    plain(await officer.read(`/agreements/${id}`)),
    /High risk, by the board\. It is fixed when the text is frozen\..*Head of school.*Faculty executive \(at the same time\).*Partnerships Board \(then\)/,
  )
  assert.match(
    plain(await (await pair.queenMary.browser('officer', 'zh')).read(`/agreements/${id}`)),
    /高风险，由委员会审批，定稿时确定.*学部执行委员会 ?（?\(同时\)/,
  )
})

test('steps of a stage go side by side, the board only after both; each approval has its author', async () => {
  const id = await frozenAtHighRisk()
  const board = await pair.queenMary.browser('approver')
  const path = `/agreements/${id}/approvals`
  assert.ok(!(await board.read(`/agreements/${id}`)).includes(`action="${path}"`), 'no button yet')
  const { textHash } = (await agreementAt(pair.queenMary, id)).frozen!
  const early = await board.post(path, { step, text_hash: textHash, seats_hash: '' })
  assert.equal(early.status, 409)
  assert.match(plain(await early.text()), /an earlier one is still to be decided|This step is not open/)
  assert.equal((await decide(await holder('faculty_executive'), id)).status, 303)
  assert.equal((await decide(await holder('head_of_school'), id)).status, 303)
  assert.equal((await agreementAt(pair.queenMary, id)).state, 'frozen')
  assert.equal((await decide(board, id)).status, 303)
  const page = plain(await (await pair.queenMary.browser('officer')).read(`/agreements/${id}`))
  assert.match(page, /High risk, by the board, fixed when the text was frozen/)
  assert.match(
    page,
    /Head of school: by A Colleague.*Faculty executive \(at the same time\): by A Colleague.*Board \(then\): by Some approver/,
  )
  assert.equal((await decide(await pair.hust.browser('approver'), id)).status, 303)
  for (const office of [pair.hust, pair.queenMary]) assert.equal((await agreementAt(office, id)).state, 'approved')
})

test('a step says for how many days it waits, since its stage opened, and when that is too long', async () => {
  const id = await frozenAtHighRisk()
  const page = async () => plain(await (await pair.queenMary.browser('officer')).read(`/agreements/${id}`))
  pair.wait({ hours: 24 * 4 })
  assert.match(await page(), /Head of school: not yet A Colleague[^:]*? now for 4 days ?at the same time/)
  assert.match(await page(), /Faculty executive \(at the same time\): not yet [^:]*? now for 4 days too long: target 3/)
  await decide(await holder('faculty_executive'), id)
  await decide(await holder('head_of_school'), id)
  assert.doesNotMatch(await page(), /Board \(then\): not yet [^:]*now for/)
  pair.wait({ hours: 24 * 2 })
  assert.match(await page(), /Board \(then\): not yet Some approver now for 2 days/)
})

test('what is concluded is entered as its own type counts, with its unit', async () => {
  const id = await sentAgreement(pair)
  const { db } = pair.queenMary.database
  const officer = await pair.queenMary.browser('officer')
  await officer.post(`/agreements/${id}/class`, { kind: 'exchange', unit: 'School of Law', risk: 'low' })
  await db.updateTable('agreement').set({ kind: 'general' }).where('id', '=', id).execute()
  const agreement = await agreementAt(pair.queenMary, id)
  const { text } = (await findVersion(db, id, 1))!
  const concluded = { text, effective: pair.now, signed: pair.now, zone: 'Europe/London' }
  await db.transaction().execute((tx) => enterConcluded(tx, agreement, concluded))
  const entry = await db
    .selectFrom('agreement_entry')
    .select(['kind', 'units'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, { kind: 'exchange', units: 'School of Law' })
})

test('a change of the routes changes nothing of what was fixed', async () => {
  const id = await frozenAtHighRisk()
  const { db } = pair.queenMary.database
  const { id: route } = await db.selectFrom('approval_route').select('id').executeTakeFirstOrThrow()
  const admin = await pair.queenMary.browser('administrator')
  await admin.post(`/procedures/routes/${route}/use`, { retired: 'yes' })
  const officer = await pair.queenMary.browser('officer')
  assert.match(plain(await officer.read(`/agreements/${id}`)), /High risk, by the board, fixed/)
  const other = await officer.post(`/agreements/${id}/class`, { kind: 'key', unit: '', risk: 'low' })
  assert.equal(other.status, 409, 'what it is to us is fixed too')
  await admin.post(`/procedures/routes/${route}/use`, { retired: 'no' })
})

test('a no needs a reason; it opens the text on both sides, and the reason stays in the house', async () => {
  const id = await frozenAtHighRisk()
  const head = await holder('head_of_school')
  const path = `/agreements/${id}/rejections`
  assert.equal((await head.post(path, { step: 'head_of_school', reason: ' ' })).status, 422)
  const secret = 'The dean has no budget for it.'
  const no = { step: 'head_of_school', reason: secret, told: 'We need more time.' }
  assert.equal((await head.post(path, no)).status, 303)
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) assert.equal((await agreementAt(office, id)).state, 'negotiating')
  const ours = plain(await (await pair.queenMary.browser('officer')).read(`/agreements/${id}`))
  assert.match(ours, /Not approved: Head of school ?by A Colleague/)
  assert.ok(ours.includes(secret))
  const theirs = await (await pair.hust.browser('officer')).read(`/agreements/${id}`)
  assert.match(theirs, /We need more time\./)
  const everything = await pair.hust.database.db.selectFrom('journal').select('detail').execute()
  assert.ok(!theirs.includes(secret) && !JSON.stringify(everything).includes(secret))
  assert.ok((await mailsTo(pair.queenMary, 'Not approved')).length > 0)
})

test('a stand-in decides in somebody’s place within the days given, and the record says so', async () => {
  const id = await frozenAtHighRisk()
  const { account: reader } = await pair.queenMary.visitor('reader')
  const { db } = pair.queenMary.database
  const standIn = await pair.queenMary.browser('reader')
  const given = { person: (await pair.queenMary.visitor('approver')).account.id, by: reader.id, reason: 'Leave' }
  const admin = await pair.queenMary.browser('administrator')
  const day = pair.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const days = { from: day.add({ days: 1 }).toString(), to: day.add({ days: 2 }).toString() }
  assert.equal((await admin.post('/procedures/stand-ins', { ...given, ...days, duty: step })).status, 303)
  await decide(await holder('faculty_executive'), id)
  await decide(await holder('head_of_school'), id)
  const form = `action="/agreements/${id}/approvals"`
  assert.ok(!(await standIn.read(`/agreements/${id}`)).includes(form), 'not before the first day')
  pair.wait({ hours: 24 })
  const page = await (await pair.queenMary.browser('reader')).read(`/agreements/${id}`)
  assert.match(plain(page), /You decide in the place of Some approver\./)
  assert.match(plain(await (await pair.queenMary.browser('reader')).read('/')), /Key Partnership Agreement/)
  assert.equal((await decide(await pair.queenMary.browser('reader'), id)).status, 303)
  const [row] = await db
    .selectFrom('agreement_approval')
    .selectAll()
    .where('agreement', '=', id)
    .where('step', '=', step)
    .execute()
  assert.deepEqual([row!.account, row!.for_name], [reader.id, 'Some approver'])
  const officer = await pair.queenMary.browser('officer')
  assert.match(plain(await officer.read(`/agreements/${id}`)), /by Some reader, in the place of Some approver/)
  await db.updateTable('stand_in').set({ ended_at: pair.now, ended_by: reader.id }).execute()
})

test('nobody stands in for one who wrote in the text', async () => {
  const id = await frozenAtHighRisk()
  const { db } = pair.queenMary.database
  const { account: approver } = await pair.queenMary.visitor('approver')
  await db.insertInto('agreement_author').values({ agreement: id, account: approver.id }).execute()
  const { account: reader } = await pair.queenMary.visitor('reader')
  const admin = await pair.queenMary.browser('administrator')
  const day = pair.now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  const given = { person: approver.id, by: reader.id, duty: '', from: day, to: day, reason: 'Leave' }
  assert.equal((await admin.post('/procedures/stand-ins', given)).status, 303)
  await decide(await holder('faculty_executive'), id)
  await decide(await holder('head_of_school'), id)
  const { textHash } = (await agreementAt(pair.queenMary, id)).frozen!
  const refused = await (await pair.queenMary.browser('reader')).post(`/agreements/${id}/approvals`, {
    step,
    text_hash: textHash,
  })
  assert.equal(refused.status, 409)
})

test('once the house named who may sign, only they are assigned, and a lapsed authority stops freezing', async () => {
  const id = await sentAgreement(pair)
  const admin = await pair.queenMary.browser('administrator')
  const { account: president } = await pair.queenMary.visitor('signatory')
  const day = pair.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const given = {
    account: president.id,
    kind_exchange: 'yes',
    risk: 'high',
    from: day.toString(),
    basis: 'Ordinance 4',
  }
  assert.equal((await admin.post('/procedures/authority', { ...given, basis: '' })).status, 422)
  assert.equal((await admin.post('/procedures/authority', given)).status, 303)
  const officer = await pair.queenMary.browser('officer')
  const refused = await officer.post(`/agreements/${id}/signatory`, { seat: 'seat-b', account: president.id })
  assert.equal(refused.status, 409)
  assert.match(plain(await refused.text()), /Ruth O&#39;Brien has no authority to sign an agreement of this type/)
  assert.equal((await officer.post(`/agreements/${id}/freeze`)).status, 409)
  const { kind_exchange: _, ...every } = given
  await admin.post('/procedures/authority', every)
  assert.equal(
    (await officer.post(`/agreements/${id}/signatory`, { seat: 'seat-b', account: president.id })).status,
    303,
  )
  assert.equal((await officer.post(`/agreements/${id}/freeze`)).status, 303)
})
