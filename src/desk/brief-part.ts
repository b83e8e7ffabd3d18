/** What every part of a brief is made of. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'

export interface BriefRow {
  label: string
  value: string
  /** Where it is known from, or as of when. */
  note: string
}

export interface BriefPart {
  title: string
  rows: BriefRow[]
  points: string[]
  /** Said where there is neither. */
  empty: string
}

/** A day in words: a day has no hour and no zone. */
export const onDay = (day: Temporal.PlainDate, language: Language): string =>
  dateWords(day.toZonedDateTime('UTC').toInstant(), 'UTC', language)

/** The words in one language, or in whichever there are. */
export const pick = (words: Phrase, language: Language): string => words[language] || words.en || words.zh

/** The script of the reader first. */
export const nameOf = (one: { name_latin: string; name_native: string | null }, language: Language): string =>
  one.name_native
    ? language === 'zh'
      ? `${one.name_native} ${one.name_latin}`
      : `${one.name_latin} ${one.name_native}`
    : one.name_latin
