/** The sheet of a ceremony: what one side writes, and what it answered to the frame. */
import type { Tongue } from './frame.ts'
import type { Guest } from './guest.ts'
import type { Bilingual } from './plan.ts'

/** What one side says about an item that is its own. */
export interface ItemPart {
  /** Id of the guest who speaks. */
  guest: string | null
  /** The language spoken, where it differs from what the frame expects. */
  language: Tongue | null
  interpreter: string
  note: string
}

/** What one side writes: where it sits, who comes, who speaks. */
export interface Sheet {
  hall: Bilingual
  city: Bilingual
  zone: string
  /** Whom to ring on the day; shared on purpose. */
  contact: string
  guests: Guest[]
  items: Record<string, ItemPart>
}

export interface Confirmation {
  /** The version of the frame that was confirmed. */
  version: number
  at: Temporal.Instant
  byName: string
}

export interface Asked {
  text: string
  at: Temporal.Instant
  byName: string
}

/** A side's sheet with what it answered to the frame. `version` 0: prepared, but not yet shared. */
export interface SheetState {
  version: number
  sheet: Sheet
  confirmed: Confirmation | null
  asked: Asked | null
}
