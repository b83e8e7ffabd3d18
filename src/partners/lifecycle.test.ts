import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPair, type Pair } from '#test/support/postman.ts'
import { concludeKeyAgreement } from './conclude-key-agreement.ts'
import { endKeyAgreement } from './end-key-agreement.ts'
import { stepsOf } from './partnership-step-store.ts'
import { findPartnership } from './partnership-store.ts'
import { partnerRoutes } from './routes.ts'

let pair: Pair
let ror: string
const at = Temporal.Instant.from('2026-03-02T09:00:00Z')
const agreement = crypto.randomUUID()

before(async () => {
  pair = await openPair()
  pair.hust.app.route('/', partnerRoutes({ db: pair.hust.database.db }))
  ror = pair.queenMary.ror
})
after(() => pair.close())

const state = async () => (await findPartnership(pair.hust.database.db, ror))!.state
const conclude = () =>
  pair.hust.database.db.transaction().execute((tx) => concludeKeyAgreement(tx, { partner: ror, agreement, at }))
const step = async (who: 'officer' | 'approver' | 'reader', act: string, more: Record<string, string> = {}) =>
  (await pair.hust.browser(who)).post(`/partners/${ror}/steps`, { act, reason: 'As the board asked.', ...more })

test('a review is begun by an officer; its renewal is approved by someone else, with evidence, and rests on the agreement', async () => {
  await conclude()
  assert.equal((await step('reader', 'begin_review')).status, 403)
  assert.equal((await step('officer', 'begin_review')).status, 303)
  assert.equal(await state(), 'under_review')
  assert.equal((await step('officer', 'approve_renewal', { evidence: 'Minutes 7' })).status, 403)
  const bare = await step('approver', 'approve_renewal', { evidence: ' ' })
  assert.equal(bare.status, 422)
  assert.match(await bare.text(), /where this was decided[\s\S]*As the board asked\./)
  assert.equal(await state(), 'under_review')
  assert.equal((await step('approver', 'approve_renewal', { evidence: 'Minutes 7 of 2 March' })).status, 303)
  assert.equal(await state(), 'key_partner')
  const { db } = pair.hust.database
  const [last] = await stepsOf(db, (await findPartnership(db, ror))!.id)
  assert.equal(last!.agreement, agreement)
  assert.match(await (await pair.hust.browser('reader')).read(`/partners/${ror}`), /Decided: Minutes 7 of 2 March/)
})

test('a partnership that begins by signing began on our own day', async () => {
  const { db } = pair.queenMary.database
  const newYear = Temporal.Instant.from('2026-12-31T16:30:00Z')
  for (const { ror: ours, database } of [pair.hust, pair.queenMary]) {
    const partner = [pair.hust.ror, pair.queenMary.ror].find((one) => one !== ours)!
    await database.db.deleteFrom('partnership_step').execute()
    await database.db.deleteFrom('partnership').execute()
    await database.db.transaction().execute((tx) => concludeKeyAgreement(tx, { partner, agreement, at: newYear }))
  }
  assert.equal((await findPartnership(pair.hust.database.db, ror))!.since, '2027-01-01')
  assert.equal((await findPartnership(db, pair.hust.ror))!.since, '2026-12-31')
})

test('nobody sets key partner by hand, nor takes the tier away in the name of signing', async () => {
  for (const act of ['conclude_key_agreement', 'key_agreement_ended', 'constructor', ''])
    assert.equal((await step('officer', act, { evidence: 'x' })).status, 409, act)
})

test('the tier ends with the agreement that gave it, once, and not with another', async () => {
  const end = (which: string) =>
    pair.hust.database.db
      .transaction()
      .execute((tx) => endKeyAgreement(tx, { partner: ror, agreement: which, at, reason: 'Terminated by notice.' }))
  await end(crypto.randomUUID())
  assert.equal(await state(), 'key_partner')
  await end(agreement)
  await end(agreement)
  assert.equal(await state(), 'stepped_down')
  const { db } = pair.hust.database
  const steps = await stepsOf(db, (await findPartnership(db, ror))!.id)
  assert.equal(steps.filter(({ act }) => act === 'key_agreement_ended').length, 1)
  await conclude()
  assert.equal(await state(), 'key_partner')
})
