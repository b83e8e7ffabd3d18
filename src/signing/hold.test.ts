/** Before a signature is written the two nodes compare their clocks and what both hold; where that keeps ours waiting, the page says why. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, type Play } from '#test/support/signing-play.ts'
import { type Hold, signDeliverer } from './index.ts'

let pair: Pair
let play: Play
/** What the comparison finds. */
let found: Hold | null
before(async () => {
  pair = await openPair()
  play = await openedSession(pair)
  pair.hust.deliverers.sign = signDeliverer(
    pair.hust.signing,
    async () => found,
    () => pair.now,
  )
})
after(() => pair.close())

const signatures = async () =>
  (await pair.hust.database.db.selectFrom('signing_revision').select('number').execute()).length
const room = async (language: 'en' | 'zh') => (await pair.hust.browser('officer', language)).read(play.room)

test('clocks that differ: nothing is signed, and both clocks are shown', async () => {
  found = { reason: 'clocks_differ', ourClock: pair.now, theirClock: pair.now.add({ seconds: 12 }) }
  for (const office of [pair.hust, pair.queenMary]) assert.equal((await consent(office, play)).status, 303)
  await pair.deliver()
  assert.equal(await signatures(), 0)
  const page = await room('en')
  assert.match(page, /the clocks of the two nodes differ by more than five seconds/)
  assert.match(page, /Ours shows 2026-09-23 08:30:00 UTC/)
  assert.match(page, /2026-09-23 08:30:12 UTC/)
  assert.match(await room('zh'), /双方节点时钟相差超过五秒/)
})

test('a node that does not answer, and a database that is an older copy, are told as well', async () => {
  found = { reason: 'not_compared', ourClock: pair.now, theirClock: null }
  await pair.deliver()
  assert.match(await room('en'), /Our signature waits until .*node answers/)
  found = { reason: 'set_back', ourClock: pair.now, theirClock: pair.now }
  await pair.deliver()
  assert.match(await room('en'), /this node’s database is an older copy/)
  assert.equal(await signatures(), 0)
})

test('once nothing is in the way any more, signing goes on by itself and the page no longer says otherwise', async () => {
  found = null
  await pair.deliver()
  assert.equal(await signatures(), 2)
  assert.doesNotMatch(await room('en'), /Our signature waits/)
})
