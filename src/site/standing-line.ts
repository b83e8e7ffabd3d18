/** Whether a public agreement is in force, in words: since when, until when, or what ended it. */
import { type PublicAgreement, type PublicAgreementStanding, publicStanding } from '#src/agreements/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { dateWords, dayWords } from '#src/platform/time.ts'
import { type Html, html, inLanguage } from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { plain } from './entries.ts'
import type { Reading } from './home-page.ts'
import { agreementWords, replacedWords } from './words.ts'

/** Today by the house's own calendar. */
export const standingNow = (agreement: PublicAgreement, { now, house }: Reading): PublicAgreementStanding =>
  publicStanding(agreement, now.toZonedDateTimeISO(house.zone).toPlainDate())

/** One or two pieces for a line of notes. */
export function standingLine(agreement: PublicAgreement, r: Reading): Html {
  const { language, house } = r
  const standing = standingNow(agreement, r)
  const since = dateWords(agreement.concludedAt, house.zone, language)
  if (standing.kind === 'in_force') {
    const until =
      standing.until && html`<span>${agreementWords.until[language](dayWords(standing.until, language))}</span>`
    return html`<span>${agreementWords.inForce[language](since)}</span>${until}`
  }
  const concluded = html`<span>${agreementWords.concludedOn[language](since)}</span>`
  if (standing.kind !== 'replaced')
    return html`${concluded}<span><strong>${agreementWords[standing.kind][language](dayWords(standing.on, language))}</strong></span>`
  const { how, id, title, concludedAt } = standing.by
  const words = replacedWords[how][language](dateWords(concludedAt, house.zone, language))
  return html`${concluded}<span><strong>${words}</strong> <a href="${at(language, pathOf.agreement(id))}">${inLanguage(title, language)}</a></span>`
}

/** The same for machines and for descriptions: a sentence without links. */
export function standingText(agreement: PublicAgreement, r: Reading): string {
  const { language, house } = r
  const standing = standingNow(agreement, r)
  if (standing.kind === 'in_force')
    return agreementWords.inForce[language](dateWords(agreement.concludedAt, house.zone, language))
  if (standing.kind !== 'replaced') return agreementWords[standing.kind][language](dayWords(standing.on, language))
  const { how, title, concludedAt } = standing.by
  return joined(
    replacedWords[how][language](dateWords(concludedAt, house.zone, language)),
    plain(title, language),
    language,
  )
}

const joined = (a: string, b: string, language: Language) => (language === 'en' ? `${a} ${b}` : `${a}${b}`)
