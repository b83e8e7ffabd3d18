/** What every request passes before anything is known about the visitor. */
import type { MiddlewareHandler } from 'hono'
import { peopleRefusalWords } from '#src/platform/people/refusal-words.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { addHeaders } from './headers.ts'
import { hostAnswer, type Names } from './host.ts'
import { originIsOurs } from './origin.ts'

/**
 * The middleware to mount first: headers, host, origin. They answer in plain text in both languages, since neither the
 * visitor nor a language is known yet.
 */
export function safety(names: Names): MiddlewareHandler<WebEnv>[] {
  return [addHeaders(names.publicUrl), checkHost(names), checkOrigin(names.publicUrl)]
}

const inBoth = (reason: 'wrong_host' | 'wrong_origin', address: string): string =>
  Object.values(peopleRefusalWords[reason])
    .map((said) => (typeof said === 'function' ? said({ address }) : said))
    .join('\n')

/** 421 (RFC 9110, 15.5.20): this node does not answer for that name. */
function checkHost(names: Names): MiddlewareHandler<WebEnv> {
  const words = inBoth('wrong_host', new URL(names.publicUrl).origin)
  return async (c, next) => {
    const answer = hostAnswer({ method: c.req.method, url: new URL(c.req.url) }, names)
    if (answer.kind === 'redirect') return c.redirect(answer.to, 302)
    if (answer.kind === 'stranger') return c.text(words, 421)
    return next()
  }
}

function checkOrigin(publicUrl: string): MiddlewareHandler<WebEnv> {
  const words = inBoth('wrong_origin', publicUrl)
  return async (c, next) => {
    const { method, path } = c.req
    const sent = { method, path, origin: c.req.header('origin'), fetchSite: c.req.header('sec-fetch-site') }
    return originIsOurs(sent, publicUrl) ? next() : c.text(words, 403)
  }
}
