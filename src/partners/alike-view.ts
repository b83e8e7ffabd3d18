/** Who is already there under the name or address being typed, each a link to them. */
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, inLanguage, person } from '#src/platform/ui/index.ts'
import { personWords } from './person-words.ts'
import type { PersonFound } from './search-people.ts'

/** Nothing where nobody is like it. Opens beside the form, so that what was typed stays. */
export function alikeList(found: PersonFound[], language: Language): Content {
  if (found.length === 0) return ''
  const w = speak(personWords, language)
  return html`<p class="hint" role="status">${w.alike}</p><ul class="plain-list">${found.map((one) => item(one, language))}</ul>`
}

function item(one: PersonFound, language: Language): Html {
  const w = speak(personWords, language)
  const post =
    one.until || one.institution === null
      ? w.formerly
      : html`${inLanguage({ en: one.title_en ?? '', zh: one.title_zh ?? '' }, language)}${comma[language]}${inLanguage({ en: one.name_en ?? '', zh: one.name_zh ?? '' }, language)}`
  return html`<li><a href="/contacts/${one.id}" target="_blank" rel="noopener">${person({ latin: one.name_latin, native: one.name_native })}</a> <span class="muted">${post}</span></li>`
}
