/** Guests and speakers of a ceremony, as both sides see them. */
import type { Bilingual, Party } from './plan.ts'

export type Attending = 'invited' | 'accepted' | 'declined' | 'unknown'

/** Head of the institution, a deputy (vice-president, vice-principal), head of a school or office, everyone else. */
export const levels = ['head', 'deputy', 'unit', 'other'] as const
export type Level = (typeof levels)[number]

export interface Speaker {
  name: { latin: string; native: string | null }
  familyNameFirst: boolean
  title: Bilingual
  organisation: Bilingual
  /** Null for a guest of neither university, such as a consul. */
  party: Party | null
}

/** The shared fields of a guest; the order of a list of guests is their order of precedence. */
export interface Guest extends Speaker {
  id: string
  level: Level
  attending: Attending
  /** Whether they came; null until somebody noted it. */
  present: boolean | null
}
