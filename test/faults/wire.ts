/** The wire between the two nodes: counts the messages that come by, and does to each what the schedule says. */
import { type FaultNode, kill } from './node.ts'
import { type Fault, type Route, routes, type Schedule, type Which } from './schedule.ts'

export const sides = ['first', 'second'] as const
export const otherOf = (side: Which): Which => (side === 'first' ? 'second' : 'first')

/** One play of one schedule. */
export interface Run {
  schedule: Schedule
  /** The agreement it is about. */
  agreement: string
  /** A name for what is new in this play, where the agreement is not. */
  play: string
  /** Ids of messages in the order they first came by. */
  seen: string[]
  kinds: Set<string>
  /** Signatures that went over the wire: seat to hashes. */
  signatures: Map<string, Set<string>>
  held: { after: number; send: () => Promise<unknown> }[]
  cutUntil: Temporal.Instant | undefined
  backups: { side: Which; url: string }[]
  struck: Set<Fault>
  trace: string[]
}

export interface Wired {
  nodes: Record<Which, FaultNode>
  run: Run | undefined
  now(): Temporal.Instant
}

/** Those the schedules number; every other passes, unless nothing does. */
const counts = (route: Route, kind: string) => routes[route].counts.test(kind)

export async function door(wired: Wired, node: FaultNode, request: Request, enter: () => Promise<Response>) {
  const { run } = wired
  if (!node.memory || run?.cutUntil) return 'lost'
  if (!run || new URL(request.url).pathname !== '/federation/messages') return enter()
  const { id, kind, body } = (await request.clone().json()) as {
    id: string
    kind: string
    body: Record<string, string>
  }
  if (kind === 'signing.signature') note(run.signatures, body.seat!, body.sha256!)
  if (run.seen.includes(id) || !counts(run.schedule.route, kind)) return enter()
  const n = run.seen.push(id) - 1
  run.kinds.add(kind)
  const side = sides.find((s) => wired.nodes[s] === node)!
  run.trace.push(`${n} ${kind} to ${side}`)
  const faults = run.schedule.faults.filter((f) => f.at === n)
  return suffer(wired, run, faults, { side, enter })
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
async function suffer(wired: Wired, run: Run, faults: Fault[], { side, enter }: Passing): Promise<Response | 'lost'> {
  for (const f of faults) run.struck.add(f)
  const has = (what: Fault['what']) => faults.some((f) => f.what === what)
  const victimOf = (end: 'receiver' | 'sender') => wired.nodes[end === 'receiver' ? side : otherOf(side)]
  if (has('cut')) run.cutUntil = wired.now().add({ hours: 24 })
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
