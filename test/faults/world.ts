/** Two nodes, the wire between them, and a clock; a schedule says what goes wrong, a seed who acts when. */
import assert from 'node:assert/strict'
import { openItems } from '#src/platform/outbox/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { dropDatabase } from '#test/support/database.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { sharedState } from '#test/support/shared-state.ts'
import {
  backUp,
  boot,
  deliverOne,
  type FaultNode,
  introduce,
  kill,
  openNode,
  passTime,
  restore,
  revive,
} from './node.ts'
import { actOnce, beginPlay, type Which } from './play.ts'
import { chance, type Fault, type Schedule } from './schedule.ts'

export const sides = ['first', 'second'] as const
const otherOf = (side: Which): Which => (side === 'first' ? 'second' : 'first')

interface Run {
  schedule: Schedule
  agreement: string
  /** Ids of messages in the order they first came by. */
  seen: string[]
  /** Signatures that went over the wire: seat to hashes. */
  signatures: Map<string, Set<string>>
  held: { after: number; send: () => Promise<unknown> }[]
  cutUntil: Temporal.Instant | undefined
  backups: { side: Which; url: string }[]
  struck: Set<Fault>
  trace: string[]
}

export interface World {
  pair: Pair
  nodes: Record<Which, FaultNode>
  run: Run | undefined
  close(): Promise<void>
}

