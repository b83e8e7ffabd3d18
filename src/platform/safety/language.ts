/** Which language this visitor reads. */
import type { MiddlewareHandler } from 'hono'
import type { Language } from '#src/platform/i18n/words.ts'
import { putCookie, takeCookie } from '#src/platform/people/cookies.ts'
import type { WebEnv } from '#src/platform/web.ts'

/** The better of our two languages by an Accept-Language header (RFC 9110, 12.5.4); undefined when it names neither. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  const ranked = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const q = rest.map((r) => /^\s*q=([\d.]+)$/.exec(r)?.[1]).find((v) => v !== undefined)
    return { language: tag.split('-')[0], q: q === undefined ? 1 : Number(q) }
  })
  const known = ranked.filter((r) => r.q > 0 && (r.language === 'en' || r.language === 'zh'))
  return known.toSorted((a, b) => b.q - a.q)[0]?.language as Language | undefined
}

const asLanguage = (text: string | undefined): Language | undefined =>
  text === 'en' || text === 'zh' ? text : undefined

/**
 * Sets `c.var.language`: chosen on a page (cookie), else the account's, else the browser's, else English.
 * `?language=zh` on any page chooses, and leads to the same page without it.
 */
export function chooseLanguage(config: { publicUrl: string }): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url)
    const asked = asLanguage(url.searchParams.get('language') ?? undefined)
    const cookie = asLanguage(takeCookie(c, config, 'language'))
    const known = cookie ?? c.var.visitor?.account.language ?? acceptedLanguage(c.req.header('accept-language')) ?? 'en'
    c.set('language', asked ?? known)
    if (!asked || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next()
    putCookie(c, config, 'language', asked, 365 * 24 * 3600)
    url.searchParams.delete('language')
    return c.redirect(url.pathname.replace(/^\/+/, '/') + url.search, 303)
  }
}
