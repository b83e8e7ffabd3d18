/**
 * From draft to conclusion, with either node killed (`kill -9`, processes of their own) before each message is delivered and after
 * the other side has committed it; with every message twice, or lost. Once both nodes run and their outboxes are empty, the agreement
 * is concluded on both with the same bytes. Every kind of message two nodes exchange about an agreement has its place in `schedule.ts`.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addPasskeys, answer, draftAndSend, fill, hasForm, preserved, type Step } from '#src/command/self-test/play.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { signing, whole } from '#test/support/stubborn-consent.ts'
import {
  concludedOnBoth,
  lostTwice,
  meddledToTheEnd,
  newAgreement,
  sides,
  stageOn,
  struck,
  twice,
} from '#test/support/two-nodes.ts'
import { type Crossing, onTheWay, preservation, scheduled, whereDocumentsDiffer } from './schedule.ts'

let pair: KillablePair
/** The second node's typesetter draws another document than the first's. */
let differing: KillablePair
before(async () => {
  ;[pair, differing] = await Promise.all([startKillablePair(), startKillablePair({ TYPESETS_OTHERWISE: 'yes' })])
  for (const nodes of [pair, differing]) await addPasskeys.run(stageOn(nodes, '-'))
})
after(async () => {
  await pair?.close()
  await differing?.close()
})

test('every kind of message about an agreement is struck, doubled and lost somewhere here', () => {
  const kinds = pair.kinds.filter((kind) => /^(agreement|signing)\.|^witness\.(proof|events)$/.test(kind))
  assert.deepEqual([...new Set(scheduled)].sort(), kinds.sort())
})

const acceptDocument: Step = {
  name: 'the first proposes to freeze; the second compares its document and accepts it',
  async run({ first, second, agreement }) {
    const at = `/agreements/${agreement}`
    await fill(await first.as('officer'), at, `${at}/freeze`, {}, 'propose to freeze')
    await second.until('officer', at, hasForm(`${at}/document-acceptance`), 'the document')
    await fill(await second.as('officer'), at, `${at}/document-acceptance`, {}, 'accept the document')
  },
}

async function played(
  on: KillablePair,
  steps: Step[],
  how: (agreement: string, play: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const agreement = await newAgreement(on)
  await how(agreement, async () => {
    for (const step of steps) await step.run(stageOn(on, agreement))
  })
  await concludedOnBoth(on, agreement)
}

function strikes({ kind, from }: Crossing, on: () => KillablePair, steps: Step[]): void {
  for (const when of ['before', 'after'] as const) {
    for (const victim of sides) {
      test(`${kind} of the ${from}: the ${victim} node dies ${when === 'before' ? 'before it arrives' : 'after it is committed'}`, () =>
        played(on(), steps, (agreement, play) => struck(on(), agreement, { kind, from, when, victim }, play)))
    }
  }
}

describe('killed at every message', () => {
  for (const crossing of onTheWay) strikes(crossing, () => pair, whole)
  strikes(preservation, () => pair, [...whole, preserved])
  strikes(whereDocumentsDiffer, () => differing, [draftAndSend, answer, acceptDocument, ...signing])
})

describe('a bad wire', () => {
  for (const [what, hand] of [
    ['every message comes twice', twice],
    ['the first delivery of every message is lost, and then its answer', lostTwice],
  ] as const) {
    const meddle = (on: KillablePair) => (_: string, play: () => Promise<void>) =>
      meddledToTheEnd(on, { first: hand, second: hand }, play)
    test(what, () => played(pair, whole, meddle(pair)))
    test(`${what}, where the documents differ`, () =>
      played(differing, [draftAndSend, answer, acceptDocument, ...signing], meddle(differing)))
  }
})
