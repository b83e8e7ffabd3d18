/** Two nodes, the wire between them, and a clock; a schedule says what goes wrong, a seed who acts when. */
import assert from 'node:assert/strict'
import { agreementMessages } from '#src/agreements/index.ts'
import { openItems } from '#src/platform/outbox/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { dropDatabase } from '#test/support/database.ts'
import { step } from '#test/support/office.ts'
import { otherwise } from '#test/support/other-typesetter.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { judge } from './judge.ts'
import {
  backUp,
  boot,
  deliverOne,
  type FaultNode,
  introduce,
  move,
  openNode,
  passTime,
  restore,
  revive,
} from './node.ts'
import { chance, type Schedule, type Which } from './schedule.ts'
import { acts, begin } from './ways.ts'
import { door, type Run, sides, type Wired } from './wire.ts'

export interface WorldKind {
  /** Every message is sent at once. */
  streamless?: boolean
  /** The two nodes have never heard of each other. */
  strangers?: boolean
  /** The second's typesetter draws another document than the first's. */
  differing?: boolean
}

export interface World extends Wired {
  pair: Pair
  /** Pairs the two. */
  introduce(): Promise<void>
  /** The first is reached at another address from now on. */
  move(): Promise<void>
  /** An agreement in force, on which other things can be played. */
  inForce(): Promise<string>
  close(): Promise<void>
}

export async function openWorld({ streamless, strangers, differing }: WorldKind = {}): Promise<World> {
  const pair = await openPair()
  const world = { pair, run: undefined, now: () => pair.now } as World
  const around = surroundings(world)
  const [first, second] = [await openNode(pair.hust, around), await openNode(pair.queenMary, around)]
  world.nodes = { first, second }
  world.introduce = async () => {
    await introduce(first, second, pair.now)
    await introduce(second, first, pair.now)
  }
  world.move = () => move(first, around)
  let running: string | undefined
  world.inForce = async () => {
    running ??= (await play(world, { seed: 1, route: 'straight', faults: [] })).agreement
    return running
  }
  world.close = () => close(world)
  if (!strangers) await world.introduce()
  if (differing) drawOtherwise(second, pair.typesetter)
  for (const side of sides) {
    if (streamless) await sendWithoutOrder(world.nodes[side])
    await boot(world.nodes[side], around)
  }
  return world
}

async function close({ nodes, pair }: World): Promise<void> {
  for (const side of sides) {
    nodes[side].server.closeAllConnections()
    await new Promise((done) => nodes[side].server.close(done))
  }
  await pair.close()
}

function drawOtherwise(node: FaultNode, typesetter: Typesetter): void {
  node.typesetter = otherwise(typesetter)
  Object.assign(node.office.messages, agreementMessages({ typesetter: node.typesetter, steps: [step] }))
}

const surroundings = (world: World) => ({
  clock: () => world.pair.now,
  door: (node: FaultNode, request: Request, enter: () => Promise<Response>) => door(world, node, request, enter),
})

/** From now on the node sends every message at once, as another program's might. */
async function sendWithoutOrder({ office }: FaultNode): Promise<void> {
  await office.database.pool.query(`
    create function streamless() returns trigger language plpgsql as $$
    begin
      if new.topic = 'message' then new.stream := new.stream || ':' || new.id; end if;
      return new;
    end $$;
    create trigger streamless before insert on outbox for each row execute function streamless();`)
}

const mostTurns = 1_500

/** Plays one schedule to its end and looks at what came of it. @throws AssertionError with the trace */
export async function play(world: World, schedule: Schedule): Promise<Run> {
  const { nodes } = world
  const run: Run = {
    schedule,
    agreement: await begin(world, schedule.route),
    play: crypto.randomUUID(),
    seen: [],
    kinds: new Set(),
    signatures: new Map(),
    held: [],
    cutUntil: undefined,
    backups: [],
    struck: new Set(),
    trace: [],
  }
  world.run = run
  for (const side of sides) nodes[side].stirred = true
  try {
    await untilStill(world, run, chance(schedule.seed))
    await judge(nodes, run)
    return run
  } catch (problem) {
    const told = `${JSON.stringify(schedule)}\n${run.trace.join('\n')}`
    throw new assert.AssertionError({ message: `${(problem as Error).message}\n${told}\n${(problem as Error).stack}` })
  } finally {
    world.run = undefined
    for (const { url } of run.backups) if (url) await dropDatabase(url)
  }
}

/** Turns in which nothing succeeds, after which it is left alone for a while, as the outbox's growing pauses would. */
const patience = 20

