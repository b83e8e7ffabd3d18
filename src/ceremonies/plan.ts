/** The plan of a ceremony: one frame and two sheets, put together. The same on both nodes, since each part has one writer. */
import type { Block, Kind, Meeting, Tongue } from './frame.ts'
import type { Guest, Speaker } from './guest.ts'
import type { Asked, Confirmation } from './sheet.ts'

/** A university, by its ROR id. */
export type Party = string

export interface Bilingual {
  en: string
  zh: string
}

export type CeremonyState = 'planning' | 'confirmed' | 'live' | 'held' | 'closed' | 'postponed' | 'cancelled'

export interface PlanItem {
  id: string
  block: Block
  title: Bilingual
  minutes: number
  startsAt: Temporal.Instant
  party: Party | null
  speaker: Speaker | null
  language: Tongue
  interpreter: string
  note: string
}

export interface PlannedPlace {
  city: Bilingual
  /** IANA zone. */
  zone: string
  hall: Bilingual
  contact: string
}

export interface Plan {
  id: string
  partner: Party
  agreement: string | null
  convenor: Party
  kind: Kind
  state: CeremonyState
  rehearsalOf: string | null
  open: boolean
  /** The frame's. */
  version: number
  /** Since when the partner knows of it. */
  sharedAt: Temporal.Instant | null
  reason: string
  title: Bilingual
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** The convenor first. */
  parties: [Party, Party]
  places: Record<Party, PlannedPlace>
  items: PlanItem[]
  guests: Record<Party, Guest[]>
  meeting: Meeting | null
  confirmations: Record<Party, Confirmation | null>
  /** What a side asks to be changed. */
  asked: Record<Party, Asked | null>
  /** 0 where a side has not shared its sheet yet. */
  sheetVersions: Record<Party, number>
}
