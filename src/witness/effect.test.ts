/** An agreement whose text asks for both logs: signed by all, it waits, and takes effect on both nodes at the same moment. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { findPartnership } from '#src/partners/index.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { openedSession, type Play, signTogether } from '#test/support/signing-play.ts'
import { openWitnessedPair, otherOf, type WitnessedPair } from '#test/support/witnessed.ts'
import { eventsAbout, offerProofs } from './index.ts'

let pair: WitnessedPair
before(async () => {
  pair = await openWitnessedPair()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const withLogs = { effect: 'both_signatures_and_logs' } as const

const agreementAt = async ({ database: { db } }: Office, { agreement }: Play) => (await findAgreement(db, agreement))!

const plain = async (office: Office, path: string, language: 'en' | 'zh' = 'en') =>
  (await (await office.browser('officer', language)).read(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const loggedBy = async ({ database: { db } }: Office, { agreement }: Play, event: string) =>
  (await eventsAbout(db, 'agreement', agreement)).filter((one) => one.event === event)

/** Signed by both while neither log is cosigned. */
async function signedWithoutCosignatures(): Promise<Play> {
  const play = await openedSession(pair, withLogs)
  pair.intercept = async (url) => (url.includes('/add-') ? new Response('later', { status: 503 }) : undefined)
  await signTogether(pair, play)
  return play
}

async function cosignAgain(): Promise<void> {
  pair.intercept = () => undefined
  pair.wait({ minutes: 2 })
  await pair.deliver()
}

test('signed by both, it waits for both logs and says so; cosigned, it takes effect on both at the same instant', async () => {
  const play = await signedWithoutCosignatures()
  for (const office of both()) {
    assert.equal((await agreementAt(office, play)).state, 'signed')
    assert.equal((await findPartnership(office.database.db, otherOf(pair, office).ror))?.state, 'cooperating')
    const entry = office.database.db.selectFrom('agreement_entry').select('id').where('agreement', '=', play.agreement)
    assert.deepEqual(await entry.execute(), [])
    assert.match(await plain(office, `/agreements/${play.agreement}`), /Signed by both, waiting for both logs/)
    assert.match(await plain(office, `/agreements/${play.agreement}`, 'zh'), /双方均已签名，待双方日志联署/)
    assert.match(await plain(office, play.room), /Signed by both, waiting for both logs/)
  }
  await cosignAgain()
  const [ours, theirs] = await Promise.all(both().map((office) => agreementAt(office, play)))
  assert.deepEqual([ours!.state, theirs!.state], ['concluded', 'concluded'])
  assert.equal(ours!.concludedAt?.toString(), theirs!.concludedAt?.toString())
  for (const office of both()) {
    assert.equal((await findPartnership(office.database.db, otherOf(pair, office).ror))?.state, 'key_partner')
    assert.equal((await loggedBy(office, play, 'agreement.concluded')).length, 1)
    assert.match(await plain(office, play.room), /Signed by both\. The agreement is concluded\./)
  }
})

test('one log alone is not enough, whichever it is, and the page says which is missing', async () => {
  const play = await openedSession(pair, withLogs)
  // Queen Mary's log is not cosigned: what it asks of HUST is answered with nothing.
  const hust = new URL(pair.hust.publicUrl).host
  pair.intercept = async (url) =>
    new URL(url).host === hust && url.includes('/add-') ? new Response('later', { status: 503 }) : undefined
  await signTogether(pair, play)
  for (const office of both()) assert.equal((await agreementAt(office, play)).state, 'signed')
  const said = await plain(pair.hust, `/agreements/${play.agreement}`)
  assert.match(said, /HUST’s log holds it, cosigned by Queen Mary/)
  assert.match(said, /Queen Mary’s log: HUST’s cosignature is not here yet/)
  await cosignAgain()
  for (const office of both()) assert.equal((await agreementAt(office, play)).state, 'concluded')
})

test('proofs said again, by the clock or by the partner, conclude nothing twice', async () => {
  const play = await signedWithoutCosignatures()
  await cosignAgain()
  const before = await agreementAt(pair.hust, play)
  await offerProofs(pair.askings.get(pair.hust)!)
  const { proof } = await pair.queenMary.database.db
    .selectFrom('agreement_log_proof')
    .select('proof')
    .where('agreement', '=', play.agreement)
    .where('side', '=', 'ours')
    .executeTakeFirstOrThrow()
  const again = { kind: 'witness.proof', about: play.agreement, body: { proof } }
  assert.deepEqual(await handOver(pair, pair.queenMary, pair.hust, again), { answer: 'accepted', result: null })
  await pair.deliver()
  const after = await agreementAt(pair.hust, play)
  assert.equal(after.concludedAt?.toString(), before.concludedAt?.toString())
  assert.equal((await loggedBy(pair.hust, play, 'agreement.concluded')).length, 1)
})

test('a proof that arrives before the last signature waits for it', async () => {
  const play = await signedWithoutCosignatures()
  const { db } = pair.hust.database
  // As if HUST had not stored the last signature yet: the row goes back to where it was.
  await db.deleteFrom('agreement_signed').where('agreement', '=', play.agreement).execute()
  await db.updateTable('agreement').set({ state: 'signing' }).where('id', '=', play.agreement).execute()
  await cosignAgain()
  assert.equal((await agreementAt(pair.hust, play)).state, 'signing')
  const proofs = db.selectFrom('agreement_log_proof').select('side').where('agreement', '=', play.agreement)
  assert.deepEqual(await proofs.execute(), [{ side: 'theirs' }])
})

test('a proof of another agreement, a changed one, or one our own keys did not cosign proves nothing', async () => {
  const [first, second] = [await signedWithoutCosignatures(), await signedWithoutCosignatures()]
  await cosignAgain()
  const { proof } = await pair.queenMary.database.db
    .selectFrom('agreement_log_proof')
    .select('proof')
    .where('agreement', '=', first.agreement)
    .where('side', '=', 'ours')
    .executeTakeFirstOrThrow()
  const cosigned = proof
    .split('\n')
    .filter((line) => !line.startsWith('— hust'))
    .join('\n')
  for (const [about, body] of [
    [second.agreement, { proof }],
    [first.agreement, { proof: proof.replace('index ', 'index 1') }],
    [first.agreement, { proof: cosigned }],
    [first.agreement, { proof: 'nothing' }],
    [first.agreement, {}],
  ] as const) {
    const answer = await handOver(pair, pair.queenMary, pair.hust, { kind: 'witness.proof', about, body })
    assert.ok('answer' in answer && answer.answer === 'refused', JSON.stringify(body).slice(0, 60))
    assert.equal(answer.reason, 'proof_not_acceptable')
  }
})

test('an agreement whose text asks for the signatures only keeps its own rule', async () => {
  const play = await openedSession(pair)
  pair.intercept = async (url) => (url.includes('/add-') ? new Response('later', { status: 503 }) : undefined)
  await signTogether(pair, play)
  for (const office of both()) assert.equal((await agreementAt(office, play)).state, 'concluded')
  await cosignAgain()
})
