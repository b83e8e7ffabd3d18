/** Security headers on every answer. */
import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'

/** Everything from this node only, nothing inline, in nobody's frame. */
const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The same, and one meeting server besides: a form may lead there, a frame may show it. */
const withMeeting = (host: string): string =>
  `${contentSecurity.replace("form-action 'self'", `form-action 'self' ${host}`)}; frame-src 'self' ${host}`

const meetingNeeds = ['camera', 'microphone', 'display-capture', 'autoplay', 'fullscreen']

const permissions = (meeting: string | undefined): string =>
  [
    'publickey-credentials-get=(self)',
    'publickey-credentials-create=(self)',
    ...(meeting ? meetingNeeds.map((p) => `${p}=(self "${meeting}")`) : ['camera=()', 'microphone=()']),
    ...['geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'browsing-topics'].map((p) => `${p}=()`),
  ].join(', ')

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  // Links we mail carry tokens in their path, so other sites never see where a visitor came from. Not `no-referrer`:
  // with it browsers send `Origin: null` even for our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
}

/**
 * Headers for an answer of this type; browsers' PDF viewers are plugins that `default-src 'none'` would block.
 * @param meeting origin of the meeting server that this one page may lead to and show
 */
export function securityHeaders(type: string | null, publicUrl: string, meeting?: string): Record<string, string> {
  const headers: Record<string, string> = { ...always, 'Permissions-Policy': permissions(meeting) }
  const pages = meeting ? withMeeting(meeting) : contentSecurity
  headers['Content-Security-Policy'] = type?.startsWith('application/pdf') ? "frame-ancestors 'none'" : pages
  if (publicUrl.startsWith('https:')) headers['Strict-Transport-Security'] = 'max-age=31536000'
  return headers
}

/** Sets the headers; what a route says itself about caching stands, everything else is kept by nobody. */
export function addHeaders(publicUrl: string): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next()
    const headers = securityHeaders(c.res.headers.get('content-type'), publicUrl, c.get('meeting'))
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}