async function untilStill(world: World, run: Run, random: () => number): Promise<void> {
  let looks = 0
  let inVain = 0
  for (let turn = 0; turn < mostTurns; turn++) {
    world.pair.now = world.pair.now.add({ milliseconds: 200 })
    if (await restoreIfDue(world, run)) continue
    const came = await takeTurn(world, run, random)
    await release(run, came !== undefined)
    inVain = came === 'failed' ? inVain + 1 : 0
    if (inVain === patience) await passFor(world, { minutes: 10 })
    inVain %= patience
    if (run.cutUntil && (!came || turn % 20 === 19)) await waitOut(world, run)
    else if (!came && run.held.length === 0 && (await isStill(world))) {
      if (!run.schedule.restore || looks === 2) return
      looks++
      for (const side of sides) await passTime(world.nodes[side])
    }
  }
  assert.fail(`not still after ${mostTurns} turns: ${JSON.stringify(await leftOver(world))}`)
}

/** Each side does one thing, and delivers one. @returns undefined where there was nothing to do */
async function takeTurn(world: World, run: Run, random: () => number): Promise<'done' | 'failed' | undefined> {
  const order = random() < 0.5 ? sides : ([...sides].reverse() as Which[])
  const came: ('done' | 'failed')[] = []
  for (const side of order) {
    const node = world.nodes[side]
    if (!node.memory && random() < 0.5) {
      await revive(node, surroundings(world))
      came.push('done')
    }
    if (!node.memory) continue
    const did = await act(world, run, side)
    if (did) {
      run.trace.push(`  ${side}: ${did}`)
      came.push('done')
    }
    const delivered = await deliverOne(node, (ids) => ids[Math.floor(random() * ids.length)]!)
    if (delivered) came.push(delivered)
  }
  return came.includes('done') ? 'done' : came[0]
}

async function passFor(world: World, duration: Temporal.DurationLike): Promise<void> {
  world.pair.now = world.pair.now.add(duration)
  for (const side of sides) await passTime(world.nodes[side])
}

async function act(world: World, run: Run, which: Which): Promise<string | undefined> {
  const node = world.nodes[which]
  const { agreement, play, schedule, trace } = run
  if (!node.stirred) return undefined
  node.stirred = false
  const { route } = schedule
  const typesetter = node.typesetter ?? world.pair.typesetter
  const sites = Object.fromEntries(sides.map((s) => world.nodes[s].office).map((o) => [o.ror, o.publicUrl]))
  const scene = { node, which, route, agreement, play, typesetter, sites, at: world.pair.now }
  const { memory } = node
  const did = await acts[route](scene).catch((problem) => {
    // Whoever is killed meanwhile has done nothing.
    if (!(problem instanceof Refusal) && node.memory === memory) throw problem
    trace.push(`  ${which}: refused, ${problem.reason ?? problem.message}`)
    return undefined
  })
  node.stirred = did !== undefined
  return did
}

async function release(run: Run, moved: boolean): Promise<void> {
  const now = run.held.filter(({ after }) => !moved || run.seen.length >= after)
  run.held = run.held.filter((h) => !now.includes(h))
  for (const { send } of now) await send().catch(() => undefined)
}

/** A day goes by hour by hour, with all that happens by the clock; then the wire is there again. */
async function waitOut(world: World, run: Run): Promise<void> {
  while (Temporal.Instant.compare(world.pair.now, run.cutUntil!) < 0) await passFor(world, { hours: 1 })
  run.cutUntil = undefined
}

/** At one message a backup is taken, at a later one it is put back. */
async function restoreIfDue(world: World, run: Run): Promise<boolean> {
  const { restore: plan } = run.schedule
  if (!plan) return false
  const node = world.nodes[plan.side]
  if (run.backups.length === 0 && run.seen.length >= plan.backup) {
    run.backups.push({ side: plan.side, url: await backUp(node, surroundings(world)) })
    run.trace.push(`  backup of ${plan.side}`)
    return true
  }
  if (run.backups.length === 1 && run.seen.length >= plan.restore && run.backups[0]!.url) {
    const { url } = run.backups[0]!
    run.backups[0]!.url = ''
    run.trace.push(`  ${plan.side} restored`)
    await restore(node, url, surroundings(world))
    return true
  }
  return false
}

async function isStill(world: World): Promise<boolean> {
  for (const side of sides) {
    if (!world.nodes[side].memory) return false
    if ((await openItems(world.nodes[side].office.database.db)) > 0) return false
  }
  return true
}

const leftOver = (world: World) =>
  Promise.all(
    sides.map(async (side) => {
      const { db } = world.nodes[side].office.database
      const open = db.selectFrom('outbox').select(['topic', 'body', 'last_error']).where('done_at', 'is', null)
      return (await open.execute()).map((i) => [i.topic, (i.body as { kind?: string }).kind, i.last_error])
    }),
  )
