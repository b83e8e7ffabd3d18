/** What keeps a signed agreement provable once its signatures stand: rules only. */
import type { Side } from '#src/agreements/index.ts'

export interface Preservation {
  number: number
  side: Side
  sha256: string
  previousSha256: string
  stampedAt: Temporal.Instant
  /** When its time-stamp runs out; null where its authority is not known to us. */
  until: Temporal.Instant | null
  storedAt: Temporal.Instant
  /** When the other node said that it holds the same. */
  confirmedAt: Temporal.Instant | null
  refusedAt: Temporal.Instant | null
  again: number
  /** Whether we added it without a revocation list that had not come. */
  lacksLists: boolean
}

const days = (n: number) => Temporal.Duration.from({ hours: 24 * n })

/**
 * One writes at a time: the side whose node decided adds and renews; the other only where that did not happen for long, so that an
 * agreement outlives either server.
 */
const patience: Record<Side, { first: Temporal.Duration; before: Temporal.Duration }> = {
  ours: { first: days(0), before: days(90) },
  theirs: { first: days(7), before: days(30) },
}

/**
 * When this node is to add the next time-stamp.
 * @param decides whose node concluded the agreement
 * @param head the newest there is
 */
export function dueAt(
  decides: Side,
  concludedAt: Temporal.Instant,
  head: Pick<Preservation, 'until' | 'stampedAt'> | undefined,
): Temporal.Instant {
  const { first, before } = patience[decides]
  if (!head) return concludedAt.add(first)
  // A stamp nobody here can judge is as good as none; another is added beside it.
  return head.until ? head.until.subtract(before) : head.stampedAt.add(days(1)).add(first)
}

/** How long the lists of the partner are waited for before going on without. */
export const waitsForLists = Temporal.Duration.from({ hours: 1 })

export type Arrival = 'held' | 'not_yet' | 'new' | 'replaces' | 'another_held'

/**
 * What to do with one that comes from the partner. Where both added one of the same number, the deciding side's counts.
 * @param held ours, in order
 */
export function arrival(
  decides: Side,
  held: Pick<Preservation, 'number' | 'sha256' | 'side'>[],
  came: { number: number; sha256: string },
): Arrival {
  const same = held.find(({ number }) => number === came.number)
  if (same?.sha256 === came.sha256) return 'held'
  if (same) return decides === 'theirs' && same.side === 'ours' ? 'replaces' : 'another_held'
  return came.number === held.length + 1 ? 'new' : 'not_yet'
}
