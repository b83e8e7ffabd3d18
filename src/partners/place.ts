/** Where a university lies, in words. */
import { comma, type Language } from '#src/platform/i18n/words.ts'
import { html, inLanguage } from '#src/platform/ui/index.ts'

const locale: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

/** A country in the reader's language; empty for `ZZ`, which stands for a country not known. */
export const countryName = (country: string, language: Language): string =>
  (country !== 'ZZ' && new Intl.DisplayNames(locale[language], { type: 'region' }).of(country)) || ''

/** City and country in the reader's language. `ZZ` stands for a country not known. */
export function place({ city, country }: { city: { en: string; zh: string }; country: string }, language: Language) {
  const named = countryName(country, language)
  const between = city[language] || city.en ? comma[language] : ''
  return html`${inLanguage(city, language)}${named && between}${named}`
}
