import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, mailedCode, openedSession } from '#test/support/signing-play.ts'

let pair: Pair
before(async () => {
  pair = await openPair({ method: 'code' })
})
after(() => pair.close())

test('a signatory pinned without a passkey consents by a mailed code, and both sides read that it is weaker', async () => {
  const play = await openedSession(pair)
  const signatory = await pair.queenMary.browser('signatory')
  const page = await signatory.read(`${play.room}/sign`)
  assert.match(page, /weaker/)
  assert.doesNotMatch(page, /<passkey-assert/)
  assert.equal((await signatory.post(`${play.room}/code`)).status, 200)
  await pair.deliver()
  const code = await mailedCode(pair.queenMary)
  const wrong = [...code].map((digit) => (/\d/.test(digit) ? String((Number(digit) + 1) % 10) : digit)).join('')
  assert.equal((await signatory.post(`${play.room}/code-consent`, { code: wrong })).status >= 400, true)
  assert.equal((await signatory.post(`${play.room}/code-consent`, { code })).status, 303)
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) {
    const [english, chinese] = [await office.browser('officer'), await office.browser('officer', 'zh')]
    assert.match(await english.read(play.room), /mailed code, which is weaker/)
    assert.match(await chinese.read(play.room), /可靠性较低/)
  }
  const second = await signatory.post(`${play.room}/code-consent`, { code })
  assert.match(await second.text(), /You have already signed/)
  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  assert.equal((await findAgreement(pair.hust.database.db, play.agreement))?.state, 'concluded')
})

test('whoever has a pinned passkey cannot do with a code', async () => {
  const play = await openedSession(pair)
  const president = await pair.hust.browser('signatory')
  await president.read(`${play.room}/sign`)
  assert.equal((await president.post(`${play.room}/code`)).status, 403)
  const rows = await pair.hust.database.db
    .selectFrom('signing_consent')
    .selectAll()
    .where('session', '=', play.session)
    .execute()
  assert.equal(rows.length, 0)
})
