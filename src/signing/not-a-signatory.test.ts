/** Who holds a seat by name, but may not sign: the role was taken, or the seat is the partner's. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { saveSignatory } from '#src/agreements/index.ts'
import { giveRole, takeRole } from '#src/platform/people/change-roles.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { Pair } from '#test/support/postman.ts'
import { consent, openedSession } from '#test/support/signing-play.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

test('an account named for a seat of the partner’s neither reads nor consents for it', async () => {
  const { room, agreement } = await openedSession(pair)
  const { account } = await pair.hust.visitor('nobody')
  const role = { name: 'signatory', scope: '' } as const
  await pair.hust.database.db.transaction().execute(async (tx) => {
    await giveRole(tx, { account: account.id, role, by: { kind: 'node' }, now: pair.now })
    await saveSignatory(tx, agreement, 'seat-b', account.id)
  })
  const nobody = await pair.hust.browser('nobody')
  assert.equal((await nobody.get(`${room}/sign`)).status, 403)
  assert.equal((await nobody.post(`${room}/declination`, { reason: 'No' })).status, 403)
})

test('once the role is taken away, the president no longer consents or declines', async () => {
  const play = await openedSession(pair)
  const { account } = await pair.hust.visitor('signatory')
  const role = { name: 'signatory', scope: '' } as const
  await pair.hust.database.db
    .transaction()
    .execute((tx) => takeRole(tx, { account: account.id, role, by: { kind: 'node' }, now: pair.now }))
  const signatory = await pair.hust.browser('signatory')
  assert.equal((await signatory.get(`${play.room}/sign`)).status, 404)
  assert.equal((await signatory.post(`${play.room}/declination`, { reason: 'No' })).status, 404)
  await assert.rejects(() => consent(pair.hust, play), /404/)
})
