/** The stage's tables, for the compiler. */
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Phase, Played, Scene, Slide } from './stage.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    stage: StageTable
    stage_contact: ContactTable
    stage_watching: { ceremony: string; process: string; watching: number; at: Temporal.Instant }
    stage_caption: CaptionTable
    stage_note: NoteTable
    stage_slides: SlidesTable
    stage_mark: MarkTable
  }
}

export interface StageTable {
  ceremony: string
  term: number
  leader: string
  rev: number
  phase: Phase
  scene: Scene
  item: string | null
  item_started_at: Temporal.Instant | null
  item_ends_at: Temporal.Instant | null
  held_at: Temporal.Instant | null
  slide: JsonColumn<Slide | null>
  actual: JsonColumn<Played[]>
  changed_at: Temporal.Instant
}

export interface ContactTable {
  ceremony: string
  heard_at: Temporal.Instant | null
  silent_since: Temporal.Instant | null
  watching: number
  most_watching: number
}

interface CaptionTable {
  id: string
  ceremony: string
  language: 'en' | 'zh'
  at: Temporal.Instant
  party: string
  text: string
  by_name: string
}

interface NoteTable {
  id: string
  ceremony: string
  at: Temporal.Instant
  party: string
  text: string
  by_name: string
}

export interface DrawnSlide {
  sha256: string
  width: number
  height: number
}

export interface SlidesTable {
  ceremony: string
  item: string
  file: string
  name: string
  party: string
  at: Temporal.Instant
  pages: JsonColumn<DrawnSlide[] | null>
  problem: string | null
}

interface MarkTable {
  ceremony: string
  seat: string
  by_name: string
  at: Temporal.Instant
  method: 'passkey' | 'press'
}
