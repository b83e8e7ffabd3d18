/**
 * Messages in the wrong order, at the wire: each one of the play from draft to conclusion is held back until another, sent after
 * it, has been answered; for every pair that can be swapped. The agreement is concluded on both nodes all the same.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addPasskeys } from '#src/command/self-test/play.ts'
import { playEagerly } from '#test/support/eager-play.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { concludedOnBoth, newAgreement, stageOn } from '#test/support/two-nodes.ts'
import { heldBack, type Sent, sendWithoutOrder } from '#test/support/wrong-order.ts'
import { onTheWay } from './schedule.ts'

let pair: KillablePair
before(async () => {
  pair = await startKillablePair()
  await addPasskeys.run(stageOn(pair, '-'))
  await sendWithoutOrder(pair)
})
after(() => pair?.close())

const bothConsents: Sent[] = ['first signing.consent', 'second signing.consent']
const signatures: Sent[] = ['first signing.signature', 'second signing.signature']
const approvals: Sent[] = ['first agreement.approval', 'second agreement.approval']
const freezes: Sent[] = ['first agreement.freeze', 'second agreement.freeze']

/** What can be sent and answered while a message is still on its way. What is left out waits for it. */
const overtakers: Record<Sent, Sent[]> = {
  'first agreement.version': [],
  'second agreement.comment': [
    ...(['second agreement.version', ...freezes, ...approvals] as const),
    ...([
      'first signing.open',
      'first signing.reading',
      'second signing.reading',
      ...bothConsents,
      ...signatures,
    ] as const),
  ],
  'second agreement.version': [],
  'first agreement.freeze': [],
  'second agreement.freeze': ['second agreement.approval'],
  'first agreement.approval': [
    'second agreement.approval',
    'first signing.open',
    'first signing.reading',
    'first signing.consent',
  ],
  'second agreement.approval': ['first agreement.approval'],
  'first signing.open': ['first signing.reading', 'first signing.consent'],
  'first signing.reading': ['second signing.reading', ...bothConsents, ...signatures],
  'first signing.consent': ['second signing.reading', 'second signing.consent'],
  'second signing.reading': ['first signing.reading', ...bothConsents, ...signatures],
  'second signing.consent': ['first signing.reading', 'first signing.consent'],
  'first signing.signature': [],
  'second signing.signature': [],
}

/** What follows the last signature, whatever else is still on its way: each waits at the other node for what it needs. */
const afterwards: Sent[] = ['first witness.events', 'second witness.events', 'second signing.preservation']

test('every message of the play has its row', () => {
  assert.deepEqual(Object.keys(overtakers).sort(), onTheWay.map(({ kind, from }) => `${from} ${kind}`).sort())
})

describe('one message is held back', () => {
  for (const [message, others] of Object.entries(overtakers) as [Sent, Sent[]][]) {
    const held = async (until: Sent[], linger = 0) => {
      const agreement = await newAgreement(pair)
      const play = () => playEagerly(stageOn(pair, agreement))
      const overtook = await heldBack(pair, agreement, { message, until, linger }, play)
      await concludedOnBoth(pair, agreement)
      return overtook
    }
    for (const other of others.slice(0, -1)) {
      test(`${message} until ${other} has been answered`, async () => void (await held([other])))
    }
    test(`${message} until ${others.length === 0 ? 'nothing' : 'all that'} can come without it`, async () => {
      const overtook = await held(others, 300)
      const unforeseen = [...overtook].filter((name) => ![...others, ...afterwards].includes(name))
      assert.deepEqual(unforeseen, [])
    })
  }
})
