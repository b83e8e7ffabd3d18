/** What can stand against a plan, and what is looked at to tell. Rules only. */

import type { Level } from './guest.ts'
import type { Bilingual, Party, Plan } from './plan.ts'

/** A seat of the agreement with what our register says of whoever holds it. */
export interface CheckedSeat {
  party: Party
  name: { latin: string; native: string | null }
  title: Bilingual
  /** Titles of the posts the person holds now; null where our node cannot know. */
  held: Bilingual[] | null
  /** Whether an account of ours is to sign; null for the other side's seats. */
  account: boolean | null
}

export interface CheckedAgreement {
  /** When the text was frozen; null while it is not. */
  frozenAt: Temporal.Instant | null
  /** Sides whose approvals are missing. */
  unapproved: Party[]
  concluded: boolean
  seats: CheckedSeat[]
}

export interface Surroundings {
  us: Party
  now: Temporal.Instant
  agreement: CheckedAgreement | null
  /** Rehearsals played to the end. */
  rehearsed: number
  /** Ids of items for which our office or the speaker's side wrote notes. */
  noted: string[]
}

type Who = { latin: string; native: string | null }

/** `names`, `items`, `parties`: whom or what it is about. */
export type Warning =
  | { kind: 'not_frozen' | 'text_late' | 'no_signing_item' | 'no_agreement' | 'past' | 'no_rehearsal' }
  | { kind: 'unapproved' | 'hall_missing' | 'sheet_missing'; parties: Party[] }
  | { kind: 'signing_long'; minutes: number }
  | { kind: 'heads_late' | 'deputies_late' | 'seat_not_guest' | 'seat_without_account'; names: Who[] }
  | { kind: 'seat_title'; name: Who; title: Bilingual; held: Bilingual[] }
  | { kind: 'speaker_missing' | 'interpreter_missing' | 'notes_late' | 'speaker_declined'; items: Bilingual[] }
  | { kind: 'outside_day'; party: Party; items: Bilingual[] }
  | { kind: 'unequal_heads' | 'unequal_seats'; pair: [Ranked, Ranked] }

export interface Ranked {
  party: Party
  name: Who
  title: Bilingual
  level: Level
}

/** Weeks before the day by which this should be done, as protocol offices ask for it. */
export const leadWeeks = { head: 16, deputy: 6, text: 4, notes: 1, rehearsal: 2 }
/** Minutes a signing may take before a hall grows restless. */
export const longestSigning = 15

export const weeksTo = ({ startsAt }: Plan, now: Temporal.Instant) => now.until(startsAt).total('hours') / (24 * 7)

/** The warning, where there is reason for it. */
export const some = <T extends Warning>(there: unknown, warning: T): T[] => (there ? [warning] : [])

/** Whether a side has shared its sheet. */
export const shown = (plan: Plan, party: Party) => plan.sheetVersions[party]! > 0
