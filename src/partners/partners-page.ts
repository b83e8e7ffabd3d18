/** The list of partners. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { empty, head, html, inBoth, inLanguage, linkButton, page, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Partnership } from './partnership.ts'
import type { Institution } from './store.ts'
import { partnershipStateWords, partnerWords } from './words.ts'

export function partnersPage(c: Context<WebEnv>, known: Institution[], ties: Partnership[]): Response {
  const { language } = c.var
  const w = speak(partnerWords, language)
  const partners = known.filter((one) => !one.ours)
  const rows = partners.map((one) => {
    const tie = ties.find((t) => t.partner === one.ror)
    return [
      html`<a class="register-title" href="/partners/${one.ror}">${inBoth(one.name, language)}</a>`,
      place(one, language),
      tie ? partnershipStateWords[tie.state][language] : html`<span class="muted">${w.none}</span>`,
      tie?.since ?? '',
    ]
  })
  const columns = [
    { label: w.university, head: true },
    { label: w.place },
    { label: w.state },
    { label: w.since, numeric: true },
  ]
  const list =
    partners.length > 0
      ? table({ caption: w.caption, captionHidden: true, columns, rows })
      : empty({ title: w.emptyTitle, text: w.emptyText })
  const acts = linkButton({ href: '/directory', label: w.directory })
  return page(c, { title: w.title, current: 'partners', body: html`${head({ title: w.title, acts })}${list}` })
}

const locale: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** A country in the reader's language; empty for `ZZ`, which stands for a country not known. */
export const countryName = (country: string, language: Language): string =>
  (country !== 'ZZ' && new Intl.DisplayNames(locale[language], { type: 'region' }).of(country)) || ''

/** City and country in the reader's language. `ZZ` stands for a country not known. */
export function place({ city, country }: Institution, language: Language) {
  const named = countryName(country, language)
  const comma = city[language] || city.en ? (language === 'en' ? ', ' : '，') : ''
  return html`${inLanguage(city, language)}${named && comma}${named}`
}
