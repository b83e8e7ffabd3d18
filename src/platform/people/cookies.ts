/** Cookies of this node only: two nodes on one host name must not read or overwrite each other's. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { WebEnv } from '#src/platform/web.ts'

/**
 * A cookie's name on this node. It carries the port, since cookies of all ports of one host share one jar; over
 * https also the prefix `__Host-`, with which a browser takes it from this very host only.
 */
export function cookieName(publicUrl: string, what: 'session' | 'language' | 'oidc'): string {
  const url = new URL(publicUrl)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return `${url.protocol === 'https:' ? '__Host-' : ''}chirograph-${port}-${what}`
}

export const sessionCookieName = (publicUrl: string): string => cookieName(publicUrl, 'session')

interface CookieConfig {
  publicUrl: string
}

/** Sets a cookie that scripts cannot read and that other sites' forms do not send. */
export function putCookie(
  c: Context<WebEnv>,
  { publicUrl }: CookieConfig,
  what: 'session' | 'language' | 'oidc',
  value: string,
  maxAge: number,
): void {
  const secure = new URL(publicUrl).protocol === 'https:'
  setCookie(c, cookieName(publicUrl, what), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

export function takeCookie(c: Context<WebEnv>, { publicUrl }: CookieConfig, what: 'session' | 'language' | 'oidc') {
  return getCookie(c, cookieName(publicUrl, what))
}

export function dropCookie(c: Context<WebEnv>, { publicUrl }: CookieConfig, what: 'session' | 'language' | 'oidc') {
  const secure = new URL(publicUrl).protocol === 'https:'
  deleteCookie(c, cookieName(publicUrl, what), { path: '/', secure })
}
