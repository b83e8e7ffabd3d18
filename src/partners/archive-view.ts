/** Everything that is kept of something, as a file for the archive; or what may be handed on. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html, linkButton, section } from '#src/platform/ui/index.ts'
import { archiveWords } from './archive-words.ts'

/** @param o.at its address among the archives. @param o.office whether the reader may have what is ours alone */
export function archiveSection({ at, office, language }: { at: string; office: boolean; language: Language }): Html {
  const w = speak(archiveWords, language)
  const own = office && linkButton({ href: `${at}/office.zip`, label: w.archiveOffice, kind: 'quiet' })
  const shared = linkButton({ href: `${at}/shared.zip`, label: w.archiveShared, kind: 'quiet' })
  return html`<div class="no-print">${section({ title: w.archive, body: html`<p class="row">${own}${shared}</p>` })}</div>`
}
