/** Seats that come, go and change hands from version to version: what was fixed for the old ones does not cling to the new. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { softwarePasskey } from '#src/platform/people/index.ts'
import { beginRegistration, finishRegistration } from '#src/platform/people/register-passkey.ts'
import { agreementAt, formOf, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { saveSignatory, signatories } from './freeze-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const post = async (
  office: Office,
  path: string,
  fields: Record<string, string> = {},
  who: 'officer' | 'approver' = 'officer',
) => {
  const answer = await (await office.browser(who)).post(path, fields)
  assert.equal(answer.status, 303, await answer.text())
}

/** The officer changes the draft on the edit page and sends it. */
async function send(office: Office, id: string, change: (fields: Record<string, string>) => void): Promise<void> {
  const page = await (await office.browser('officer')).read(`/agreements/${id}/edit`)
  const fields = formOf(page, `/agreements/${id}/draft`)
  change(fields)
  await post(office, `/agreements/${id}/draft`, { ...fields, do: 'save' })
  await post(office, `/agreements/${id}/versions`, { note: '' })
}

async function approveAt(office: Office, id: string): Promise<void> {
  const page = await (await office.browser('approver')).read(`/agreements/${id}`)
  await post(office, `/agreements/${id}/approvals`, formOf(page, `/agreements/${id}/approvals`), 'approver')
}

test('a seat that is no longer there leaves no pin behind: both sides can still approve', async () => {
  const id = await sentAgreement(pair)
  // HUST proposes to freeze; before that arrives, Queen Mary sends a version in which HUST's seat has another id.
  await post(pair.hust, `/agreements/${id}/freeze`)
  await send(pair.queenMary, id, (fields) => {
    fields.seat_0_id = 'seat-c'
  })
  await pair.deliver()
  const { account } = await pair.hust.visitor('signatory')
  await pair.hust.database.db.transaction().execute((tx) => saveSignatory(tx, id, 'seat-c', account.id))
  for (const office of both()) {
    await post(office, `/agreements/${id}/freeze`)
    await pair.deliver()
  }
  for (const office of both()) {
    await approveAt(office, id)
    await pair.deliver()
  }
  for (const office of both()) assert.equal((await agreementAt(office, id)).state, 'approved')
})

test('who signed for a seat that has gone, or for another person, does not sign for the next one there', async () => {
  const id = await sentAgreement(pair)
  const signatory = await pair.queenMary.browser('signatory')
  assert.equal((await signatory.get(`/agreements/${id}`)).status, 200)
  const holders = async () => (await signatories(pair.queenMary.database.db, id)).map(({ seat }) => seat)
  await send(pair.queenMary, id, (fields) => {
    fields.title_en = 'Another title'
  })
  await pair.deliver()
  assert.deepEqual(await holders(), ['seat-b'])
  await send(pair.hust, id, (fields) => {
    fields.seat_1_latin = 'Somebody Else'
  })
  await pair.deliver()
  assert.deepEqual(await holders(), [])
  assert.equal((await signatory.get(`/agreements/${id}`)).status, 404)
  const answer = await (await pair.queenMary.browser('officer')).post(`/agreements/${id}/freeze`)
  assert.match(await answer.text(), /Somebody Else/)
  assert.equal(answer.status, 409)
})

/** A passkey more for the office's signatory; both sides must approve it. */
async function addPasskey({ visitor, institution, publicUrl, database: { db } }: Office): Promise<void> {
  const { account } = await visitor('signatory')
  const { now } = pair
  await db.transaction().execute(async (tx) => {
    const options = await beginRegistration(tx, { account, house: institution.name.en, publicUrl, now })
    const response = JSON.stringify(softwarePasskey().register(options, publicUrl))
    await finishRegistration(tx, { account, name: 'More', fallback: 'More', response, publicUrl, now })
  })
}

async function frozenAgreement(): Promise<string> {
  const id = await sentAgreement(pair)
  for (const office of both()) {
    await post(office, `/agreements/${id}/freeze`)
    await pair.deliver()
  }
  return id
}

test('an approval given on a page that shows other passkeys than those of now is not taken', async () => {
  const id = await frozenAgreement()
  const approver = await pair.hust.browser('approver')
  const action = `/agreements/${id}/approvals`
  const old = formOf(await approver.read(`/agreements/${id}`), action)
  await addPasskey(pair.queenMary)
  await pair.deliver()
  const answer = await approver.post(action, old)
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /passkeys/)
  assert.equal((await approver.post(action, formOf(await approver.read(`/agreements/${id}`), action))).status, 303)
})

test('a late no to an approval that does not stand any more takes nothing away', async () => {
  const id = await frozenAgreement()
  pair.queenMary.down = true
  await approveAt(pair.hust, id)
  await pair.deliverFrom(pair.hust)
  await addPasskey(pair.queenMary)
  await pair.deliverFrom(pair.queenMary)
  await approveAt(pair.queenMary, id)
  await pair.deliverFrom(pair.queenMary)
  pair.queenMary.down = false
  // HUST's first approval is refused now: it named the passkeys of before.
  await pair.deliver()
  await approveAt(pair.hust, id)
  await pair.deliver()
  for (const office of both()) assert.equal((await agreementAt(office, id)).state, 'approved')
})
