/**
 * What two nodes say to each other about a ceremony, on its stage and about its story, with the sender or the receiver killed
 * (`kill -9`, processes of their own) before the message is delivered and after it is committed. Once both nodes run and their
 * outboxes are empty, both hold the same: the plan, the promise, the minutes; the stage; the story approved by both and published.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addPasskeys } from '#src/command/self-test/play.ts'
import { report, toldTogether } from '#test/faults/newsroom.ts'
import { celebrate, celebrated } from '#test/faults/occasion.ts'
import { playedAlike, playRehearsal } from '#test/faults/on-stage.ts'
import type { Act, Scene } from '#test/faults/scene.ts'
import { routes } from '#test/faults/schedule.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { whole } from '#test/support/stubborn-consent.ts'
import { newAgreement, stageOn, struckOnce } from '#test/support/two-nodes.ts'
import { type Desks, desksOf, playOut } from './desks.ts'
import { eachWay } from './each-way.ts'

let pair: KillablePair
let desks: Desks
/** In force: what is signed on a stage is another matter. */
let agreement: string

before(async () => {
  pair = await startKillablePair()
  desks = desksOf(pair)
  await addPasskeys.run(stageOn(pair, '-'))
  agreement = await newAgreement(pair)
  for (const step of whole) await step.run(stageOn(pair, agreement))
})
after(() => pair?.close())

interface Way {
  /** Kinds of message that cross on it. */
  kinds: string[]
  act: Act<Scene>
  /** @throws AssertionError where the two nodes do not hold what they should */
  judge(desks: Desks, play: string): Promise<void>
}

const ways: Record<string, Way> = {
  'a ceremony': { kinds: routes.ceremony.kinds, act: celebrate, judge: celebrated },
  'a stage': { kinds: routes.stage.kinds, act: playRehearsal, judge: playedAlike },
  'a story': { kinds: routes.story.kinds, act: report, judge: toldTogether },
}

test('every kind of message about ceremonies, stages and stories is struck here; a greeting is said again every two seconds', () => {
  const kinds = pair.kinds.filter((kind) => /^(ceremony|stage|story)\./.test(kind) && kind !== 'stage.here')
  assert.deepEqual(
    Object.values(ways)
      .flatMap((way) => way.kinds)
      .sort(),
    kinds.sort(),
  )
})

for (const [name, { kinds, act, judge }] of Object.entries(ways))
  describe(`killed at every message of ${name}`, () => {
    for (const kind of kinds)
      eachWay(kind, async (strike) => {
        const play = crypto.randomUUID()
        await struckOnce(pair, strike, () => playOut(pair, desks, { act, agreement, play }))
        await judge(desks, play)
      })
  })
