/** A signing that lapses, in both logs; and a second signature that comes after it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { getFile } from '#src/platform/files/index.ts'
import { eventsAbout, proofOf } from '#src/witness/index.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { consent, openedSession, type Play } from '#test/support/signing-play.ts'
import { openWitnessedPair, otherOf, type WitnessedPair } from '#test/support/witnessed.ts'
import { watchSessions } from './timed.ts'

let pair: WitnessedPair
before(async () => {
  pair = await openWitnessedPair()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]

const plain = async (office: Office, path: string, language: 'en' | 'zh' = 'en') =>
  (await (await office.browser('officer', language)).read(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** The entry of the ending in an office's log, which its partner has cosigned. */
async function loggedEnding(office: Office, { agreement, session }: Play) {
  const { db } = office.database
  const ended = (await eventsAbout(db, 'agreement', agreement)).filter(
    ({ event, facts }) => event === 'signing.ended' && facts?.session === session,
  )
  assert.equal(ended.length, 1, `${office.ror} logs the ending once`)
  const proof = await proofOf(db, pair.askings.get(office)!.house, ended[0]!.index, otherOf(pair, office).ror)
  assert.ok(proof, `${otherOf(pair, office).ror} cosigned it`)
  return ended[0]!.facts!
}

test('a deadline that passes is logged by both, each cosigned by the other, and told in words', async () => {
  const play = await openedSession(pair)
  pair.wait({ hours: 24 * 9 })
  await watchSessions(pair.queenMary.database.db, pair.now)
  await pair.deliver()
  for (const office of both()) {
    const facts = await loggedEnding(office, play)
    assert.deepEqual([facts.kind, facts.institution], ['lapsed', pair.queenMary.ror])
    assert.match(await plain(office, play.room), /The deadline passed before everyone had signed/)
    assert.match(await plain(office, play.room, 'zh'), /截止时间已过，签名未齐备/)
    assert.equal((await findAgreement(office.database.db, play.agreement))?.state, 'approved')
  }
})

/** HUST has signed; its signature has not reached Queen Mary, whose node decides. */
async function signedByFirst(): Promise<Play> {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliverFrom(pair.hust)
  await pair.deliverFrom(pair.queenMary)
  return play
}

test('where the side that has signed must ask, its log has the lapse too', async () => {
  const play = await signedByFirst()
  pair.queenMary.down = true
  await pair.deliverFrom(pair.hust)
  pair.wait({ hours: 24 * 9 })
  for (const office of both()) await watchSessions(office.database.db, pair.now)
  pair.queenMary.down = false
  await pair.deliver()
  for (const office of both()) {
    const facts = await loggedEnding(office, play)
    assert.deepEqual([facts.kind, facts.institution], ['lapsed', pair.queenMary.ror])
  }
})

test('a second signature that comes after the lapse is refused, shown on both sides, and void in the file itself', async () => {
  const play = await signedByFirst()
  await pair.deliverFrom(pair.hust)
  pair.hust.down = true
  await pair.deliverFrom(pair.queenMary)
  const late = await signedAt(pair.queenMary, play)
  pair.wait({ hours: 24 * 9 })
  const lapse = { session: play.session, kind: 'lapsed', reason: '', byName: '', at: pair.now.toString() }
  const ending = { kind: 'signing.ending', about: play.agreement, body: lapse }
  const answer = await handOver(pair, pair.queenMary, pair.hust, ending)
  assert.ok('answer' in answer && answer.answer === 'accepted')
  pair.hust.down = false
  await pair.deliver()
  const { db } = pair.hust.database
  assert.equal((await findAgreement(db, play.agreement))?.state, 'approved')
  assert.equal((await loggedEnding(pair.hust, play)).kind, 'lapsed')
  assert.match(
    await plain(pair.hust, play.room),
    /Queen Mary’s signature came after the signing had ended\. It is void/,
  )
  assert.match(await plain(pair.hust, play.room, 'zh'), /签名在签署终止之后送达，属无效签名/)
  assert.match(await plain(pair.queenMary, play.room), /did not accept our signature/)
  const brought = new FormData()
  brought.set('file', new File([late], 'agreement.pdf', { type: 'application/pdf' }))
  const said = await (await pair.hust.browser('public')).post('/verify', brought)
  assert.match(
    await said.text(),
    /The signing of this document ended without conclusion\. Its signatures count for nothing/,
  )
})

/** The file as this office holds it with all signatures. */
async function signedAt({ database: { db } }: Office, { session }: Play): Promise<Uint8Array<ArrayBuffer>> {
  const revisions = await db
    .selectFrom('signing_revision')
    .select('sha256')
    .where('session', '=', session)
    .orderBy('number')
    .execute()
  assert.equal(revisions.length, 2)
  return new Uint8Array((await getFile(db, revisions.at(-1)!.sha256))!.bytes)
}
