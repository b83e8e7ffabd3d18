/** Standing and dates of one agreement of the register. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import { facts, type Html, html, panel } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { datesOf, standingOn } from './entry-standing.ts'
import { kindWords, signingWords, standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

/** Standing, type and every date that is given. */
export function datesPanel(c: Context<WebEnv>, { entry: e, day }: EntryView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const standing = standingOn(datesOf(e), day)
  const rows = [
    {
      label: w.standing,
      value: html`<strong>${standingWords[standing][language]}</strong>`,
      good: standing === 'in_force',
    },
    { label: w.kind, value: kindWords[e.kind][language] },
    { label: w.signedHow, value: signingWords[e.signed_how][language] },
    { label: w.signedOn, value: dayOrNothing(e.signed_on, language) },
    { label: w.effectiveOn, value: dayOrNothing(e.effective_on, language) },
    { label: w.endsOn, value: dayOrNothing(e.ends_on, language) || w.openEnd },
    { label: w.reviewOn, value: dayOrNothing(e.review_on, language) },
    { label: w.noticeMonths, value: e.notice_months === null ? '' : String(e.notice_months) },
    { label: w.terminatedOn, value: dayOrNothing(e.terminated_on, language) },
  ].filter(({ value }) => value !== '')
  return panel({ title: w.dates, body: facts(rows) })
}

/** A day in words; nothing where none is given. */
export const dayOrNothing = (date: Temporal.PlainDate | null, language: Language): string =>
  date ? dayWords(date, language) : ''
