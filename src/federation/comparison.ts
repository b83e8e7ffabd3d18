/** What two nodes tell each other to find out whether one of them has lost anything, and how far their clocks differ. Rules only. */
import { z } from 'zod'
import { wireInstant as instant } from '#src/platform/wire-instant.ts'
import { addressShape } from './wire.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const position = z.int().min(0)

/** Kinds of message: the first asks what both are done with, the second for one of those messages itself. */
export const kinds = { compare: 'federation.comparison', giveBack: 'federation.give_back' } as const

/** How many messages one answer tells of. */
export const page = 500

/** The asker also says where it is reached: one who was set back to before it moved would otherwise ask in vain for ever. */
export const questionShape = z.strictObject({ at: instant, after: position, reachedAt: addressShape.optional() })

/** `ours` as the one who answers sees it. */
export const comparisonShape = z.strictObject({
  at: instant,
  exchanged: z.array(z.strictObject({ position, id: hash, ours: z.boolean(), at: instant })).max(page),
})
export type Comparison = z.infer<typeof comparisonShape>

export const wantedShape = z.strictObject({ id: hash })
export const givenBackShape = z.strictObject({
  envelope: z.string().max(4_000_000),
  answer: z.string().max(1_000_000),
  proof: z.strictObject({ digest: z.string(), input: z.string(), signature: z.string() }).nullable(),
})
export type GivenBack = z.infer<typeof givenBackShape>

/** Two clocks that differ by more than this do not sign (esign 2.3). */
export const clocksMayDiffer = Temporal.Duration.from({ seconds: 5 })

/** A comparison holds for so long; then the other node is asked anew. */
export const holdsFor = Temporal.Duration.from({ seconds: 60 })

/** What is so recent may still be under way: it is looked at again next time. */
const settledAfter = Temporal.Duration.from({ minutes: 2 })

/**
 * Milliseconds by which the other clock is ahead of ours: what it showed, against the middle between asking and hearing. What
 * the way there and back may account for does not count.
 */
export function ahead(asked: Temporal.Instant, heard: Temporal.Instant, theirs: Temporal.Instant): number {
  const [from, to, shown] = [asked, heard, theirs].map((t) => t.epochMilliseconds) as [number, number, number]
  if (shown < from) return shown - from
  return shown > to ? shown - to : 0
}

/** Up to where in the partner's order nothing needs to be looked at again. */
export function settledPosition({ at, exchanged }: Comparison, before: number): number {
  const last = exchanged.at(-1)
  if (exchanged.length === page) return last!.position
  const settled = exchanged.filter((e) => Temporal.Instant.compare(e.at, at.subtract(settledAfter)) < 0)
  return Math.max(before, ...settled.map((e) => e.position))
}
