/** What a story says: the part that is approved by its hash, and offered to the partner. Rules only. */
import { canonicalHash } from '#src/platform/canonical.ts'
import type { Language } from '#src/platform/i18n/words.ts'

export interface Bilingual {
  en: string
  zh: string
}

export const languages = ['en', 'zh'] as const

export interface Translation {
  headline: string
  summary: string
  /** In the small markup of `story-body.ts`. */
  body: string
  /** Complete: only then is this language published. */
  ready: boolean
}

export const editorRoles = ['editor', 'translator', 'photographer', 'author'] as const
export type EditorRole = (typeof editorRoles)[number]

/** One name in the editors' line. */
export interface Editor {
  name: { latin: string; native: string | null }
  role: EditorRole
}

export interface ContentPhoto {
  number: number
  /** SHA-256 of the clean rendition, the same bytes on both nodes. */
  shared: string
  width: number
  height: number
  caption: Bilingual
  alt: Bilingual
  /** Says nothing the text does not: read out by nobody, and needs no description. */
  decorative: boolean
  creator: string
  credit: string
  rights: string
  people: string
  takenAt: string
}

export interface StoryContent {
  section: Bilingual
  /** ISO date of the event, which is not the date of publication. */
  heldOn: string | null
  partner: string | null
  agreement: string | null
  ceremony: string | null
  translations: Record<Language, Translation>
  editors: Editor[]
  photos: ContentPhoto[]
}

/** The hash both sides approve: over everything a reader will see. */
export const contentHash = (content: StoryContent): string => canonicalHash(content)

/** The languages that are published, English first. */
export const readyLanguages = (content: Pick<StoryContent, 'translations'>): Language[] =>
  languages.filter((one) => content.translations[one].ready)

/** The headline in a language, or in the other where there is none yet. */
export function headlineOf(translations: Record<Language, Pick<Translation, 'headline'>>, language: Language): string {
  const other = language === 'en' ? 'zh' : 'en'
  return translations[language].headline || translations[other].headline
}
