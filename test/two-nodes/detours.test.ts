/**
 * Off the way to conclusion: refused, withdrawn, lapsed, reopened, pinned anew, called otherwise. Either node is killed before each
 * such message and after the other side has committed it; every message comes twice, or is lost. Both nodes come to the same end.
 */
import { after, before, describe, test } from 'node:test'
import { addPasskeys } from '#src/command/self-test/play.ts'
import { approvedOnBoth, type Detour } from '#test/support/detours.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import { lostTwice, meddledToTheEnd, sameOnBoth, sides, stageOn, struck, twice } from '#test/support/two-nodes.ts'
import { astray } from './schedule.ts'

let pair: KillablePair
/** An approved agreement that the next test may use. */
let spare: string | undefined

before(async () => {
  pair = await startKillablePair()
  await addPasskeys.run(stageOn(pair, '-'))
})
after(() => pair?.close())

/** Plays on an approved agreement, and leaves it approved for the next; after a failure the next begins with a new one. */
async function played(detour: Detour, how: (agreement: string, play: () => Promise<void>) => Promise<void>) {
  const agreement = spare ?? (await approvedOnBoth(pair))
  spare = undefined
  await how(agreement, () => detour.run(pair, agreement))
  detour.expect(await sameOnBoth(pair, agreement), pair)
  await detour.back?.(pair, agreement)
  spare = agreement
}

for (const { detour, crossings } of astray) {
  describe(detour.name, () => {
    for (const { kind, from } of crossings) {
      for (const when of ['before', 'after'] as const) {
        for (const victim of sides) {
          test(`${kind} of the ${from}: the ${victim} node dies ${when === 'before' ? 'before it arrives' : 'after it is committed'}`, () =>
            played(detour, (agreement, play) => struck(pair, agreement, { kind, from, when, victim }, play)))
        }
      }
    }
    for (const [what, hand] of [
      ['every message comes twice', twice],
      ['the first delivery of every message is lost, and then its answer', lostTwice],
    ] as const) {
      test(what, () => played(detour, (_, play) => meddledToTheEnd(pair, { first: hand, second: hand }, play)))
    }
  })
}
