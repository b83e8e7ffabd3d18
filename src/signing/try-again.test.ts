/** What one node refused of the other can be given or offered again; nobody's second word is dropped. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import type { Office } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, type Play, signTogether } from '#test/support/signing-play.ts'
import { consentRefused } from './receive-consent.ts'
import { findSession } from './store.ts'
import { watchSessions } from './timed.ts'
import { consentShape, read } from './wire.ts'

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
const room = async (office: Office, play: Play) => {
  const html = await (await office.browser('officer')).read(play.room)
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

/** Lets an office know its partner's signatory by another passkey, or not at all, until `put back` is called. */
async function misplacePin({ database: { db } }: Office, { agreement }: Play): Promise<() => Promise<void>> {
  const theirs = (pin: string) =>
    db.updateTable('agreement_pin').set({ pin }).where('agreement', '=', agreement).where('side', '=', 'theirs')
  const held = db.selectFrom('agreement_pin').select('pin').where('agreement', '=', agreement)
  const { pin } = await held.where('side', '=', 'theirs').executeTakeFirstOrThrow()
  await theirs(JSON.stringify({ ...pin, credentials: [] })).execute()
  return async () => void (await theirs(JSON.stringify(pin)).execute())
}

test('a consent the partner’s node refused does not stand: its signatory is asked again, consents anew, and both sign', async () => {
  const play = await openedSession(pair)
  const putBack = await misplacePin(pair.queenMary, play)
  assert.equal((await consent(pair.hust, play)).status, 303)
  await pair.deliver()
  assert.match((await room(pair.hust, play)).text, /Wang Xiaoming: reading/)
  assert.match((await room(pair.queenMary, play)).text, /We did not accept HUST’s consent/)
  const signatory = await pair.hust.browser('signatory')
  const page = await signatory.read(`${play.room}/sign`)
  assert.match(page, /did not accept our consent/)
  assert.match(page, /<passkey-assert/)
  const mails = await pair.hust.database.db.selectFrom('mailbox').select('subject').execute()
  assert.ok(mails.some((m) => m.subject.startsWith('Please sign again: ')))

  await putBack()
  await signTogether(pair, play)
  for (const office of both()) {
    assert.equal(await stateOf(office, play), 'concluded')
    assert.doesNotMatch((await room(office, play)).text, /did not accept/)
  }
})

test('the refusal of an earlier consent, heard once more, does not touch the one given since', async () => {
  const play = await openedSession(pair)
  const { db } = pair.hust.database
  const putBack = await misplacePin(pair.queenMary, play)
  await consent(pair.hust, play)
  const sent = db.selectFrom('outbox').select('body').where('topic', '=', 'message').orderBy('id', 'desc')
  const { body } = (await sent.executeTakeFirstOrThrow()).body as { body: unknown }
  await pair.deliver()
  await putBack()
  await consent(pair.hust, play)
  const again = { to: pair.queenMary.ror, about: play.agreement, body, at: pair.now }
  await db.transaction().execute((tx) => consentRefused(tx, again, read(consentShape, body), 'passkey_not_pinned'))
  const held = await db.selectFrom('signing_consent').select('seat').where('session', '=', play.session).execute()
  assert.equal(held.length, 1)
  await pair.deliver()
  assert.equal((await consent(pair.queenMary, play)).status, 303)
  await pair.deliver()
  assert.equal(await stateOf(pair.hust, play), 'concluded')
})

/** Queen Mary's node knows HUST by another root certificate, or HUST's node Queen Mary; until `put back`. */
function misplaceRoot(at: Office): () => void {
  const { signing } = at
  const other = at === pair.hust ? pair.queenMary : pair.hust
  const right = other.signing.authority.certificatePem
  pair.roots.set(other.ror, signing.authority.certificatePem)
  return () => void pair.roots.set(other.ror, right)
}

