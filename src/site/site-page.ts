/** How this area answers: a page in the public frame, the same for everyone, so that it may be kept for a minute and asked for again cheaply. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  acceptedEncoding,
  compressed,
  type PublicFrame,
  type PublicView,
  publicDocument,
  publicPage,
} from '#src/platform/ui/index.ts'
import type { House, WebEnv } from '#src/platform/web.ts'
import { at, calendarPath, pathOf } from './addresses.ts'
import { navWords, pageWords } from './words.ts'

export type SiteContext = Context<WebEnv>

/** The navigation of the public site in one language. */
export function siteNav(language: Language) {
  const w = speak(navWords, language)
  return [
    { key: 'partners', href: at(language, pathOf.partners), label: w.partners },
    { key: 'news', href: at(language, pathOf.stories), label: w.news },
    { key: 'events', href: at(language, pathOf.events), label: w.events },
    { key: 'verify', href: '/verify', label: w.verify },
  ]
}

function frameOf(house: House, language: Language, origin: string): PublicFrame {
  const w = speak(pageWords, language)
  const name = house.short[language]
  return {
    origin,
    nav: siteNav(language),
    feeds: [
      { title: w.feedOf(name), href: at(language, pathOf.atom), type: 'application/atom+xml' },
      { title: w.jsonFeedOf(name), href: at(language, pathOf.jsonFeed), type: 'application/feed+json' },
      { title: w.calendarOf(name), href: calendarPath, type: 'text/calendar' },
    ],
    search: at(language, pathOf.search),
    signIn: '/sign-in',
  }
}

/** Answers with a page that shared caches may keep for a minute; a browser asks each time, so that nobody reads on in what was withdrawn. */
export function sitePage(c: SiteContext, origin: string, view: PublicView): Response {
  const { house, language } = c.var
  const drawn = String(publicDocument(c, view, frameOf(house, language, origin)))
  return answer(c, drawn, 'text/html; charset=UTF-8')
}

/** Answers with a page for this one request: a search, a refusal. */
export function passingPage(c: SiteContext, origin: string, view: PublicView, status: 200 | 404 | 410 = 200): Response {
  const { house, language } = c.var
  return publicPage(c, { ...view, hidden: true }, frameOf(house, language, origin), status)
}

/** A text with its tag, compressed where that is taken; 304 where the asker has it already. */
export function answer(c: SiteContext, text: string, type: string, more: Record<string, string> = {}): Response {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const encoding = acceptedEncoding(c.req.header('accept-encoding'))
  const headers: Record<string, string> = {
    ...more,
    etag: tag,
    // Whoever is signed in may get a cookie renewed with the page: that answer is theirs alone.
    'cache-control': c.var.visitor ? 'private, no-cache' : 'public, max-age=0, s-maxage=60',
    vary: 'Accept-Encoding',
  }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim() === tag)) return c.body(null, 304, headers)
  headers['content-type'] = type
  if (!encoding) return c.body(text, 200, headers)
  return c.body(compressed(text, encoding), 200, { ...headers, 'content-encoding': encoding })
}
