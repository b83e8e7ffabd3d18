import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  type Consent,
  challengeOf,
  decider,
  mayConsent,
  mayEndHere,
  nextToSign,
  type Progress,
  type Revision,
  type Session,
  saysTheSame,
  seatState,
  seatToSignNow,
  sessionId,
  sessionLifecycle,
  sessionStates,
  statementFor,
} from './session.ts'

const opened = Temporal.Instant.from('2026-09-23T08:30:00Z')
const deadline = opened.add({ hours: 24 })
const hash = (letter: string) => letter.repeat(64)
const of = { agreement: 'a', attempt: 1, textHash: hash('1'), documentHash: hash('2'), seatsHash: hash('3') }
const session: Session = {
  ...of,
  id: sessionId(of),
  state: 'open',
  openedBy: 'ours',
  openedByName: 'An officer',
  openedAt: opened,
  deadline,
  concludedAt: null,
}
const seat = (id: string, side: 'ours' | 'theirs', order: number) => ({
  id,
  side,
  order,
  party: side,
  name: { latin: `Signatory ${id}`, native: null },
  title: { en: 'President', zh: '校长' },
})

/** Seats `ours` and `theirs`; whoever is named first signs first. */
function progressOf(order: ('ours' | 'theirs')[], consents: Partial<Consent>[] = [], signed: string[] = []): Progress {
  const seats = order.map((side, i) => seat(side, side, i + 1))
  const bare: Progress = { session, seats, consents: [], revisions: [] }
  const whole = (c: Partial<Consent>): Consent => ({
    seat: c.side!,
    side: c.side!,
    method: 'passkey',
    statement: statementFor(bare, c.side!, 'passkey', 'nonce'),
    assertion: {},
    at: opened,
    acknowledgedAt: null,
    ...c,
  })
  const revision = (id: string, i: number): Revision => ({
    number: i + 1,
    seat: id,
    side: id as 'ours',
    sha256: hash('a'),
    previousSha256: hash('b'),
    signedAt: opened,
    storedAt: opened,
  })
  return { ...bare, consents: consents.map(whole), revisions: signed.map(revision) }
}

const refusal = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason
const acknowledged = { side: 'ours', acknowledgedAt: opened } as const
const unconfirmed = { side: 'ours' } as const
const theirs = { side: 'theirs' } as const

test('our seat signs exactly when it is its turn and both nodes hold every consent', () => {
  const rows: [Progress, string | undefined][] = [
    [progressOf(['ours', 'theirs']), undefined],
    [progressOf(['ours', 'theirs'], [acknowledged]), undefined],
    [progressOf(['ours', 'theirs'], [theirs]), undefined],
    [progressOf(['ours', 'theirs'], [unconfirmed, theirs]), undefined],
    [progressOf(['ours', 'theirs'], [acknowledged, theirs]), 'ours'],
    [progressOf(['ours', 'theirs'], [acknowledged, theirs], ['ours']), undefined],
    [progressOf(['theirs', 'ours'], [acknowledged, theirs]), undefined],
    [progressOf(['theirs', 'ours'], [unconfirmed, theirs], ['theirs']), undefined],
    [progressOf(['theirs', 'ours'], [acknowledged, theirs], ['theirs']), 'ours'],
    [progressOf(['theirs', 'ours'], [acknowledged, theirs], ['theirs', 'ours']), undefined],
  ]
  assert.deepEqual(
    rows.map(([progress]) => seatToSignNow(progress)?.id),
    rows.map(([, expected]) => expected),
  )
})

test('nothing is signed in a session that is over', () => {
  for (const state of ['ended', 'concluded'] as const) {
    const progress = progressOf(['ours', 'theirs'], [acknowledged, theirs])
    assert.equal(seatToSignNow({ ...progress, session: { ...session, state } }), undefined)
  }
})

