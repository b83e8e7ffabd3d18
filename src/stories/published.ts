/** A story as the public reads it. */
import type { Language } from '#src/platform/i18n/words.ts'
import type { Bilingual, Editor } from './content.ts'
import type { StoryBlock } from './story-body.ts'

export interface PublishedPhoto {
  /** What `[photo 2]` in a text means. */
  number: number
  /** Renditions lie at `/photos/SHA256/WIDTH.webp` and `.jpg`. */
  sha256: string
  /** Widths there are, smallest first. */
  sizes: number[]
  /** Of the largest. */
  width: number
  height: number
  caption: Bilingual
  alt: Bilingual
  decorative: boolean
  creator: string
  credit: string
  rights: string
  people: string
  takenAt: string
  /** Where the press may take it, with caption, credit and copyright written into the file; null without that permission. */
  download: string | null
}

export interface RelatedStory {
  url: string
  title: string
  publisher: string
  language: Language
  relation: 'partner_story' | 'background'
}

export interface Mention {
  source: string
  title: string
  host: string
}

export interface PublishedStory {
  id: string
  /** Kept for ever, also by a withdrawn story. */
  slug: string
  section: Bilingual
  /** The partner's ROR id. */
  partner: string | null
  agreement: string | null
  ceremony: string | null
  /** The day of the event. */
  heldOn: Temporal.PlainDate | null
  publishedAt: Temporal.Instant
  modifiedAt: Temporal.Instant
  /** Complete languages; the others' fields are empty. */
  languages: Language[]
  headline: Bilingual
  summary: Bilingual
  body: Record<Language, StoryBlock[]>
  photos: PublishedPhoto[]
  editors: Editor[]
  related: RelatedStory[]
  /** Approved mentions elsewhere. */
  mentions: Mention[]
  corrections: { at: Temporal.Instant; note: Bilingual }[]
  /** Then body, photos and links are empty: answer 410 with the note. */
  withdrawn: { at: Temporal.Instant; note: Bilingual } | null
}

/** Where the public reads a story. */
export const storyPath = (slug: string, language: Language): string => `/${language}/news/${slug}`

/** The address of one rendition. */
export const photoPath = (photo: Pick<PublishedPhoto, 'sha256'>, width: number, format: 'jpg' | 'webp'): string =>
  `/photos/${photo.sha256}/${width}.${format}`

/** The rendition nearest above a width, else the largest. */
export const sizeFor = ({ sizes }: Pick<PublishedPhoto, 'sizes'>, width: number): number =>
  sizes.find((one) => one >= width) ?? sizes.at(-1) ?? width
