/** The stories area's tables, for the compiler. */
import type { ColumnType, Generated } from 'kysely'
import type { JsonColumn } from '#src/platform/database/tables.ts'
import type { Editor, StoryContent } from './content.ts'
import type { StoryState } from './story.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    story: StoryTable
    story_author: { story: string; account: string; edition: number }
    story_photo: StoryPhotoTable
    story_photo_permission: PermissionTable
    story_photo_forgotten: { story: string; number: number }
    photo_rendition: { original: string; width: number; format: 'jpg' | 'webp'; height: number; file: string }
    story_approval: StoryApprovalTable
    story_edition: EditionTable
    story_note: NoteTable
    story_related: RelatedTable
    story_offer: OfferTable
    story_offer_photo: { story: string; sha256: string }
    story_heard: HeardTable
    story_mention: MentionTable
  }
}

type Instant = Temporal.Instant
type DateColumn = ColumnType<Temporal.PlainDate | null, string | null, string | null>

export interface StoryTable {
  id: string
  slug: string | null
  state: StoryState
  partner: string | null
  joint: boolean
  agreement: string | null
  ceremony: string | null
  held_on: DateColumn
  section_en: string
  section_zh: string
  headline_en: string
  headline_zh: string
  summary_en: string
  summary_zh: string
  body_en: string
  body_zh: string
  ready_en: boolean
  ready_zh: boolean
  editors: JsonColumn<Editor[]>
  revision: number
  embargo_until: Instant | null
  scheduled_at: Instant | null
  offers: number
  edition: number
  published_at: Instant | null
  modified_at: Instant | null
  created_at: Instant
}

export interface StoryPhotoTable {
  story: string
  number: number
  position: number
  original: string
  shared: string
  download: string | null
  width: number
  height: number
  caption_en: string
  caption_zh: string
  alt_en: string
  alt_zh: string
  decorative: boolean
  creator: string
  credit: string
  rights: string
  people: string
  taken_at: string
  removed: boolean
  removed_at: Instant | null
  approved_by: string | null
  approved_at: Instant | null
}

export type Purpose = 'site' | 'press' | 'internal'

interface PermissionTable {
  story: string
  number: number
  purpose: Purpose
  given_by: string
  given_on: ColumnType<Temporal.PlainDate, string, string>
  noted_by: string
  noted_at: Instant
}

interface StoryApprovalTable {
  id: Generated<string>
  story: string
  side: 'ours' | 'theirs'
  content_hash: string
  account: string | null
  by_name: string
  at: Instant
  cleared_at: Instant | null
}

interface EditionTable {
  story: string
  number: number
  content: JsonColumn<StoryContent>
  content_hash: string
  at: Instant
  terms_en: string[]
  terms_zh: string[]
}

interface NoteTable {
  story: string
  kind: 'correction' | 'withdrawal'
  edition: number
  note_en: string
  note_zh: string
  at: Instant
}

export interface RelatedTable {
  id: string
  story: string
  url: string
  title: string
  publisher: string
  language: 'en' | 'zh'
  relation: 'partner_story' | 'background'
  added_at: Instant
  checked_at: Instant | null
  problem: string
  failures: number
}

export interface OfferTable {
  story: string
  partner: string
  number: number
  state: 'waiting' | 'approved' | 'changes_asked' | 'withdrawn'
  content: JsonColumn<StoryContent>
  content_hash: string
  embargo_until: Instant | null
  by_name: string
  received_at: Instant
  answered_by: string | null
  answered_at: Instant | null
  words: string
}

export interface HeardTable {
  story: string
  partner: string
  edition: number
  state: 'published' | 'corrected' | 'withdrawn'
  url_en: string
  url_zh: string
  headline_en: string
  headline_zh: string
  agreement: string | null
  ceremony: string | null
  held_on: DateColumn
  published_at: Instant
  set_aside_at: Instant | null
}

export interface MentionTable {
  id: string
  source: string
  target: string
  story: string
  language: 'en' | 'zh'
  state: 'received' | 'waiting' | 'approved' | 'rejected' | 'gone'
  title: string
  partner: string | null
  problem: string
  received_at: Instant
  checked_at: Instant | null
  decided_by: string | null
}
