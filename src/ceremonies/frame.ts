/** The frame of a ceremony: what the convenor’s node writes. */
import type { Bilingual, Party } from './plan.ts'

export const kinds = ['signing', 'launch', 'partner_day', 'dialogue', 'forum', 'visit'] as const
export type Kind = (typeof kinds)[number]

export const blocks = [
  'welcome',
  'speech',
  'review',
  'dialogue',
  'proposals',
  'signing',
  'photograph',
  'closing',
  'other',
] as const
export type Block = (typeof blocks)[number]

export type Meeting = { kind: 'link'; url: string } | { kind: 'bigbluebutton' | 'jitsi'; room: string }

export type Tongue = 'en' | 'zh' | 'both'

/** An item of the running order as the convenor sets it. `party` is the side that provides its speaker; null: both, or nobody. */
export interface FrameItem {
  id: string
  block: Block
  title: Bilingual
  minutes: number
  party: Party | null
  language: Tongue
}

/** What the convenor's node writes. */
export interface Frame {
  version: number
  kind: Kind
  agreement: string | null
  title: Bilingual
  startsAt: Temporal.Instant
  items: FrameItem[]
  /** The public may watch. */
  open: boolean
  meeting: Meeting | null
  standing: 'planned' | 'postponed' | 'cancelled'
  /** Why it was postponed or cancelled. */
  reason: string
}