test('the side that signs last decides; the other may end the session until it has signed', () => {
  const rows: [Progress, boolean][] = [
    [progressOf(['ours', 'theirs']), true],
    [progressOf(['ours', 'theirs'], [acknowledged, theirs]), true],
    [progressOf(['ours', 'theirs'], [acknowledged, theirs], ['ours']), false],
    [progressOf(['theirs', 'ours']), true],
    [progressOf(['theirs', 'ours'], [acknowledged, theirs]), true],
    [progressOf(['theirs', 'ours'], [acknowledged, theirs], ['theirs']), true],
  ]
  assert.deepEqual(
    rows.map(([progress]) => mayEndHere(progress)),
    rows.map(([, expected]) => expected),
  )
  assert.equal(decider(progressOf(['ours', 'theirs'])), 'theirs')
  assert.equal(decider(progressOf(['theirs', 'ours'])), 'ours')
})

test('a session that is over cannot be ended', () => {
  for (const state of ['ended', 'concluded'] as const) {
    assert.equal(mayEndHere({ ...progressOf(['theirs', 'ours']), session: { ...session, state } }), false)
  }
})

test('consent is open to a seat of the session, once, while it is open and until its deadline', () => {
  const progress = progressOf(['ours', 'theirs'], [unconfirmed])
  const at = (state: Session['state']): Progress => ({ ...progress, session: { ...session, state } })
  assert.doesNotThrow(() => mayConsent(progress, 'theirs', deadline))
  assert.throws(() => mayConsent(progress, 'ours', opened), refusal('already_consented'))
  assert.throws(() => mayConsent(progress, 'nobody', opened), refusal('not_a_signatory'))
  assert.throws(() => mayConsent(progress, 'theirs', deadline.add({ seconds: 1 })), refusal('session_lapsed'))
  assert.throws(() => mayConsent(at('ended'), 'theirs', opened), refusal('session_not_open'))
  assert.throws(() => mayConsent(at('concluded'), 'theirs', opened), refusal('already_concluded'))
})

test('a seat goes from awaited to reading, consented, signed', () => {
  const order: ('ours' | 'theirs')[] = ['ours', 'theirs']
  assert.equal(seatState(progressOf(order), 'ours', []), 'awaited')
  assert.equal(seatState(progressOf(order), 'ours', ['ours']), 'reading')
  assert.equal(seatState(progressOf(order, [unconfirmed]), 'ours', ['ours']), 'consented')
  assert.equal(seatState(progressOf(order, [acknowledged, theirs], ['ours']), 'ours', ['ours']), 'signed')
  assert.equal(nextToSign(progressOf(order, [], ['ours']))?.id, 'theirs')
})

test('a statement that differs in anything but its nonce is not the one to consent to', () => {
  const progress = progressOf(['ours', 'theirs'])
  const statement = statementFor(progress, 'ours', 'passkey', 'one')
  assert.ok(saysTheSame(progress, statement))
  assert.ok(saysTheSame(progress, { ...statement, nonce: 'two' }))
  for (const changed of [
    { textHash: hash('9') },
    { documentHash: hash('9') },
    { order: 2 },
    { title: { en: 'Dean', zh: '院长' } },
  ]) {
    assert.ok(!saysTheSame(progress, { ...statement, ...changed }), JSON.stringify(changed))
  }
  assert.notDeepEqual(challengeOf(statement), challengeOf({ ...statement, nonce: 'two' }))
  assert.equal(challengeOf(statement).length, 32)
})

test('the same attempt at the same document has one id; anything else has another', () => {
  assert.equal(sessionId({ ...of }), session.id)
  for (const changed of [
    { attempt: 2 },
    { textHash: hash('9') },
    { documentHash: hash('9') },
    { seatsHash: hash('9') },
    { agreement: 'b' },
  ]) {
    assert.notEqual(sessionId({ ...of, ...changed }), session.id)
  }
})

test('the lifecycle, the database and the README name the same states', () => {
  const sql = readFileSync(new URL('../../migrations/0013_signing.sql', import.meta.url), 'utf8')
  const listed = /signing_session_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!
  assert.deepEqual(
    listed.split(', ').map((s) => s.replaceAll("'", '')),
    [...sessionStates],
  )
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  for (const { from, act, who, to } of sessionLifecycle) {
    assert.ok(sessionStates.includes(from) && sessionStates.includes(to))
    assert.ok(readme.includes(`| ${from} | ${act} | ${who.replaceAll('_', ' ')} | ${to} |`), act)
  }
  const reached = new Set(sessionLifecycle.map((row) => row.to as string))
  assert.deepEqual([...reached].sort(), [...sessionStates].sort())
})
