/** What took place at a ceremony, and what was promised there. */
import type { Guest } from './guest.ts'
import type { Bilingual, Party, Plan, PlanItem } from './plan.ts'

export interface CeremonyRecord {
  plan: Plan
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant
  items: { item: PlanItem; startedAt: Temporal.Instant; endedAt: Temporal.Instant }[]
  /** Those who came; where nobody noted it, those who had accepted. */
  attended: Record<Party, Guest[]>
  commitments: Commitment[]
  /** The most who watched at one time. */
  audience: number
}

/** Something promised in a speech. `byParty` is null for a pledge of neither university, such as a consulate's. */
export interface Commitment {
  id: string
  ceremony: string
  item: string | null
  words: Bilingual
  byParty: Party | null
  by: string
  to: string
  at: Temporal.Instant
  /** Who of this node marked it. */
  markedBy: string
}
