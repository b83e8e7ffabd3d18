/** The minutes of a ceremony: what the nodes counted and measured, which nobody can rewrite, and the words around it. */
import type { Block } from './frame.ts'
import type { MinutesState } from './minutes-lifecycle.ts'
import type { Bilingual, Party } from './plan.ts'

export interface MinutesPerson {
  name: { latin: string; native: string | null }
  title: Bilingual
  organisation: Bilingual
}

export interface MinutesItem {
  id: string
  block: Block
  title: Bilingual
  speaker: MinutesPerson | null
  startedAt: string
  endedAt: string
  /** What was said, in the words of the office. */
  summary: Bilingual
}

/** Everything but `opening`, `closing` and each item's `summary` comes from the record. */
export interface Minutes {
  ceremony: string
  title: Bilingual
  startedAt: string
  endedAt: string
  /** The most who watched at one time. */
  audience: number
  places: { party: Party; city: Bilingual; zone: string; hall: Bilingual }[]
  present: { party: Party; people: MinutesPerson[] }[]
  items: MinutesItem[]
  commitments: { words: Bilingual; by: string; to: string }[]
  opening: Bilingual
  closing: Bilingual
}

/** The words of the minutes: all of it that a person writes. */
export interface Prose {
  opening: Bilingual
  closing: Bilingual
  /** By item. */
  summaries: Record<string, Bilingual>
}

export interface HeldMinutes {
  state: MinutesState
  version: number
  minutes: Minutes
  hash: string
  ours: { at: Temporal.Instant; byName: string } | null
  theirs: { at: Temporal.Instant; byName: string } | null
  asked: { text: string; byName: string; at: Temporal.Instant } | null
}
