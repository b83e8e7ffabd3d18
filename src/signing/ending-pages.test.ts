/** What the pages say where a session does not end with both signatures as planned. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import type { Office } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, type Play } from '#test/support/signing-play.ts'
import { signingMessages } from './messages.ts'
import { watchSessions } from './timed.ts'

let pair: Pair
before(async () => {
  pair = await openPair()
})
afterEach(() => {
  for (const office of both()) office.down = false
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const stateOf = async (office: Office, { agreement }: Play) =>
  (await findAgreement(office.database.db, agreement))?.state

/** The room as an office's officer sees it, tags taken away, in both languages. */
async function roomsOf(office: Office, { room }: Play): Promise<{ en: string; zh: string }> {
  const read = async (language: 'en' | 'zh') => {
    const html = await (await office.browser('officer', language)).read(room)
    return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }
  return { en: await read('en'), zh: await read('zh') }
}

/** HUST has signed, and its signature has not reached Queen Mary, whose node decides. */
async function signedByFirst(): Promise<Play> {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliverFrom(pair.hust)
  await pair.deliverFrom(pair.queenMary)
  pair.queenMary.down = true
  await pair.deliverFrom(pair.hust)
  const { en } = await roomsOf(pair.hust, play)
  assert.match(en, /Wang Xiaoming: signed/)
  return play
}

async function askToEnd(play: Play): Promise<void> {
  const officer = await pair.hust.browser('officer')
  const page = await officer.read(play.room)
  assert.match(page, /Ask to end the session/)
  assert.doesNotMatch(page, /Withdraw the session/)
  const asked = await officer.post(`${play.room}/withdrawal`, { reason: 'The rector is <away>.' })
  assert.equal(asked.status, 303)
}

test('who has signed first can only ask: the room says whose node decides, shows the reason, and offers no second asking', async () => {
  const play = await signedByFirst()
  await askToEnd(play)
  const { en, zh } = await roomsOf(pair.hust, play)
  assert.match(en, /Asked to end; Queen Mary’s node decides/)
  assert.match(en, /Reason: The rector is &lt;away&gt;\./)
  assert.match(zh, /已请求结束，由玛丽女王节点决定/)
  const page = await (await pair.hust.browser('officer')).read(play.room)
  assert.doesNotMatch(page, /action="[^"]*\/withdrawal"/)
  assert.equal(await stateOf(pair.hust, play), 'signing')

  pair.queenMary.down = false
  await pair.deliver()
  for (const office of both()) {
    const { en: after } = await roomsOf(office, play)
    assert.match(after, /Some officer \(HUST\) withdrew the signing session/)
    assert.doesNotMatch(after, /Asked to end/)
    assert.equal(await stateOf(office, play), 'approved')
  }
})

test('where the deciding side had signed meanwhile, the question is answered with its signature', async () => {
  const play = await signedByFirst()
  pair.queenMary.down = false
  await pair.deliverFrom(pair.hust)
  pair.hust.down = true
  await pair.deliverFrom(pair.queenMary)
  assert.equal(await stateOf(pair.queenMary, play), 'concluded')
  await askToEnd(play)
  pair.hust.down = false
  await pair.deliver()
  for (const office of both()) {
    const { en } = await roomsOf(office, play)
    assert.match(en, /Signed by both\. The agreement is concluded\./)
    assert.doesNotMatch(en, /Asked to end/)
    assert.equal(await stateOf(office, play), 'concluded')
  }
})

test('where the deciding side had ended the session meanwhile, the question is answered with its ending', async () => {
  const play = await signedByFirst()
  const officer = await pair.queenMary.browser('officer')
  assert.equal((await officer.post(`${play.room}/withdrawal`, { reason: 'Another date' })).status, 303)
  await askToEnd(play)
  pair.queenMary.down = false
  await pair.deliver()
  for (const office of both()) {
    const { en, zh } = await roomsOf(office, play)
    assert.match(en, /Some officer \(Queen Mary\) withdrew the signing session/)
    assert.match(zh, /撤回了签署/)
    assert.match(en, /Reason: Another date/)
    assert.doesNotMatch(en, /Asked to end/)
    assert.equal(await stateOf(office, play), 'approved')
  }
})

test('after the deadline nobody is invited to sign, and on both nodes the session lapses by itself', async () => {
  const play = await openedSession(pair)
  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  pair.wait({ hours: 24 * 8 })
  const signatory = await pair.queenMary.browser('signatory')
  const officer = await pair.queenMary.browser('officer')
  assert.doesNotMatch(await officer.read(play.room), /Read and sign/)
  assert.match(await signatory.read(`${play.room}/sign`), /The deadline has passed/)
  const late = await consent(pair.queenMary, play)
  assert.equal(late.status, 409)
  assert.match(await late.text(), /deadline of this signing session has passed/)

  for (const office of both()) await watchSessions(office.database.db, pair.now)
  await pair.deliver()
  for (const office of both()) {
    const { en, zh } = await roomsOf(office, play)
    assert.match(en, /The deadline passed before everyone had signed/)
    assert.match(zh, /截止时间已过，签名未齐备/)
    assert.equal(await stateOf(office, play), 'approved')
    const sessions = await (await office.browser('officer')).read(`/agreements/${play.agreement}/signing`)
    assert.match(sessions, new RegExp(`action="/agreements/${play.agreement}/signing-sessions"`))
  }
})

test('a consent the partner’s node does not accept is told to its own side, with the reason in words', async () => {
  const play = await openedSession(pair)
  const { db } = pair.queenMary.database
  const pins = db.selectFrom('agreement_pin').selectAll().where('agreement', '=', play.agreement)
  const { seat, pin } = (await pins.where('side', '=', 'theirs').executeTakeFirst())!
  const other = { ...pin, credentials: [] }
  await db
    .updateTable('agreement_pin')
    .set({ pin: JSON.stringify(other) })
    .where('seat', '=', seat)
    .execute()
  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  const { en, zh } = await roomsOf(pair.hust, play)
  assert.match(en, /Queen Mary’s node did not accept our consent\. Nothing is signed\./)
  assert.match(en, /passkey/i)
  assert.match(zh, /玛丽女王节点未接受我方的签署意愿，未作任何签名。/)
  assert.equal(await stateOf(pair.hust, play), 'signing')
})

test('a signature the partner’s node does not accept is told with what was found, and concludes nothing', async () => {
  const play = await openedSession(pair)
  // Queen Mary knows HUST by another root certificate than the one it signs with.
  const wrong = pair.queenMary.signing.authority.certificatePem
  Object.assign(pair.queenMary.messages, signingMessages({ rootOf: async () => wrong }))
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliver()
  const { en, zh } = await roomsOf(pair.hust, play)
  assert.match(en, /Queen Mary’s node did not accept our signature/)
  assert.match(zh, /玛丽女王节点未接受我方签名/)
  assert.doesNotMatch(en + zh, /undefined|\[object|revision_not_acceptable/)
  for (const office of both()) assert.notEqual(await stateOf(office, play), 'concluded')
})
