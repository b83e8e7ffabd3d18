/** Authorities are asked while nothing is held: others may act meanwhile, and what was signed is stored only where it still fits. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import type { Office } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, type Play } from '#test/support/signing-play.ts'
import { signIfReady } from './sign.ts'
import { noStamps, type StampGot } from './stamps.ts'

let pair: Pair
let play: Play
beforeEach(async () => {
  pair = await openPair()
  play = await openedSession(pair)
})
afterEach(() => pair.close())

/** The first office's authority does this before it answers that it has no stamp to give. */
function whileAsked(act: () => Promise<void>): void {
  const ask = async (): Promise<StampGot> => {
    await act()
    return { none: 'not_reached' }
  }
  Object.assign(pair.hust.signing, { stamps: { ...noStamps, ask } })
}

async function bothConsent(): Promise<void> {
  for (const office of [pair.hust, pair.queenMary]) assert.equal((await consent(office, play)).status, 303)
}

const stored = ({ database: { db } }: Office) =>
  db.selectFrom('signing_revision').select(['number', 'seat']).where('session', '=', play.session).execute()
const sessionAt = async ({ database: { db } }: Office) =>
  (await db.selectFrom('signing_session').select('state').where('id', '=', play.session).executeTakeFirstOrThrow())
    .state
const said = async ({ database: { db } }: Office, kind: string) => {
  const items = await db.selectFrom('outbox').select('body').where('topic', '=', 'message').execute()
  return items.filter(({ body }) => (body as { kind?: string }).kind === kind).length
}

test('while an authority is asked, session and agreement are free for everybody else', async () => {
  let free = 0
  whileAsked(() =>
    pair.hust.database.db.transaction().execute(async (tx) => {
      await sql`set local lock_timeout = '2s'`.execute(tx)
      await sql`select 1 from signing_session where id = ${play.session} for update`.execute(tx)
      await sql`select 1 from agreement where id = ${play.agreement} for update`.execute(tx)
      free++
    }),
  )
  await bothConsent()
  await pair.deliver()
  assert.equal(free, 1)
  for (const office of [pair.hust, pair.queenMary]) assert.equal(await sessionAt(office), 'concluded')
})

test('an officer who withdraws meanwhile is heard: what was signed is not stored, nor sent', async () => {
  const officer = await pair.hust.browser('officer')
  whileAsked(async () => {
    assert.equal((await officer.post(`${play.room}/withdrawal`, { reason: 'Not today' })).status, 303)
  })
  await bothConsent()
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) {
    assert.equal(await sessionAt(office), 'ended')
    assert.deepEqual(await stored(office), [])
  }
  assert.equal(await said(pair.hust, 'signing.signature'), 0)
})

test('a deadline that passes meanwhile counts: nothing is stored, and the session lapses', async () => {
  whileAsked(async () => pair.wait({ hours: 24 * 8 }))
  await bothConsent()
  await pair.deliver()
  assert.deepEqual(await stored(pair.hust), [])
  for (const office of [pair.hust, pair.queenMary]) assert.equal(await sessionAt(office), 'ended')
})

test('two processes that ask at one time store one signature', async () => {
  let inner: Promise<unknown> | undefined
  whileAsked(async () => {
    if (inner) return
    const { signing, database } = pair.hust
    inner = signIfReady(database.db, signing, play.session, () => pair.now)
    await inner
  })
  await bothConsent()
  await pair.deliver()
  assert.ok(inner)
  assert.deepEqual(
    (await stored(pair.queenMary)).map(({ number }) => number),
    [1, 2],
  )
  assert.equal(await said(pair.hust, 'signing.signature'), 1)
})

test('where it breaks off in between nothing is half stored, and the next attempt signs once', async () => {
  let broken = 0
  whileAsked(async () => {
    if (broken++ === 0) throw new Error('the machine stopped')
    assert.deepEqual(await stored(pair.hust), [])
  })
  await bothConsent()
  await pair.deliver()
  assert.equal(broken, 2)
  for (const office of [pair.hust, pair.queenMary]) {
    assert.equal(await sessionAt(office), 'concluded')
    assert.equal((await stored(office)).length, 2)
  }
})
