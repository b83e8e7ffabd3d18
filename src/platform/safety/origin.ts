/** Whether a request that changes something comes from one of our own pages. */

/** Part of the address space other nodes talk to: their messages are signed, and no browser is involved. */
export const peerPath = '/federation/'
/** Where any site may say that it links a page of ours (W3C Webmention). It changes nothing before we have looked ourselves. */
const mentionPath = '/webmention'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export interface Request {
  method: string
  path: string
  origin: string | undefined
  fetchSite: string | undefined
}

/**
 * True for requests that change nothing, for other nodes' messages, for webmentions, and where the browser says that a page of this
 * node sent it. Browsers send `Origin` with every form and script that is not a plain GET; one that leaves it out must at
 * least vouch by `Sec-Fetch-Site`. Everything else that writes must send the header itself.
 */
export function originIsOurs({ method, path, origin, fetchSite }: Request, publicUrl: string): boolean {
  if (!changing.has(method.toUpperCase()) || path.startsWith(peerPath) || path === mentionPath) return true
  if (origin === undefined) return fetchSite === 'same-origin'
  return origin === new URL(publicUrl).origin
}
