import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sha256 } from '#src/platform/canonical.ts'
import { agreementAt, colleague, formOf, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { type Office, step } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { textHash } from './text-rules.ts'
import { findVersion } from './version-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const offices = () => [pair.hust, pair.queenMary]

async function officerPost(office: Office, path: string, values: Record<string, string> = {}): Promise<Response> {
  const answer = await (await office.browser('officer')).post(path, values)
  await pair.deliver()
  return answer
}

const read = async (office: Office, id: string, language: 'en' | 'zh' = 'en') =>
  plain(await (await office.browser('officer', language)).read(`/agreements/${id}`))

async function frozen(): Promise<string> {
  const id = await sentAgreement(pair)
  for (const office of offices()) assert.equal((await officerPost(office, `/agreements/${id}/freeze`)).status, 303)
  return id
}

async function approve(office: Office, id: string): Promise<Response> {
  const approver = await office.browser('approver')
  const path = `/agreements/${id}/approvals`
  const answer = await approver.post(path, formOf(await approver.read(`/agreements/${id}`), path))
  await pair.deliver()
  return answer
}

test('one side proposes, both nodes compute, the other agrees: the same text and document hash on both', async () => {
  const id = await sentAgreement(pair)
  await officerPost(pair.hust, `/agreements/${id}/freeze`)
  assert.match(await read(pair.hust, id), /We proposed to freeze this version/)
  const theirs = await read(pair.queenMary, id)
  assert.match(theirs, /HUST proposes to freeze this version/)
  assert.match(theirs, /Agree: freeze the text/)
  await officerPost(pair.queenMary, `/agreements/${id}/freeze`)
  const [a, b] = await Promise.all(offices().map((office) => agreementAt(office, id)))
  assert.equal(a!.state, 'frozen')
  assert.deepEqual(a!.frozen!.textHash, b!.frozen!.textHash)
  assert.deepEqual(a!.frozen!.documentHash, b!.frozen!.documentHash)
  assert.match(await read(pair.hust, id), /The copies are the same\./)
  assert.match(await read(pair.queenMary, id, 'zh'), /双方文本一致。/)
})

test('while a text is negotiated its page marks what changed; a frozen one is shown as it is, changes when asked for', async () => {
  const id = await sentAgreement(pair)
  const at = `/agreements/${id}`
  const officer = await pair.queenMary.browser('officer')
  const draft = formOf(await officer.read(`${at}/edit`), `${at}/draft`)
  await officer.post(`${at}/draft`, { ...draft, do: 'save', clause_0_body_en: `${draft.clause_0_body_en} Gladly.` })
  await officerPost(pair.queenMary, `${at}/versions`)
  const shown = async (query = '') => (await pair.hust.browser('officer')).read(at + query)
  assert.match(await shown(), /<ins\b(?:(?!<\/ins>).)*Gladly/s)
  for (const office of offices()) await officerPost(office, `${at}/freeze`)
  const frozenPage = await shown()
  assert.doesNotMatch(frozenPage, /<ins\b/)
  assert.match(frozenPage, /Gladly/)
  assert.match(frozenPage, new RegExp(`href="${at}\\?[^"]*show=changes"`))
  assert.match(await shown('?show=changes'), /<ins\b(?:(?!<\/ins>).)*Gladly/s)
})

test('before freezing the page says what is missing instead of offering it', async () => {
  const id = await sentAgreement(pair)
  const { db } = pair.hust.database
  await db.deleteFrom('agreement_signatory').where('agreement', '=', id).execute()
  const page = await read(pair.hust, id)
  assert.match(page, /Before the text can be frozen\s*say which account signs for Wang Xiaoming/)
  assert.doesNotMatch(page, /Propose to freeze/)
  const refused = await officerPost(pair.hust, `/agreements/${id}/freeze`)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /The seat of Wang Xiaoming has no account of a signatory/)
})

test('different copies are refused, with the differing fields in words on both nodes', async () => {
  const id = await sentAgreement(pair)
  const { db } = pair.queenMary.database
  const held = (await findVersion(db, id, 1))!
  held.text.clauses[1]!.body.zh += '（另有约定）'
  const bent = { text: JSON.stringify(held.text), text_hash: textHash(held.text) }
  await db.updateTable('agreement_version').set(bent).where('agreement', '=', id).execute()
  await officerPost(pair.hust, `/agreements/${id}/freeze`)
  assert.match(
    await read(pair.hust, id),
    /Our proposal to freeze was refused: the copies differ.*clause 2, Chinese text/,
  )
  assert.match(await read(pair.queenMary, id, 'zh'), /对方定稿提议未予接受：双方文本不一致.*第2条，中文正文/)
  for (const office of offices()) assert.equal((await agreementAt(office, id)).state, 'negotiating')
})

