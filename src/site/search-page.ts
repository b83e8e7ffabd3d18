/** The search over everything public, and why each result was found. */
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import {
  attribute,
  type Content,
  empty,
  type Html,
  html,
  type PublicView,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { titleHead } from './entries.ts'
import { foundWords, placeWords, searchWords } from './event-words.ts'
import type { Stretch } from './excerpt.ts'
import type { Found } from './find.ts'
import type { Reading } from './home-page.ts'

export function searchPage(typed: string, found: Found[] | null, { language }: Reading): PublicView {
  const w = speak(searchWords, language)
  return {
    title: typed ? `${typed} · ${w.title}` : w.title,
    description: w.description,
    path: pathOf.search + (typed ? `?q=${encodeURIComponent(typed)}` : ''),
    current: 'search',
    body: html`${titleHead({ title: w.title })}${searchForm(typed, language)}${results(typed, found, language)}`,
  }
}

/** The field and its button: a form that asks by its address, so that a search can be sent to someone. */
export function searchForm(typed: string, language: Language): Html {
  const w = speak(searchWords, language)
  const field = textField({ name: 'q', label: w.label, hint: w.hint, value: typed, type: 'search', maxlength: 200 })
  return html`<search><form class="search-form" action="${at(language, pathOf.search)}" method="get">${field}${submit({ label: w.button })}</form></search>`
}

function results(typed: string, found: Found[] | null, language: Language): Content {
  if (!found) return ''
  const w = speak(searchWords, language)
  if (found.length === 0) return empty({ title: w.noneTitle(typed), text: w.noneText })
  const items = found.map((one) => result(one, language))
  return html`<p class="muted" role="status">${w.found(found.length)}</p><ol class="results">${items}</ol>`
}

function result(one: Found, language: Language): Html {
  const lang = (written: Language) => attribute('lang', written !== language && htmlLang[written])
  const why = one.why.map(
    ({ place, text, language: written }) =>
      html`<p class="result-why"><span class="muted">${placeWords[place][language]}</span> <span${lang(written)}>${stretches(text)}</span></p>`,
  )
  return html`<li class="result"><p class="title-over">${foundWords[one.kind][language]}</p><h2><a href="${at(language, one.path)}"${lang(one.titleLanguage)}>${stretches(one.title)}</a></h2>${why}</li>`
}

const stretches = (text: Stretch[]): Html =>
  html`${text.map((one) => (one.hit ? html`<mark>${one.text}</mark>` : one.text))}`
