/**
 * What takes effect only once both logs hold it, and what is ended by notice: either node killed before each such message is delivered
 * and after the other has committed it, every message twice, or lost. Both nodes come to the same.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addPasskeys } from '#src/command/self-test/play.ts'
import { bothReadTheLogs } from '#test/faults/events.ts'
import { sayAtEnd, terminationAt } from '#test/support/ending-play.ts'
import { type KillableNode, type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { whole } from '#test/support/stubborn-consent.ts'
import {
  concludedOnBoth,
  lostTwice,
  meddledToTheEnd,
  newAgreement,
  otherOf,
  sameOnBoth,
  sides,
  stageOn,
  struck,
  twice,
  type Which,
} from '#test/support/two-nodes.ts'
import { ending, proofs } from './schedule.ts'

let pair: KillablePair
/** Concluded, and with nothing standing about its end. */
let running: string
before(async () => {
  pair = await startKillablePair()
  await addPasskeys.run(stageOn(pair, '-'))
})
after(() => pair?.close())

async function signed(how: (agreement: string, play: () => Promise<void>) => Promise<void>): Promise<string> {
  const agreement = await newAgreement(pair, { effect: 'both_signatures_and_logs' })
  await how(agreement, async () => {
    for (const step of whole) await step.run(stageOn(pair, agreement))
    await sameState(agreement, 'concluded')
  })
  await concludedOnBoth(pair, agreement)
  await bothReadTheLogs({ first: at(pair.first), second: at(pair.second) }, agreement)
  return agreement
}

const at = ({ database, ror }: KillableNode) => ({ office: { database, ror } })

/** Waits until both nodes have come that far: a log is cosigned once both run. */
async function sameState(agreement: string, state: string): Promise<void> {
  const end = performance.now() + 240_000
  while ((await sameOnBoth(pair, agreement).catch(() => undefined))?.state !== state)
    assert.ok(performance.now() < end, `not ${state} on both`)
}

const bad = [
  ['every message comes twice', twice],
  ['the first delivery of every message is lost, and then its answer', lostTwice],
] as const

describe('an agreement that waits for both logs', () => {
  for (const { kind, from } of proofs)
    for (const when of ['before', 'after'] as const)
      for (const victim of sides)
        test(`${kind} of the ${from}: the ${victim} node dies ${when} it is delivered`, async () => {
          await signed((agreement, play) => struck(pair, agreement, { kind, from, when, victim }, play))
        })
  for (const [what, hand] of bad)
    test(what, async () => {
      running = await signed((_agreement, play) => meddledToTheEnd(pair, { first: hand, second: hand }, play))
    })
})

/** A notice by one side, then taken back by both. */
async function ended(by: Which, how: (play: () => Promise<void>) => Promise<void>): Promise<void> {
  const there = pair[otherOf(by)].office
  const reason = `Closed, said ${crypto.randomUUID()}`
  await how(() => sayAtEnd(pair[by].office, running, { act: 'give_notice', reason }, new RegExp(reason)))
  const termination = await terminationAt(there, running)
  const { terminations, state } = await sameOnBoth(pair, running)
  assert.deepEqual([state, terminations[0]![0], terminations[0]![4]], ['concluded', termination, 'standing'])
  for (const office of [there, pair[by].office])
    await sayAtEnd(office, running, { act: 'withdraw', termination }, /wants it taken back/)
  assert.equal((await sameOnBoth(pair, running)).terminations[0]![4], 'withdrawn')
}

describe('a notice, and its taking back', () => {
  for (const { kind, from } of ending)
    for (const when of ['before', 'after'] as const)
      for (const victim of sides)
        test(`${kind} of the ${from}: the ${victim} node dies ${when} it is delivered`, () =>
          ended(from, (play) => struck(pair, running, { kind, from, when, victim }, play)))
  for (const [what, hand] of bad)
    test(what, () => ended('first', (play) => meddledToTheEnd(pair, { first: hand, second: hand }, play)))
})