test('approved by people who did not draft it; then ready to sign on both', async () => {
  const id = await frozen()
  assert.equal((await approve(pair.hust, id)).status, 303)
  assert.match(await read(pair.hust, id), /by Some approver/)
  assert.match(await read(pair.hust, id), /Queen Mary: not yet/)
  assert.equal((await approve(pair.queenMary, id)).status, 303)
  for (const office of offices()) {
    assert.equal((await agreementAt(office, id)).state, 'approved')
    assert.match(await read(office, id), /To the signing/)
  }
})

test('whoever wrote in the draft cannot approve it, however many roles they hold', async () => {
  const id = await frozen()
  const { db } = pair.hust.database
  const { account } = await pair.hust.visitor('officer')
  await db
    .insertInto('role')
    .values({ account_id: account.id, name: 'approver', scope: step, given_at: pair.now })
    .execute()
  const author = await pair.hust.browser('officer')
  assert.match(
    plain(await author.read(`/agreements/${id}`)),
    /You wrote in this text, so somebody else has to approve it/,
  )
  const { textHash: text_hash } = (await agreementAt(pair.hust, id)).frozen!
  const refused = await author.post(`/agreements/${id}/approvals`, { step, text_hash })
  assert.equal(refused.status, 403)
  await db.deleteFrom('role').where('account_id', '=', account.id).where('name', '=', 'approver').execute()
})

test('an approval of another text than the one that stands is refused; a second one is told kindly', async () => {
  const id = await frozen()
  const approver = await pair.hust.browser('approver')
  const other = await approver.post(`/agreements/${id}/approvals`, { step, text_hash: '0'.repeat(64) })
  assert.equal(other.status, 409)
  assert.match(await other.text(), /The two copies differ/)
  const path = `/agreements/${id}/approvals`
  const values = formOf(await approver.read(`/agreements/${id}`), path)
  const answers = await Promise.all([approver.post(path, values), approver.post(path, values)])
  assert.deepEqual(answers.map((a) => a.status).sort(), [303, 409])
  const told = await answers.find((a) => a.status === 409)!.text()
  assert.match(told, /This step has been approved already\. Nothing was recorded twice\./)
  const elsewhere = await colleague(pair, pair.hust, 'approver', 'finance')
  assert.equal((await elsewhere.post(path, values)).status, 403)
})

test('reopening clears both sides’ approvals and both pages say so, with the reason', async () => {
  const id = await frozen()
  await approve(pair.hust, id)
  await approve(pair.queenMary, id)
  const silent = await officerPost(pair.queenMary, `/agreements/${id}/reopening`, { reason: ' ' })
  assert.equal(silent.status, 422)
  assert.match(await silent.text(), /Please give a reason/)
  await officerPost(pair.queenMary, `/agreements/${id}/reopening`, { reason: 'The term must be five years.' })
  for (const office of offices()) {
    const agreement = await agreementAt(office, id)
    assert.deepEqual([agreement.state, agreement.frozen], ['negotiating', null])
    const page = await read(office, id)
    assert.match(page, /Approvals were cleared because the text was reopened/)
    assert.match(page, /The term must be five years\./)
  }
  assert.match(await read(pair.hust, id, 'zh'), /审批已失效，原因：文本被重新开放/)
  assert.equal((await agreementAt(pair.queenMary, id)).turn, 'ours')
})

test('a proposal can be taken back by the side that made it, and only by that side', async () => {
  const id = await sentAgreement(pair)
  await officerPost(pair.hust, `/agreements/${id}/freeze`)
  assert.doesNotMatch(await read(pair.queenMary, id), /Take the proposal back/)
  assert.equal((await officerPost(pair.queenMary, `/agreements/${id}/reopening`, { reason: 'x' })).status, 409)
  assert.match(await read(pair.hust, id), /Take the proposal back/)
  assert.equal((await officerPost(pair.hust, `/agreements/${id}/reopening`, { reason: 'A typo' })).status, 303)
  assert.doesNotMatch(await read(pair.queenMary, id), /proposes to freeze this version/)
})

test('before freezing the document is a draft by its name; frozen, it has the document hash, and its pages are pictures', async () => {
  const id = await sentAgreement(pair)
  const officer = await pair.hust.browser('officer')
  const draft = await officer.get(`/agreements/${id}/document.pdf?version=1`)
  assert.match(draft.headers.get('content-disposition')!, /DRAFT-version-1\.pdf/)
  assert.equal((await officer.get(`/agreements/${id}/pages/1.png`)).status, 404)
  for (const office of offices()) await officerPost(office, `/agreements/${id}/freeze`)
  for (const office of offices()) {
    const pdf = await (await office.browser('reader')).get(`/agreements/${id}/document.pdf`)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    assert.equal(sha256(bytes), (await agreementAt(office, id)).frozen!.documentHash)
  }
  const page = await officer.get(`/agreements/${id}/pages/1.png`)
  assert.equal(page.headers.get('content-type'), 'image/png')
  assert.equal(Buffer.from(await page.arrayBuffer()).toString('latin1', 1, 4), 'PNG')
  assert.equal((await officer.get(`/agreements/${id}/pages/999.png`)).status, 404)
})
