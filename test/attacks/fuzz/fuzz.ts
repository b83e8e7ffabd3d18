/** Runs many cases, each from its own seed, so that a single one can be run again alone. */
import { randomFrom } from './random.ts'
import { FalseAcceptance, type Outcome, type Target } from './target.ts'

/** No case may keep a processor longer than this. */
export const mostMilliseconds = 2_000

export interface Tally {
  target: string
  cases: number
  outcomes: Record<Outcome, number>
  /** Of all cases together, on the processor. */
  milliseconds: number
  slowest: { milliseconds: number; number: number }
}

export interface Failure {
  target: string
  number: number
  kind: 'crash' | 'false acceptance' | 'slow'
  what: string
}

export interface Fuzzed {
  tallies: Tally[]
  failures: Failure[]
}

/** @param begun hears each case before it runs: the number, and whose it is */
export async function fuzz(
  targets: Target[],
  { cases, seed, first = 0, begun }: { cases: number; seed: number; first?: number; begun?: (number: number) => void },
): Promise<Fuzzed> {
  const turns = targets.flatMap((target) => Array<Target>(target.share).fill(target))
  const tallies = new Map(targets.map((target) => [target, emptyTally(target.name)]))
  const failures: Failure[] = []
  for (let number = first; number < first + cases; number++) {
    begun?.(number)
    const random = randomFrom(seed ^ Math.imul(number + 1, 0x9e3779b9))
    const target = turns[random(turns.length)]!
    const failure = await one(target, random, tallies.get(target)!, number)
    if (failure) failures.push(failure)
  }
  return { tallies: [...tallies.values()], failures }
}

const emptyTally = (target: string): Tally => ({
  target,
  cases: 0,
  outcomes: { refused: 0, harmless: 0 },
  milliseconds: 0,
  slowest: { milliseconds: 0, number: -1 },
})

async function one(target: Target, random: ReturnType<typeof randomFrom>, tally: Tally, number: number) {
  const began = process.threadCpuUsage()
  const failed = (kind: Failure['kind'], what: string): Failure => ({ target: target.name, number, kind, what })
  tally.cases++
  try {
    tally.outcomes[await target.judge(random)]++
  } catch (error) {
    const kind = error instanceof FalseAcceptance ? 'false acceptance' : 'crash'
    return failed(kind, String((error as Error).stack ?? error))
  }
  const { user, system } = process.threadCpuUsage(began)
  const milliseconds = (user + system) / 1_000
  tally.milliseconds += milliseconds
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, number }
  return milliseconds > mostMilliseconds ? failed('slow', `${milliseconds.toFixed(0)} ms`) : undefined
}
