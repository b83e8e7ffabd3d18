/** What both sides do at the same time: messages cross, and both nodes come to the same end, with nothing left waiting. */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { findAgreement } from '#src/agreements/index.ts'
import { passkeysOf, softwarePasskey } from '#src/platform/people/index.ts'
import { removePasskey } from '#src/platform/people/passkeys.ts'
import { beginRegistration, finishRegistration } from '#src/platform/people/register-passkey.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { approvedAgreement, type Pair } from '#test/support/postman.ts'
import { consent, openedSession, type Play, signTogether } from '#test/support/signing-play.ts'
import { endingsOf } from './ending-store.ts'
import { sessionsOf } from './store.ts'
import { watchSessions } from './timed.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
afterEach(() => {
  for (const office of both()) office.down = false
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const stateOf = async (office: Office, agreement: string) => (await findAgreement(office.database.db, agreement))?.state

/** Everything arrives, and no outbox keeps anything. */
async function settle(): Promise<void> {
  for (const office of both()) office.down = false
  await pair.deliver()
  for (const { database } of both()) {
    const open = database.db.selectFrom('outbox').select(['topic', 'last_error']).where('done_at', 'is', null)
    assert.deepEqual(await open.execute(), [])
  }
}

/** Opens a session on the office's page, with so many days to go. @returns undefined where the page refuses */
async function open(office: Office, agreement: string, days = 7): Promise<Play | undefined> {
  const date = pair.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString()
  const officer = await office.browser('officer')
  const answer = await officer.post(`/agreements/${agreement}/signing-sessions`, { date, time: '12:00' })
  if (answer.status !== 303) return undefined
  const room = answer.headers.get('location')!
  return { agreement, room, session: room.slice('/signing/'.length) }
}

const end = async (office: Office, { room }: Play, reason: string) =>
  assert.equal((await (await office.browser('officer')).post(`${room}/withdrawal`, { reason })).status, 303)

const reopen = async (office: Office, agreement: string) =>
  assert.equal(
    (await (await office.browser('officer')).post(`/agreements/${agreement}/reopening`, { reason: 'Clause 3' })).status,
    303,
  )

const noted = async ({ database: { db } }: Office, agreement: string, act: string) =>
  db.selectFrom('journal').select('detail').where('subject_id', '=', agreement).where('act', '=', act).execute()

test('both open the same session at once: the earlier deadline holds on both nodes, and both histories say so', async () => {
  const agreement = await approvedAgreement(pair)
  const [ours, theirs] = [await open(pair.hust, agreement, 7), await open(pair.queenMary, agreement, 3)]
  assert.equal(ours!.session, theirs!.session)
  await settle()
  const [a, b] = await Promise.all(both().map(async (o) => (await sessionsOf(o.database.db, agreement))[0]!))
  assert.ok(a!.deadline.equals(b!.deadline))
  for (const office of both()) {
    const [entry] = await noted(office, agreement, 'signing.opened_too')
    assert.equal((entry!.detail as { deadline: string }).deadline, a!.deadline.toString())
  }
})

test('the partner’s own reason replaces what was only concluded from its node’s answer', async () => {
  const agreement = await approvedAgreement(pair)
  const ours = (await open(pair.hust, agreement))!
  const theirs = (await open(pair.queenMary, agreement))!
  await end(pair.queenMary, theirs, 'The rector is away')
  // HUST hears first that its own session was not opened, then why.
  await pair.deliverFrom(pair.hust)
  const before = await endingsOf(pair.hust.database.db, ours.session)
  assert.deepEqual(
    before.map((e) => e.kind),
    ['not_opened'],
  )
  await settle()
  const [ending] = await endingsOf(pair.hust.database.db, ours.session)
  assert.deepEqual([ending!.side, ending!.kind, ending!.reason], ['theirs', 'withdrawn', 'The rector is away'])
  assert.equal((await noted(pair.hust, agreement, 'signing.withdrawn')).length, 1)
  assert.match(await (await pair.hust.browser('officer')).read(ours.room), /The rector is away/)
})

test('reading, consent and ending that follow a session the partner refused to open are answered, not kept waiting', async () => {
  const agreement = await approvedAgreement(pair)
  pair.queenMary.down = true
  const play = (await open(pair.hust, agreement))!
  assert.equal((await consent(pair.hust, play)).status, 303)
  await end(pair.hust, play, 'Another day')
  await reopen(pair.queenMary, agreement)
  await settle()
  for (const office of both()) assert.equal(await stateOf(office, agreement), 'negotiating')
  const [entry] = await noted(pair.queenMary, agreement, 'signing.refused_open')
  assert.equal((entry!.detail as { session: string }).session, play.session)
})

test('after a session we refused to open, the one we open ourselves is another attempt, and is opened', async () => {
  const agreement = await approvedAgreement(pair)
  // The approval of Queen Mary's side is taken away for the moment in which HUST's session arrives.
  const { db } = pair.queenMary.database
  const state = (name: 'frozen' | 'approved') =>
    db.updateTable('agreement').set({ state: name }).where('id', '=', agreement).execute()
  const cleared = (at: Temporal.Instant | null) =>
    db
      .updateTable('agreement_approval')
      .set({ cleared_at: at, cleared_because: at && 'passkeys_changed' })
      .where('agreement', '=', agreement)
      .execute()
  await state('frozen')
  await cleared(pair.now)
  const refused = (await open(pair.hust, agreement))!
  await pair.deliver()
  await state('approved')
  await cleared(null)
  const play = (await open(pair.queenMary, agreement))!
  assert.notEqual(play.session, refused.session)
  await pair.deliver()
  await signTogether(pair, play)
  await settle()
  for (const office of both()) assert.equal(await stateOf(office, agreement), 'concluded')
})

test('the next session may arrive before the answer that ended the last: it waits, and is opened', async () => {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  // Queen Mary holds both consents, and does not know yet that HUST holds its own: HUST signs, Queen Mary cannot.
  await pair.deliverFrom(pair.hust)
  await pair.queenMary.database.db.updateTable('signing_consent').set({ acknowledged_at: null }).execute()
  const held = pair.queenMary.messages['signing.consent']!
  const { answered, ...deaf } = held
  pair.queenMary.messages['signing.consent'] = deaf
  await pair.deliverFrom(pair.queenMary)
  await pair.deliverFrom(pair.hust)
  pair.queenMary.messages['signing.consent'] = held
  assert.ok(answered)
  await end(pair.hust, play, 'A misprint')
  // The question is answered and applied at Queen Mary; HUST's node dies before it applies the answer.
  const question = pair.hust.messages['signing.question']!
  pair.hust.messages['signing.question'] = {
    ...question,
    answered: async () => {
      throw new Error('killed')
    },
  }
  await assert.rejects(() => pair.deliverFrom(pair.hust).then((n) => assert.notEqual(n, 0)))
  pair.hust.messages['signing.question'] = question
  assert.equal(await stateOf(pair.queenMary, play.agreement), 'approved')
  const next = (await open(pair.queenMary, play.agreement))!
  await pair.deliverFrom(pair.queenMary)
  await settle()
  await signTogether(pair, next)
  for (const office of both()) {
    assert.equal(await stateOf(office, play.agreement), 'concluded')
    const sessions = await sessionsOf(office.database.db, play.agreement)
    assert.deepEqual(
      sessions.map((s) => s.state),
      ['concluded', 'ended'],
    )
  }
})

test('where we had ended the session before the partner asked, both nodes keep both reasons', async () => {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliverFrom(pair.hust)
  await pair.deliverFrom(pair.queenMary)
  pair.queenMary.down = true
  await pair.deliverFrom(pair.hust)
  await end(pair.hust, play, 'Ours')
  await end(pair.queenMary, play, 'Theirs')
  await settle()
  const kept = await Promise.all(both().map((office) => endingsOf(office.database.db, play.session)))
  const told = kept.map((endings) => endings.map((e) => `${e.side} ${e.reason}`).sort())
  assert.deepEqual(told, [
    ['ours Ours', 'theirs Theirs'],
    ['ours Theirs', 'theirs Ours'],
  ])
})

test('a lapse we asked for gives way to the reason for which the partner had ended the session', async () => {
  const play = await openedSession(pair)
  for (const office of both()) assert.equal((await consent(office, play)).status, 303)
  await pair.deliverFrom(pair.hust)
  await pair.deliverFrom(pair.queenMary)
  pair.queenMary.down = true
  await pair.deliverFrom(pair.hust)
  await end(pair.queenMary, play, 'The senate said no')
  pair.wait({ hours: 24 * 8 })
  await watchSessions(pair.hust.database.db, pair.now)
  pair.queenMary.down = false
  await pair.deliverFrom(pair.hust)
  await settle()
  const [ending] = await endingsOf(pair.hust.database.db, play.session)
  assert.deepEqual([ending!.side, ending!.kind, ending!.reason], ['theirs', 'withdrawn', 'The senate said no'])
})

/** Adds a second passkey for the office's signatory, or removes it, as the account's own page does. */
async function changePasskeys({ visitor, institution, publicUrl, database: { db } }: Office): Promise<void> {
  const who = await visitor('signatory')
  const { account } = who
  const { now } = pair
  await db.transaction().execute(async (tx) => {
    const second = (await passkeysOf(tx, account.id)).find((p) => p.name === 'Second')
    if (second) return removePasskey(tx, who, second.id, now)
    const options = await beginRegistration(tx, { account, house: institution.name.en, publicUrl, now })
    const response = JSON.stringify(softwarePasskey().register(options, publicUrl))
    await finishRegistration(tx, { account, name: 'Second', fallback: 'Second', response, publicUrl, now })
  })
}

test('a passkey that came and went while the partner opened a session: approvals begin again, and nothing waits for ever', async () => {
  const agreement = await approvedAgreement(pair)
  const play = (await open(pair.queenMary, agreement))!
  pair.queenMary.down = true
  for (let coming = 0; coming < 2; coming++) {
    await changePasskeys(pair.hust)
    await pair.deliverFrom(pair.hust)
  }
  assert.equal(await stateOf(pair.hust, agreement), 'frozen')
  await settle()
  for (const office of both()) assert.equal(await stateOf(office, agreement), 'frozen')
  const [ending] = await endingsOf(pair.queenMary.database.db, play.session)
  assert.equal(ending!.kind, 'not_opened')
})
