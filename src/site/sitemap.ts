/** What search engines are told: every public page with its languages and when it last changed; and what they need not fetch. */
import { htmlLang, type Language } from '#src/platform/i18n/words.ts'
import { address, pathOf } from './addresses.ts'
import { latest } from './event.ts'
import type { Everything } from './read-site.ts'
import { type Xml, xml, xmlFile } from './xml.ts'

interface Listed {
  path: string
  languages: Language[]
  /** Undefined where nothing on the page has a date: then none is claimed. */
  changed: Temporal.Instant | undefined
}

const both: Language[] = ['en', 'zh']

function listed(all: Everything): Listed[] {
  const { stories, agreements, events, partners } = all
  const told = stories.map(({ modifiedAt, partner }) => ({ at: modifiedAt, partner }))
  const agreed = agreements.map(({ concludedAt, partner }) => ({ at: concludedAt, partner }))
  const held = events.map(({ modifiedAt, partner }) => ({ at: modifiedAt, partner }))
  const last = (list: { at: Temporal.Instant; partner: string | null }[], ror?: string) =>
    latest(list.filter(({ partner }) => !ror || partner === ror).map(({ at }) => at))
  const of = (ror?: string) => last([...told, ...agreed, ...held], ror)
  return [
    { path: pathOf.home, languages: both, changed: of() },
    { path: pathOf.partners, languages: both, changed: last(agreed) },
    ...partners.map(({ ror }) => ({ path: pathOf.partner(ror), languages: both, changed: of(ror) })),
    ...agreements.map((one) => ({ path: pathOf.agreement(one.id), languages: both, changed: one.concludedAt })),
    { path: pathOf.stories, languages: both, changed: last(told) },
    ...stories.map((one) => ({ path: pathOf.story(one.slug), languages: one.languages, changed: one.modifiedAt })),
    { path: pathOf.events, languages: both, changed: last(held) },
    ...events.map((one) => ({ path: pathOf.event(one.id), languages: both, changed: one.modifiedAt })),
  ]
}

function urls({ path, languages, changed }: Listed, origin: string): Xml[] {
  const standing = languages.includes('en') ? 'en' : languages[0]!
  const alternate = (hreflang: string, language: Language) =>
    xml`    <xhtml:link rel="alternate" hreflang="${hreflang}" href="${address(origin, language, path)}"/>\n`
  const alternates = [...languages.map((one) => alternate(htmlLang[one], one)), alternate('x-default', standing)]
  const lastmod = changed && xml`    <lastmod>${changed.toString({ smallestUnit: 'second' })}</lastmod>\n`
  return languages.map(
    (language) => xml`  <url>\n    <loc>${address(origin, language, path)}</loc>\n${lastmod}${alternates}  </url>\n`,
  )
}

export function sitemap(all: Everything, origin: string): string {
  const pages = listed(all).flatMap((one) => urls(one, origin))
  return xmlFile(
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages}</urlset>`,
  )
}

/** Everything public may be fetched; results of searches and the office's own pages need not be. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    'Disallow: /en/search',
    'Disallow: /zh/search',
    'Disallow: /sign-in',
    'Allow: /',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
