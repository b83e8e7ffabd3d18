/** What must have come of each route, whatever went wrong on it. */
import assert from 'node:assert/strict'
import { preservationsOf } from '#src/signing/preservation-store.ts'
import { alarms } from '#src/witness/alarm-store.ts'
import { sharedState } from '#test/support/shared-state.ts'
import { takenBack } from './ending.ts'
import { bothReadTheLogs } from './events.ts'
import { knowsLogOf } from './introduced.ts'
import { sameKeys } from './keys.ts'
import { foundAgain } from './moving.ts'
import { toldTogether } from './newsroom.ts'
import type { FaultNode } from './node.ts'
import { celebrated } from './occasion.ts'
import { greetedEachOther, playedAlike } from './on-stage.ts'
import { routes, type Which } from './schedule.ts'
import { otherOf, type Run, sides } from './wire.ts'

export type Nodes = Record<Which, FaultNode>

/** The same on both, each seat signed once at most, and everything that was to go wrong did. @throws AssertionError */
export async function judge(nodes: Nodes, run: Run): Promise<void> {
  for (const [seat, hashes] of run.signatures) assert.equal(hashes.size, 1, `${seat} was signed ${hashes.size} times`)
  await expected[run.schedule.route](nodes, run)
  for (const side of sides) assert.deepEqual(await alarmsAt(nodes[side]), [], `alarms of the ${side}`)
  assert.deepEqual(
    routes[run.schedule.route].kinds.filter((kind) => !run.kinds.has(kind)),
    [],
    'never came by',
  )
  const missed = run.schedule.faults.filter((f) => !run.struck.has(f))
  assert.deepEqual(missed, [], 'these never came to pass')
}

const expected: Record<Run['schedule']['route'], (nodes: Nodes, run: Run) => Promise<void>> = {
  straight: concluded,
  detours: concluded,
  differing: concluded,
  asked: concludedOrEnded,
  proven,
  ending: async (nodes, run) => {
    await equal(nodes, run)
    for (const side of sides) await takenBack(nodes[side], run.agreement, run.play)
  },
  keys: (nodes, { play }) => sameKeys(nodes, play),
  paired,
  ceremony: (nodes, { play }) => celebrated(nodes, play),
  stage: (nodes, { play }) => playedAlike(nodes, play),
  greeting: (nodes, { play }) => greetedEachOther(nodes, play),
  moved: foundAgain,
  story: (nodes, { play }) => toldTogether(nodes, play),
}

const alarmsAt = async ({ office }: FaultNode) => (await alarms(office.database.db)).map(({ kind }) => kind)

async function equal({ first, second }: Nodes, { agreement }: Run) {
  const stateOf = (here: FaultNode, there: FaultNode) =>
    sharedState(here.office.database.db, agreement, { us: here.office.ror, them: there.office.ror })
  const [a, b] = [await stateOf(first, second), await stateOf(second, first)]
  assert.deepEqual(a, b)
  return a
}

async function concluded(nodes: Nodes, run: Run): Promise<void> {
  const { state, comments } = await equal(nodes, run)
  assert.equal(state, 'concluded')
  assert.equal(comments.length, 1)
  assert.equal(run.signatures.size, 2)
}

/** Whichever came first at the second's node: its signature, or the question. */
async function concludedOrEnded(nodes: Nodes, run: Run): Promise<void> {
  const { state, sessions } = await equal(nodes, run)
  const ends = sessions.map((s) => [s.state, ...s.endings.map(([, kind]) => kind)].join())
  assert.deepEqual(
    [state, ends],
    state === 'concluded' ? ['concluded', ['concluded']] : ['approved', ['ended,withdrawn']],
  )
}

/** Both hold the same preserved document, and can read in clear what either log says. */
async function proven(nodes: Nodes, run: Run): Promise<void> {
  await concluded(nodes, run)
  const { sessions } = await equal(nodes, run)
  const kept = await Promise.all(
    sides.map((side) => preservationsOf(nodes[side].office.database.db, sessions.at(-1)!.id)),
  )
  const [ours, theirs] = kept.map((all) => all.map(({ number, sha256 }) => ({ number, sha256 })))
  assert.deepEqual(ours, theirs)
  assert.equal(ours!.length, 1)
  await bothReadTheLogs(nodes, run.agreement)
}

async function paired(nodes: Nodes): Promise<void> {
  for (const side of sides) {
    const there = nodes[otherOf(side)]
    await knowsLogOf(nodes[side], there, there.memory!.asking.house)
  }
}
