/** What goes wrong when: generated, every message with every fault, and many faults at once from a seed. */
import type { Route, Which } from './play.ts'

export const whats = [
  'lose',
  'lose_answer',
  'double',
  'delay',
  'kill_receiver_before',
  'kill_receiver_amidst',
  'kill_receiver_after',
  'kill_sender_before',
  'kill_sender_after',
  'cut',
] as const

export interface Fault {
  /** The message it strikes: the how-manieth of the play. */
  at: number
  what: (typeof whats)[number]
}

export interface Schedule {
  /** Decides who acts when, and which waiting message goes first. */
  seed: number
  route: Route
  faults: Fault[]
  /** A node is restored, when the second message comes by, from a copy made when the first did. */
  restore?: { side: Which; backup: number; restore: number }
}

/** Messages that cross on each route, whatever the seed; the detours begin to differ from the straight way at `from`. */
export const lengths: Record<Route, { from: number; messages: number }> = {
  straight: { from: 0, messages: 15 },
  detours: { from: 8, messages: 27 },
}

/** The schedules by the test file that plays them: of about the same length, so that two at once end together. */
export interface Matrix {
  /** One fault on the straight way. */
  straight: Schedule[]
  /** One fault on the detours; several faults on either route. */
  detours: Schedule[]
  restored: Schedule[]
  /** Every message a stream of its own, in whatever order. */
  reordered: Schedule[]
}

/** Every message with every fault; then several at once, drawn from a seed. */
export function matrix(): Matrix {
  const single = (route: Route, faults: readonly Fault['what'][]) => {
    const { from, messages } = lengths[route]
    return range(from, messages).flatMap((at) =>
      faults.map((what): Schedule => ({ seed: 1_000 * at + whats.indexOf(what), route, faults: [{ at, what }] })),
    )
  }
  return {
    straight: single('straight', whats),
    detours: [...single('detours', offTheWay), ...range(0, 65).map(several)],
    restored: restored(),
    reordered: [...single('straight', outOfOrder), ...range(65, 120).map(several)],
  }
}

/** How many of the schedules are played where nobody asks for all of them. */
export const sampled = 120

/** Some of one file's schedules, spread evenly over them, the same ones every time. */
export function sample(schedules: Schedule[]): Schedule[] {
  const share = sampled / Object.values(matrix()).flat().length
  return schedules.filter((_, i) => Math.ceil((i + 1) * share) > Math.ceil(i * share))
}

/** What is tried on the detours, where the same messages come in other states. */
const offTheWay = ['lose_answer', 'delay', 'kill_receiver_amidst', 'kill_sender_after'] as const
const outOfOrder = ['lose', 'lose_answer', 'double', 'delay', 'kill_receiver_after', 'kill_sender_before'] as const

/** Either node put back, at each message of the straight way, to what it was one, three or seven messages before. */
function restored(): Schedule[] {
  const { messages } = lengths.straight
  return range(1, messages + 1).flatMap((restore) =>
    [1, 3, 7]
      .map((age) => restore - age)
      .filter((backup) => backup >= 0)
      .flatMap((backup) =>
        (['first', 'second'] as const).map(
          (side): Schedule => ({
            seed: 31 * restore + backup,
            route: 'straight',
            faults: [],
            restore: { side, backup, restore },
          }),
        ),
      ),
  )
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Two to four faults, each of a kind and at a message the number decides. */
function several(number: number): Schedule {
  const random = chance(77_000 + number)
  const draw = (below: number) => Math.floor(random() * below)
  const route: Route = number % 3 === 0 ? 'detours' : 'straight'
  const { messages } = lengths[route]
  const strikes = range(0, 2 + draw(3)).map(() => ({ at: draw(messages - 1), what: whats[draw(whats.length)]! }))
  return { seed: 77_000 + number, route, faults: strikes }
}

/** A generator of numbers from 0 to 1 that is the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
