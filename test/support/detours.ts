/** What may happen to an approved agreement besides being signed: each a play on two nodes, with the end it must come to. */
import assert from 'node:assert/strict'
import { isBroken } from '#src/command/self-test/browser.ts'
import type { Office } from '#src/command/self-test/office.ts'
import { answer, approveBoth, consentAt, draftAndSend, fill, freeze, hasForm } from '#src/command/self-test/play.ts'
import { softwarePasskey } from '#src/platform/people/index.ts'
import type { KillablePair } from './killable.ts'
import type { SharedState } from './shared-state.ts'
import { meddled, newAgreement, otherOf, sides, stageOn, type Which } from './two-nodes.ts'

export interface Detour {
  name: string
  /** From an agreement both sides have approved. Returns when nothing more is to be done by hand. */
  run(pair: KillablePair, agreement: string): Promise<void>
  /** @throws where both nodes came to the same, but not to this */
  expect(after: SharedState, pair: KillablePair): void
  /** Leads back to an approved agreement. */
  back?(pair: KillablePair, agreement: string): Promise<void>
}

export async function approvedOnBoth(pair: KillablePair): Promise<string> {
  const agreement = await newAgreement(pair)
  for (const step of [draftAndSend, answer, freeze, approveBoth]) await step.run(stageOn(pair, agreement))
  await pair.first.office.until('officer', `/agreements/${agreement}/signing`, mayOpen(agreement), 'both approvals')
  return agreement
}

const mayOpen = (agreement: string) => hasForm(`/agreements/${agreement}/signing-sessions`)

/** Opens a session at one side and waits until the other knows of it. @returns its path */
async function open(pair: KillablePair, by: Which, agreement: string, typed = {}): Promise<string> {
  const at = `/agreements/${agreement}`
  const { office } = pair[by]
  await office.until('officer', `${at}/signing`, mayOpen(agreement), 'both approvals')
  const officer = await office.as('officer')
  const { url } = await fill(officer, `${at}/signing`, `${at}/signing-sessions`, typed, 'open the session')
  await pair[otherOf(by)].office.until('officer', url, (page) => page.status === 200, 'the session')
  return url
}

/** A deadline that passes within the next two minutes, as the first side's officer types it. */
function soon(pair: KillablePair) {
  const at = pair.first.now().toZonedDateTimeISO('Asia/Shanghai').add({ minutes: 2 })
  return { date: at.toPlainDate().toString(), time: at.toPlainTime().toString().slice(0, 5) }
}

async function letDeadlinePass(pair: KillablePair): Promise<void> {
  for (const side of sides) await pair[side].putOnClock({ minutes: 3 })
}

/** Lets one node look at its clock until the session is over on both. */
async function untilOver(pair: KillablePair, by: Which, agreement: string): Promise<void> {
  const end = performance.now() + 240_000
  const open = async (side: Which) =>
    (
      await pair[side].database.db
        .selectFrom('signing_session')
        .select('id')
        .where('agreement', '=', agreement)
        .where('state', '=', 'open')
        .execute()
    ).length > 0
  while ((await open('first')) || (await open('second'))) {
    assert.ok(performance.now() < end, 'the session does not end')
    await pair[by].passTime()
    await new Promise((done) => setTimeout(done, 50))
  }
}

const reason = 'The term must be five years.'
/** The agreement is as it was, and the last session ended so. */
const endedBy =
  (...endings: [side: Which, kind: string][]): Detour['expect'] =>
  ({ state, approvals, sessions }, pair) => {
    assert.deepEqual([state, approvals.length, sessions[0]!.state], ['approved', 2, 'ended'])
    const told = sessions[0]!.endings.map(([ror, kind]) => `${ror} ${kind}`)
    assert.deepEqual(told, endings.map(([side, kind]) => `${pair[side].ror} ${kind}`).sort())
  }

export const withdrawal: Detour = {
  name: 'an officer of the first withdraws the session',
  async run(pair, agreement) {
    const room = await open(pair, 'first', agreement)
    await fill(await pair.first.office.as('officer'), room, `${room}/withdrawal`, { reason }, 'withdraw')
  },
  expect: endedBy(['first', 'withdrawn']),
}

export const declination: Detour = {
  name: 'the second opens, and its own president declines',
  async run(pair, agreement) {
    const room = await open(pair, 'second', agreement)
    const president = await pair.second.office.as('president')
    await fill(president, `${room}/sign`, `${room}/declination`, { reason }, 'decline')
  },
  expect: endedBy(['second', 'declined']),
}

/** The deadline passes; the node named notices first. */
export const lapse = (by: Which): Detour => ({
  name: `the deadline passes, as the ${by} notices`,
  async run(pair, agreement) {
    await open(pair, 'first', agreement, soon(pair))
    await letDeadlinePass(pair)
    await untilOver(pair, by, agreement)
  },
  expect: endedBy([by, 'lapsed']),
})

