/** Time from two sides, between two offices whose nodes stamp for each other. */
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { getFile } from '#src/platform/files/index.ts'
import { NotYet } from '#src/platform/messages.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { stampPath } from '#src/witness/ask-stamp.ts'
import { renewStamps } from '#src/witness/index.ts'
import type { Office } from '#test/support/office.ts'
import { handOver } from '#test/support/postman.ts'
import { openedSession, type Play, signTogether } from '#test/support/signing-play.ts'
import { openWitnessedPair, type WitnessedPair } from '#test/support/witnessed.ts'
import { signedFileOf, watchPreservation } from './index.ts'
import { preservationsOf } from './preservation-store.ts'

let pair: WitnessedPair
before(async () => {
  pair = await openWitnessedPair()
})
afterEach(() => {
  pair.intercept = () => undefined
  for (const office of both()) office.down = false
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const held = ({ database }: Office, { session }: Play) => preservationsOf(database.db, session)
const fileOf = async ({ database }: Office, { agreement }: Play) => (await signedFileOf(database.db, agreement))!
const noted = async ({ database: { db } }: Office, { agreement }: Play, act: string) =>
  (await db.selectFrom('journal').select('act').where('subject_id', '=', agreement).where('act', '=', act).execute())
    .length

/** What both nodes end with: the same bytes, of this level. */
async function ends(play: Play, expected: { level: string; stamps: number }): Promise<void> {
  const [a, b] = [await fileOf(pair.hust, play), await fileOf(pair.queenMary, play)]
  assert.equal(a.sha256, b.sha256)
  const verdict = await verifyDocument(a.bytes, { roots: [...pair.roots.values()], at: pair.now })
  assert.deepEqual(
    [verdict.state, verdict.level, verdict.timeStamps.length, verdict.problems],
    ['complete', expected.level, expected.stamps, []],
  )
}

const stampsFail = () => {
  pair.intercept = (url) => (url.endsWith(stampPath) ? Promise.resolve(new Response('', { status: 503 })) : undefined)
}

/** The clocks of both nodes strike the hour. */
async function hourly(...offices: Office[]): Promise<void> {
  for (const { database } of offices) await watchPreservation(database.db, pair.now)
  await pair.deliver()
}

test('each signature is stamped by the other side; then lists and a stamp over it all, the same bytes on both nodes', async () => {
  const play = await openedSession(pair)
  await signTogether(pair, play)
  await ends(play, { level: 'B-LTA', stamps: 1 })
  const [decider] = await held(pair.queenMary, play)
  const [other] = await held(pair.hust, play)
  assert.deepEqual([decider!.side, other!.side, decider!.sha256], ['ours', 'theirs', other!.sha256])
  assert.ok(decider!.confirmedAt && decider!.until)
  const { bytes } = await fileOf(pair.hust, play)
  const verdict = await verifyDocument(bytes, { roots: [...pair.roots.values()], at: pair.now })
  const authorities = verdict.signatures.map((s) => s.timeStamp?.authority.includes(pair.hust.institution.name.en))
  assert.deepEqual(authorities, [false, true])
  for (const office of both()) assert.equal(await noted(office, play, 'signing.preserved'), 1)
})

test('an authority that is down costs a level, never a signature; the level is raised later by itself', async () => {
  stampsFail()
  const play = await openedSession(pair)
  await signTogether(pair, play)
  for (const office of both()) {
    assert.equal((await findAgreement(office.database.db, play.agreement))?.state, 'concluded')
    assert.equal(await noted(office, play, 'signing.not_stamped'), 1)
  }
  await ends(play, { level: 'B-B', stamps: 0 })
  pair.intercept = () => undefined
  await pair.deliver()
  await ends(play, { level: 'B-LTA', stamps: 1 })
})

test('an agreement concluded before any of this is preserved by the clock', async () => {
  stampsFail()
  const play = await openedSession(pair)
  await signTogether(pair, play)
  const { db } = pair.queenMary.database
  await db.deleteFrom('outbox').where('topic', '=', 'preserve').execute()
  pair.intercept = () => undefined
  await hourly(...both())
  await ends(play, { level: 'B-LTA', stamps: 1 })
})

describe('messages lost, doubled, late', () => {
  test('what comes twice is kept once', async () => {
    const play = await openedSession(pair)
    await signTogether(pair, play)
    const sent = await lastOffer(pair.queenMary, play)
    for (let i = 0; i < 2; i++) {
      const answer = await handOver(pair, pair.queenMary, pair.hust, sent)
      assert.deepEqual('answer' in answer && answer.answer, 'accepted')
    }
    assert.equal((await held(pair.hust, play)).length, 1)
  })

  test('one that overtakes the conclusion waits for it, and something else in its place is refused', async () => {
    const play = await openedSession(pair)
    await signTogether(pair, play)
    const { body, ...about } = await lastOffer(pair.queenMary, play)
    const ahead = await handOver(pair, pair.queenMary, pair.hust, { ...about, body: { ...body, number: 3 } })
    assert.deepEqual(ahead, { retry: 'earlier_preservation_missing' })
    const other = { ...body, number: 2, previousSha256: body.sha256 }
    const refused = await handOver(pair, pair.queenMary, pair.hust, { ...about, body: other })
    assert.deepEqual('details' in refused && refused.details, { problems: ['bytes_differ'] })
  })

  test('refused by the partner, it is offered again a day later as it is', async () => {
    const play = await openedSession(pair)
    const handler = pair.hust.messages['signing.preservation']!
    const { receive } = handler
    handler.receive = async () => {
      throw new Refusal('revision_not_acceptable', { problems: ['preservation_differs'] })
    }
    await signTogether(pair, play)
    handler.receive = receive
    assert.equal(await noted(pair.queenMary, play, 'signing.preservation_refused'), 1)
    assert.equal((await held(pair.hust, play)).length, 0)
    pair.wait({ hours: 25 })
    await hourly(...both())
    await ends(play, { level: 'B-LTA', stamps: 1 })
  })
})

describe('renewal', () => {
  const renewCertificates = async () => {
    for (const office of both()) {
      const { signing, database } = office
      const { house } = pair.askings.get(office)!
      await renewStamps(house, { ...signing, db: database.db, now: pair.now })
    }
  }
  const numbers = async (office: Office, play: Play) => (await held(office, play)).map(({ side }) => side)

  test('ninety days before the stamp ends the deciding side adds a newer one, by a certificate that lasts longer', async () => {
    const play = await openedSession(pair)
    await signTogether(pair, play)
    const until = (await held(pair.queenMary, play))[0]!.until!
    pair.now = until.subtract({ hours: 24 * 91 })
    await renewCertificates()
    await hourly(...both())
    assert.equal((await held(pair.hust, play)).length, 1)
    pair.now = until.subtract({ hours: 24 * 89 })
    for (const _ of [1, 2]) await hourly(...both())
    await ends(play, { level: 'B-LTA', stamps: 2 })
    assert.deepEqual(await numbers(pair.hust, play), ['theirs', 'theirs'])
    pair.now = until.add({ hours: 24 * 300 })
    await ends(play, { level: 'B-LTA', stamps: 2 })
  })

  test('a certificate that ends no later renews nothing', async () => {
    const play = await openedSession(pair)
    await signTogether(pair, play)
    pair.now = (await held(pair.queenMary, play))[0]!.until!.subtract({ hours: 24 * 89 })
    await hourly(...both())
    assert.equal((await held(pair.hust, play)).length, 1)
  })

  test('where the deciding side is silent the other renews; where both did, the deciding side’s counts', async () => {
    await renewCertificates()
    const play = await openedSession(pair)
    await signTogether(pair, play)
    pair.now = (await held(pair.hust, play))[0]!.until!.subtract({ hours: 24 * 29 })
    await renewCertificates()
    pair.hust.down = true
    const { messages } = pair.queenMary
    await watchPreservation(pair.queenMary.database.db, pair.now)
    await pair.deliverFrom(pair.queenMary)
    assert.deepEqual(await numbers(pair.queenMary, play), ['ours'], 'its authority cannot be reached')
    pair.hust.down = false
    pair.queenMary.messages = {
      ...messages,
      'signing.preservation': {
        receive: async () => {
          throw new NotYet('down')
        },
      },
    }
    await watchPreservation(pair.hust.database.db, pair.now)
    await pair.deliverFrom(pair.hust)
    assert.deepEqual(await numbers(pair.hust, play), ['theirs', 'ours'])
    await pair.deliverFrom(pair.queenMary)
    pair.queenMary.messages = messages
    await hourly(...both())
    assert.deepEqual(await numbers(pair.hust, play), ['theirs', 'theirs'])
    await ends(play, { level: 'B-LTA', stamps: 2 })
  })
})

/** The newest of what an office added, as it was sent. */
async function lastOffer({ database: { db } }: Office, { agreement }: Play) {
  const rows = await db
    .selectFrom('outbox')
    .select('body')
    .where('topic', '=', 'message')
    .orderBy('id', 'desc')
    .execute()
  const found = rows.find(({ body }) => {
    const { kind, about } = body as { kind: string; about: string }
    return kind === 'signing.preservation' && about === agreement
  })!
  return found.body as { kind: string; about: string; body: { number: number; sha256: string; previousSha256: string } }
}

test('every revision stays where it is kept', async () => {
  const play = await openedSession(pair)
  await signTogether(pair, play)
  const [one] = await held(pair.hust, play)
  const [before, now] = [await getFile(pair.hust.database.db, one!.previousSha256), await fileOf(pair.hust, play)]
  assert.deepEqual(Buffer.from(now.bytes.subarray(0, before!.bytes.length)), Buffer.from(before!.bytes))
})
