/** The columns a list of agreements may have: chosen by whoever asks, kept in the address and in saved filters, the same in an export. */
import { countryName } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { EntryFound } from './entry-search.ts'
import { datesOf, standingOn } from './entry-standing.ts'
import { kindWords, prevailsWords, signingWords, standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

/** In the order they stand in; the title stands before them all. */
export const entryColumns = [
  ...(['reference', 'partner', 'country', 'kind', 'standing', 'signed_how', 'signed', 'effective', 'ends'] as const),
  ...(['review', 'notice', 'terminated', 'prevails', 'their_title', 'their_type', 'their_reference'] as const),
  ...(['fields', 'units', 'obligations'] as const),
] as const
export type EntryColumn = (typeof entryColumns)[number]

/** What a list shows where nobody chose. */
export const usualColumns: EntryColumn[] = ['partner', 'kind', 'standing', 'signed', 'ends']

/** Columns an address or a form names, in their order; none where that is the usual choice. */
export function readColumns(query: Partial<Record<string, string>>): EntryColumn[] {
  const named = (query.cols ?? '').split(',')
  const chosen = entryColumns.filter((one) => named.includes(one) || query[`col_${one}`] === 'yes')
  return chosen.join() === usualColumns.join() ? [] : chosen
}

export function columnName(column: EntryColumn, language: Language): string {
  const w = speak(entryWords, language)
  const { reference, partner, country, kind, standing, signedHow, signed, effectiveOn, ends, reviewOn } = w
  const names: Record<EntryColumn, string> = {
    ...{ reference, partner, country, kind, standing, signed_how: signedHow, signed, effective: effectiveOn, ends },
    ...{ review: reviewOn, notice: w.noticeMonths, terminated: w.terminatedOn, prevails: w.prevails },
    ...{ their_title: w.theirTitle, their_type: w.theirType, their_reference: w.theirReference },
    ...{ fields: w.fields, units: w.units, obligations: w.obligations },
  }
  return names[column]
}

type Row = EntryFound

/** What stands in a column for an agreement, as text. @param day decides its standing @param on writes a date */
export function columnText(
  column: EntryColumn,
  row: Row,
  { day, language, on }: { day: Temporal.PlainDate; language: Language; on: (date: Temporal.PlainDate) => string },
): string {
  const date = (one: Temporal.PlainDate | null) => (one ? on(one) : '')
  const texts: Record<EntryColumn, () => string> = {
    reference: () => row.reference,
    partner: () => row[language === 'zh' ? 'name_zh' : 'name_en'] || row.name_en,
    country: () => countryName(row.country, language),
    kind: () => kindWords[row.kind][language],
    standing: () => standingWords[standingOn(datesOf(row), day)][language],
    signed_how: () => signingWords[row.signed_how][language],
    signed: () => date(row.signed_on),
    effective: () => date(row.effective_on),
    ends: () => date(row.terminated_on ?? row.ends_on) || entryWords.openEnd[language],
    review: () => date(row.review_on),
    notice: () => String(row.notice_months ?? ''),
    terminated: () => date(row.terminated_on),
    prevails: () => prevailsWords[row.prevails][language],
    their_title: () => row.their_title,
    their_type: () => row.their_type,
    their_reference: () => row.their_reference,
    fields: () => row.fields,
    units: () => row.units,
    obligations: () => row.obligations,
  }
  return texts[column]()
}