/**
 * The first has signed, and the second, whose node decides, cannot: it does not hear that its own consent has arrived.
 * `then` is what the first does next; afterwards the second hears it.
 */
async function signedByFirst(
  pair: KillablePair,
  agreement: string,
  typed: Record<string, string>,
  then: (room: string) => Promise<void>,
) {
  const room = await open(pair, 'first', agreement, typed)
  const unheard = { kind: 'signing.consent', about: agreement }
  const lose = async (p: { kind: string; about: string }) =>
    p.kind === unheard.kind && p.about === unheard.about ? ('lose' as const) : ('pass' as const)
  await meddled(pair, { first: { after: lose } }, async () => {
    await consentAt(pair.second.office, agreement)
    await consentAt(pair.first.office, agreement)
    const asks = (page: { html: string }) => /Ask to end the session|请求结束签署/.test(page.html)
    await pair.first.office.until('officer', room, asks, 'the first signature')
    await then(room)
    await untilOver(pair, 'first', agreement)
  })
  await pair.second.passTime()
}

export const question: Detour = {
  name: 'the first, having signed, asks to end the session',
  async run(pair, agreement) {
    const officer = await pair.first.office.as('officer')
    await signedByFirst(pair, agreement, {}, async (room) => {
      await fill(officer, room, `${room}/withdrawal`, { reason }, 'ask to end')
    })
  },
  expect: endedBy(['first', 'withdrawn']),
}

export const lapseAsked: Detour = {
  name: 'the deadline passes after the first has signed, whose node asks',
  async run(pair, agreement) {
    await signedByFirst(pair, agreement, soon(pair), () => letDeadlinePass(pair))
  },
  expect: endedBy(['second', 'lapsed']),
}

/** Whoever reopens has the pen. */
export const reopening = (by: Which): Detour => ({
  name: `an officer of the ${by} reopens the text`,
  async run(pair, agreement) {
    const at = `/agreements/${agreement}`
    await fill(await pair[by].office.as('officer'), at, `${at}/reopening`, { reason }, 'reopen')
  },
  expect({ state, approvals, frozen, turn }, pair) {
    assert.deepEqual([state, approvals, frozen, turn], ['negotiating', [], null, pair[by].ror])
  },
  async back(pair, agreement) {
    for (const step of [freeze, approveBoth]) await step.run(stageOn(pair, agreement))
  },
})

/** A second passkey comes, or goes where there is one. */
export const newPins = (by: Which): Detour => ({
  name: `the passkeys of the ${by}’s president change`,
  async run(pair) {
    const before = await secondPasskey(pair, by)
    await changePasskeys(pair[by].office, before).catch((problem) => {
      if (!isBroken(problem)) throw problem
    })
    assert.notEqual(await secondPasskey(pair, by), before)
  },
  expect({ state, approvals, pins }, pair) {
    assert.deepEqual([state, approvals], ['frozen', []])
    assert.equal(Object.keys(pins).length, 2, pair[by].ror)
  },
  async back(pair, agreement) {
    await approveBoth.run(stageOn(pair, agreement))
  },
})

async function secondPasskey(pair: KillablePair, by: Which): Promise<string | undefined> {
  const { db } = pair[by].database
  const named = db.selectFrom('passkey').select('id').where('name', '=', 'Second').where('removed_at', 'is', null)
  return (await named.executeTakeFirst())?.id
}

async function changePasskeys(here: Office, second: string | undefined): Promise<void> {
  const president = await here.as('president')
  if (second) return void (await president.post(`/account/passkeys/${second}/removal`, {}))
  const options = JSON.parse((await president.post('/account/passkeys/options', {})).html)
  const response = JSON.stringify(softwarePasskey().register(options, here.site))
  await president.post('/account/passkeys', { response, name: 'Second' })
}

export const label = (by: Which): Detour => {
  let reference = ''
  return {
    name: `the ${by} calls the agreement something else`,
    async run(pair, agreement) {
      const at = `/agreements/${agreement}`
      reference = crypto.randomUUID()
      await fill(await pair[by].office.as('officer'), at, `${at}/label`, { reference }, 'label')
    },
    expect({ state, labels }, pair) {
      assert.deepEqual([state, labels[pair[by].ror]?.reference], ['approved', reference])
    },
  }
}

export const remark: Detour = {
  name: 'the first comments on the approved text',
  async run(pair, agreement) {
    const at = `/agreements/${agreement}`
    const typed = { body: 'To be printed on laid paper.', readers: 'both', clause: '' }
    await fill(await pair.first.office.as('officer'), at, `${at}/comments`, typed, 'comment')
  },
  expect({ state, comments }) {
    assert.equal(state, 'approved')
    assert.ok(comments.length >= 2)
  },
}
