/** Two killable nodes and the agreements played on them: new ones, whether both came to the same, one message struck. */
import assert from 'node:assert/strict'
import { sampleText } from '#cast/agreement.ts'
import { queenMary } from '#cast/universities.ts'
import { type AgreementText, beginDraft, saveSignatory } from '#src/agreements/index.ts'
import { keptFiles, type Stage } from '#src/command/self-test/play.ts'
import { sha256 } from '#src/platform/canonical.ts'
import { openItems } from '#src/platform/outbox/index.ts'
import type { KillablePair } from './killable.ts'
import { type SharedState, sharedState } from './shared-state.ts'
import type { Meddler, Passing } from './wire.ts'

export const sides = ['first', 'second'] as const
export type Which = (typeof sides)[number]
export const otherOf = (side: Which): Which => (side === 'first' ? 'second' : 'first')

export function stageOn(pair: KillablePair, agreement: string): Stage {
  const approvers = { first: ['legal', 'vice_president'], second: ['partnerships_board'] }
  return { first: pair.first.office, second: pair.second.office, agreement, approvers }
}

/** A draft of its own on the first node, in which both presidents have their seats. */
export async function newAgreement(pair: KillablePair, change: Partial<AgreementText> = {}): Promise<string> {
  const id = crypto.randomUUID()
  const { db } = pair.first.database
  const held = await db.selectFrom('agreement').select('draft').where('draft', 'is not', null).executeTakeFirstOrThrow()
  const president = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', 'president@hust.example')
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (tx) => {
    const at = Temporal.Now.instant()
    await beginDraft(
      tx,
      { ...sampleText(held.draft!.typesetter, id), ...change },
      { kind: 'key', partner: queenMary.ror, at },
    )
    await saveSignatory(tx, id, 'seat-a', president.id)
  })
  return id
}

/** Waits until both outboxes are empty. @throws after four minutes, with what is left */
export async function settled(pair: KillablePair): Promise<void> {
  const end = performance.now() + 240_000
  for (;;) {
    const open = await Promise.all(sides.map((side) => openItems(pair[side].database.db)))
    if (open.every((n) => n === 0)) return
    if (performance.now() > end) assert.fail(`left in the outboxes: ${JSON.stringify(await leftOver(pair))}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}

async function leftOver(pair: KillablePair) {
  const rows = await Promise.all(
    sides.map((side) =>
      pair[side].database.db
        .selectFrom('outbox')
        .select(['topic', 'body', 'last_error'])
        .where('done_at', 'is', null)
        .execute(),
    ),
  )
  return rows.map((items) => items.map((i) => [i.topic, (i.body as { kind?: string }).kind, i.last_error]))
}

/** Once nothing is under way: both nodes hold the same of the agreement. @returns what that is */
export async function sameOnBoth(pair: KillablePair, agreement: string): Promise<SharedState> {
  await settled(pair)
  const [a, b] = await Promise.all(
    sides.map((side) => {
      const between = { us: pair[side].ror, them: pair[otherOf(side)].ror }
      return sharedState(pair[side].database.db, agreement, between)
    }),
  )
  assert.deepEqual(a, b)
  return a!
}

/** Concluded on both, each seat signed once, the files the same, the partnership a key partnership. */
export async function concludedOnBoth(pair: KillablePair, agreement: string): Promise<void> {
  assert.equal((await sameOnBoth(pair, agreement)).state, 'concluded')
  const { first, second } = stageOn(pair, agreement)
  const [a, b] = [await keptFiles(first, agreement), await keptFiles(second, agreement)]
  assert.equal(sha256(a.agreement), sha256(b.agreement))
  for (const side of sides) {
    const { db } = pair[side].database
    const signed = db.selectFrom('journal').select('id').where('act', '=', 'signing.signed')
    assert.equal(
      (await signed.where('subject_id', '=', agreement).execute()).length,
      2,
      `${side}: each seat signed once`,
    )
    const ties = db.selectFrom('partnership').select('state').where('partner', '=', pair[otherOf(side)].ror)
    assert.equal((await ties.executeTakeFirstOrThrow()).state, 'key_partner')
  }
}

export interface Strike {
  kind: string
  from: Which
  when: 'before' | 'after'
  victim: Which
}

/** Kills the victim at the first such message about the agreement while `play` is played. @throws where none came by */
export function struck(pair: KillablePair, agreement: string, strike: Strike, play: () => Promise<void>) {
  const { kind, from, when, victim } = strike
  const meant = (passing: Passing, to: Which) =>
    passing.kind === kind && passing.about === agreement && to === otherOf(from)
  return struckOnce(pair, { meant, when, victim: () => victim, called: `${kind} of the ${from}` }, play)
}

export interface FirstStrike {
  meant(passing: Passing, to: Which): boolean
  when: 'before' | 'after'
  /** Which node dies at a message that goes to this one. */
  victim(to: Which): Which
  /** What was to come by, in words. */
  called: string
}

/** Kills a node at the first message that is meant, before it is delivered or after it is committed; either way its sender hears no answer. */
export async function struckOnce(
  pair: KillablePair,
  { meant, when, victim, called }: FirstStrike,
  play: () => Promise<void>,
): Promise<void> {
  let restarted: Promise<void> | undefined
  const kill = (to: Which) => async (passing: Passing) => {
    if (restarted || !meant(passing, to)) return 'pass' as const
    restarted = pair[victim(to)].killAndRestart()
    return 'lose' as const
  }
  await meddledToTheEnd(pair, { first: { [when]: kill('first') }, second: { [when]: kill('second') } }, play)
  assert.ok(restarted, `no ${called} came by`)
  await restarted
}

/** Plays with hands on the wires, until nothing is under way any more. `first`: on what arrives at the first node. */
export async function meddledToTheEnd(
  pair: KillablePair,
  hands: Partial<Record<Which, Meddler>>,
  play: () => Promise<void>,
): Promise<void> {
  await meddled(pair, hands, async () => {
    await play()
    await settled(pair)
  })
}

/** The same, as long as the play lasts. */
export async function meddled(
  pair: KillablePair,
  hands: Partial<Record<Which, Meddler>>,
  play: () => Promise<void>,
): Promise<void> {
  const away = sides.map((side) => pair[side].wire.meddle(hands[side] ?? {}))
  try {
    await play()
  } finally {
    for (const take of away) take()
  }
}

/** Every message comes twice. */
export const twice: Meddler = { twice: () => true }

/** The first delivery of every message is lost, and of the second the answer. */
export const lostTwice: Meddler = {
  before: async ({ times }) => (times === 1 ? 'lose' : 'pass'),
  after: async ({ times }) => (times === 2 ? 'lose' : 'pass'),
}
