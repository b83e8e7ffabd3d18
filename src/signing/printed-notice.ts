/** What stands above the page for verifying where somebody comes from the code printed on an agreement. */
import type { PublicAgreement } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Html, html, inBoth, link, notice } from '#src/platform/ui/index.ts'
import type { VerdictReader } from './verdict-view.ts'
import { printedWords } from './verify-words.ts'

/** Of whom nothing is public, nothing is said: neither that there is such an agreement, nor that there is none. */
export interface Printed {
  agreement: PublicAgreement | undefined
  /** Whether this node has pages for the public. */
  site: boolean
}

export function printedNotice({ agreement, site }: Printed, { language }: VerdictReader): Html {
  const w = speak(printedWords, language)
  if (!agreement) return notice({ kind: 'note', title: w.title, body: html`${w.choose} ${w.notPublic}` })
  const { id, parties, title, seats } = agreement
  const names = parties.map(({ name }) => html`${inBoth(name, language)}`)
  const page = site ? html`<a href="${link(`/${language}/agreements/${id}`)}">${w.page}</a>` : ''
  const evidence =
    seats && html`<a href="${link(`/public-evidence/${id}.zip`)}" type="application/zip">${w.evidence}</a>`
  const body = html`<p><strong>${inBoth(title, language)}</strong></p><p>${names[0]}<br>${names[1]}</p><p>${w.choose}</p>`
  return notice({ kind: 'note', title: w.title, body, ...((page || evidence) && { acts: html`${page} ${evidence}` }) })
}
