/** People with a post at a university. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import { type Html, html, inLanguage, person, section, table } from '#src/platform/ui/index.ts'
import type { Partner } from './read-partner.ts'
import { partnerWords } from './words.ts'

/** In order of rank, with the dates of their posts. */
export function peopleSection({ people }: Partner, language: Language): Html {
  const w = speak(partnerWords, language)
  const rows = people.map((one) => [
    html`<a href="/contacts/${one.id}">${person({ latin: one.name_latin, native: one.name_native })}</a>`,
    inLanguage({ en: one.title_en, zh: one.title_zh }, language),
    inLanguage({ en: one.unit_en, zh: one.unit_zh }, language),
    one.since || one.until
      ? html`${one.since ? dayWords(one.since, language) : ''} – ${one.until ? dayWords(one.until, language) : w.now}`
      : html`<span class="muted">${w.unknown}</span>`,
  ])
  const columns = [{ label: w.person, head: true }, { label: w.post }, { label: w.unit }, { label: w.held }]
  return section({
    title: w.people,
    body: table({ caption: w.people, captionHidden: true, columns, rows, empty: w.noPeople }),
  })
}
