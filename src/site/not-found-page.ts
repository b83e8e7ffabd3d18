/** There is no such page: said in the frame of the site, with the ways on. */
import { speak } from '#src/platform/i18n/words.ts'
import { html, linkButton, type PublicView } from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { titleHead } from './entries.ts'
import type { Reading } from './home-page.ts'
import { searchForm } from './search-page.ts'
import { pageWords } from './words.ts'

export function missingPage({ language }: Reading): PublicView {
  const w = speak(pageWords, language)
  const body = html`${titleHead({ title: w.notFound })}<p class="reading">${w.notFoundText}</p>${searchForm('', language)}
    <p class="row">${linkButton({ href: at(language, pathOf.home), label: w.home })}</p>`
  return { title: w.notFound, description: w.notFoundText, path: pathOf.home, hidden: true, body }
}
