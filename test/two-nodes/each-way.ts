/** One kind of message, struck in each way a node can die at it. */
import { test } from 'node:test'
import { type FirstStrike, otherOf, type Which } from '#test/support/two-nodes.ts'

const moments = { before: 'before it arrives', after: 'after it is committed' } as const

export function eachWay(kind: string, played: (strike: FirstStrike) => Promise<void>): void {
  for (const when of ['before', 'after'] as const)
    for (const end of ['sender', 'receiver'] as const) {
      const victim = (to: Which) => (end === 'receiver' ? to : otherOf(to))
      const strike = { meant: (passing: { kind: string }) => passing.kind === kind, when, victim, called: kind }
      test(`${kind}: the ${end} dies ${moments[when]}`, () => played(strike))
    }
}