export async function openWorld({ streamless = false } = {}): Promise<World> {
  const pair = await openPair()
  const world = { pair, run: undefined } as World
  const around = surroundings(world)
  const [first, second] = [await openNode(pair.hust, around), await openNode(pair.queenMary, around)]
  world.nodes = { first, second }
  await introduce(first, second, pair.now)
  await introduce(second, first, pair.now)
  for (const side of sides) {
    if (streamless) await sendWithoutOrder(world.nodes[side])
    await boot(world.nodes[side], around)
  }
  world.close = async () => {
    for (const side of sides) {
      world.nodes[side].server.closeAllConnections()
      await new Promise((done) => world.nodes[side].server.close(done))
    }
    await pair.close()
  }
  return world
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

async function door(world: World, node: FaultNode, request: Request, enter: () => Promise<Response>) {
  const { run } = world
  if (!node.memory || run?.cutUntil) return 'lost'
  if (!run || new URL(request.url).pathname !== '/federation/messages') return enter()
  const { id, kind, body } = (await request.clone().json()) as {
    id: string
    kind: string
    body: Record<string, string>
  }
  if (kind === 'signing.signature') note(run.signatures, body.seat!, body.sha256!)
  if (run.seen.includes(id) || /^(witness|federation)\./.test(kind)) return enter()
  const n = run.seen.push(id) - 1
  const side = sides.find((s) => world.nodes[s] === node)!
  run.trace.push(`${n} ${kind} to ${side}`)
  const faults = run.schedule.faults.filter((f) => f.at === n)
  return suffer(world, run, faults, { side, enter })
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}

interface Passing {
  /** To whom the message is going. */
  side: Which
  enter: () => Promise<Response>
}

/** Applies what is to go wrong with one message. */
async function suffer(world: World, run: Run, faults: Fault[], { side, enter }: Passing): Promise<Response | 'lost'> {
  for (const f of faults) run.struck.add(f)
  const has = (what: Fault['what']) => faults.some((f) => f.what === what)
  const victimOf = (end: 'receiver' | 'sender') => world.nodes[end === 'receiver' ? side : otherOf(side)]
  if (has('cut')) run.cutUntil = world.pair.now.add({ hours: 24 })
  if (has('cut') || has('lose')) return 'lost'
  if (has('delay')) {
    run.held.push({ after: run.seen.length + 3, send: enter })
    return 'lost'
  }
  for (const end of ['receiver', 'sender'] as const) {
    if (!has(`kill_${end}_before`)) continue
    await kill(victimOf(end))
    return 'lost'
  }
  if (has('kill_receiver_amidst')) {
    const victim = victimOf('receiver')
    victim.amidst = async () => {
      victim.amidst = async () => {}
      await kill(victim)
    }
  }
  const answer = await enter()
  if (has('double')) await enter()
  for (const end of ['receiver', 'sender'] as const) if (has(`kill_${end}_after`)) await kill(victimOf(end))
  return has('lose_answer') || faults.some((f) => f.what.startsWith('kill_')) ? 'lost' : answer
}

const mostTurns = 1_500

/** Plays one schedule to its end and looks at what came of it. @throws AssertionError with the trace */
export async function play(world: World, schedule: Schedule): Promise<void> {
  const { pair, nodes } = world
  const agreement = await beginPlay(nodes, pair.typesetter, pair.now)
  const run: Run = {
    schedule,
    agreement,
    seen: [],
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
    await judge(world, run)
  } catch (problem) {
    const told = `${JSON.stringify(schedule)}\n${run.trace.join('\n')}`
    throw new assert.AssertionError({ message: `${(problem as Error).message}\n${told}\n${(problem as Error).stack}` })
  } finally {
    world.run = undefined
    for (const { url } of run.backups) if (url) await dropDatabase(url)
  }
}

async function untilStill(world: World, run: Run, random: () => number): Promise<void> {
  const { schedule } = run
  let looked = false
  for (let turn = 0; turn < mostTurns; turn++) {
    world.pair.now = world.pair.now.add({ milliseconds: 200 })
    if (await restoreIfDue(world, run)) continue
    const order = random() < 0.5 ? sides : ([...sides].reverse() as Which[])
    let moved = false
    for (const side of order) {
      const node = world.nodes[side]
      if (!node.memory && random() < 0.5) {
        await revive(node, surroundings(world))
        moved = true
      }
      if (!node.memory) continue
      const did = await act(world, run, side)
      if (did) run.trace.push(`  ${side}: ${did}`)
      const delivered = await deliverOne(node, (ids) => ids[Math.floor(random() * ids.length)]!)
      moved ||= did !== undefined || delivered
    }
    await release(run, moved)
    if (moved) {
      looked = false
      if (run.cutUntil && turn % 20 === 19) await waitOut(world, run)
      continue
    }
    if (run.cutUntil) await waitOut(world, run)
    else if (run.held.length === 0 && (await isStill(world))) {
      if (!schedule.restore || looked) return
      looked = true
      for (const side of sides) await passTime(world.nodes[side])
    }
  }
  assert.fail(`not still after ${mostTurns} turns: ${JSON.stringify(await leftOver(world))}`)
}

async function act(world: World, { agreement, schedule, trace }: Run, which: Which): Promise<string | undefined> {
  const { pair, nodes } = world
  const { route } = schedule
  if (!nodes[which].stirred) return undefined
  nodes[which].stirred = false
  const scene = { node: nodes[which], which, agreement, route, typesetter: pair.typesetter, at: pair.now }
  const did = await actOnce(scene).catch((problem) => {
    if (!(problem instanceof Refusal)) throw problem
    trace.push(`  ${which}: refused, ${problem.reason}`)
    return undefined
  })
  nodes[which].stirred = did !== undefined
  return did
}

async function release(run: Run, moved: boolean): Promise<void> {
  const now = run.held.filter(({ after }) => !moved || run.seen.length >= after)
  run.held = run.held.filter((h) => !now.includes(h))
  for (const { send } of now) await send().catch(() => undefined)
}

/** A day goes by hour by hour, with all that happens by the clock; then the wire is there again. */
async function waitOut(world: World, run: Run): Promise<void> {
  while (Temporal.Instant.compare(world.pair.now, run.cutUntil!) < 0) {
    world.pair.now = world.pair.now.add({ hours: 1 })
    for (const side of sides) await passTime(world.nodes[side])
  }
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

/** Concluded on both, the same on both, each seat signed once, and everything that was to go wrong did. */
async function judge(world: World, run: Run): Promise<void> {
  const { first, second } = world.nodes
  const [a, b] = [await stateOf(first, second, run.agreement), await stateOf(second, first, run.agreement)]
  assert.deepEqual(a, b)
  assert.equal(a.state, 'concluded')
  assert.equal(a.comments.length, 1)
  for (const [seat, hashes] of run.signatures) assert.equal(hashes.size, 1, `${seat} was signed ${hashes.size} times`)
  assert.equal(run.signatures.size, 2)
  const missed = run.schedule.faults.filter((f) => !run.struck.has(f))
  assert.deepEqual(missed, [], 'these never came to pass')
}

const stateOf = (here: FaultNode, there: FaultNode, agreement: string) =>
  sharedState(here.office.database.db, agreement, { us: here.office.ror, them: there.office.ror })