for (const [which, refuser] of [
  ['first', 'queenMary'],
  ['last', 'hust'],
] as const) {
  test(`the ${which} signature, refused by the partner’s node, is offered again by an officer, and both conclude with the same bytes`, async () => {
    const play = await openedSession(pair)
    const putBack = misplaceRoot(pair[refuser])
    const signer = refuser === 'hust' ? pair.queenMary : pair.hust
    await signTogether(pair, play)
    assert.equal(await stateOf(pair[refuser], play), 'signing')
    const before = await room(signer, play)
    assert.match(before.text, /did not accept our signature/)
    assert.doesNotMatch(before.text, /Both nodes hold the same signed document/)
    assert.match((await room(pair[refuser], play)).text, /We did not accept .*’s signature/)

    const offer = `${play.room}/signature-offer`
    assert.ok(before.html.includes(`action="${offer}"`))
    assert.ok(!(await (await signer.browser('reader')).read(play.room)).includes(offer))
    assert.equal((await (await signer.browser('reader')).post(offer)).status, 403)
    const officer = await signer.browser('officer')
    // Nothing has changed yet: refused again, and still to be offered.
    assert.equal((await officer.post(offer)).status, 303)
    await pair.deliver()
    assert.ok((await room(signer, play)).html.includes(`action="${offer}"`))
    putBack()
    for (let twice = 0; twice < 2; twice++) assert.equal((await officer.post(offer)).status, 303)
    await pair.deliver()
    for (const office of both()) {
      assert.equal(await stateOf(office, play), 'concluded')
      assert.doesNotMatch((await room(office, play)).text, /did not accept/)
    }
    const files = await Promise.all(
      both().map(async (office) => {
        const file = await (await office.browser('officer')).get(`/agreements/${play.agreement}/agreement.pdf`)
        return Buffer.from(await file.arrayBuffer()).toString('base64')
      }),
    )
    assert.equal(files[0], files[1])
  })
}

/** HUST has signed, and Queen Mary's node, which decides, has not heard of it. */
async function signedByFirst(): Promise<Play> {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliverFrom(pair.hust)
  await pair.deliverFrom(pair.queenMary)
  pair.queenMary.down = true
  await pair.deliverFrom(pair.hust)
  return play
}

const questions = async ({ session }: Play) => {
  const rows = await pair.hust.database.db
    .selectFrom('journal')
    .select('detail')
    .where('act', '=', 'signing.asked_to_end')
    .orderBy('id')
    .execute()
  const asked = rows.map(({ detail }) => detail as { session: string; kind: string; reason: string })
  return asked.filter((q) => q.session === session).map((q) => [q.kind, q.reason])
}

test('after the clock has asked, a person’s word is still asked; after a person, nobody’s is dropped in silence', async () => {
  const play = await signedByFirst()
  pair.wait({ hours: 24 * 8 })
  for (let minute = 0; minute < 2; minute++) await watchSessions(pair.hust.database.db, pair.now)
  assert.deepEqual(await questions(play), [['lapsed', '']])
  const officer = await pair.hust.browser('officer')
  const ask = (reason: string) => officer.post(`${play.room}/withdrawal`, { reason })
  for (let twice = 0; twice < 2; twice++) assert.equal((await ask('The term is wrong')).status, 303)
  assert.deepEqual(await questions(play), [
    ['lapsed', ''],
    ['withdrawn', 'The term is wrong'],
  ])
  assert.match((await room(pair.hust, play)).text, /The term is wrong/)
  const other = await ask('Something else')
  assert.equal(other.status, 409)
  assert.match(await other.text(), /It has been asked/)
  await watchSessions(pair.hust.database.db, pair.now)
  assert.equal((await questions(play)).length, 2)

  pair.queenMary.down = false
  await pair.deliver()
  for (const office of both()) assert.equal(await stateOf(office, play), 'approved')
  assert.equal((await findSession(pair.hust.database.db, play.session))?.state, 'ended')
})
