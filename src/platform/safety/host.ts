/** Under which name a request reached us. One node answers under one name, so that cookies and passkeys stay its own. */
import { peerPath } from './origin.ts'

export interface Reached {
  method: string
  /** Address as the request's Host header and path make it. */
  url: URL
}

export interface Names {
  publicUrl: string
  /** Address at which the partner's node reaches us, where it differs. */
  peerUrl?: string
}

export type HostAnswer = { kind: 'ours' } | { kind: 'redirect'; to: string } | { kind: 'stranger' }

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * `ours` under the public name, and under the partners' name for their messages; a page asked for under this
 * machine's own name leads to the public one; anything else is a `stranger`, as after DNS rebinding.
 */
export function hostAnswer({ method, url }: Reached, { publicUrl, peerUrl }: Names): HostAnswer {
  if (sameHost(url, publicUrl)) return { kind: 'ours' }
  if (peerUrl && sameHost(url, peerUrl) && url.pathname.startsWith(peerPath)) return { kind: 'ours' }
  const reading = method === 'GET' || method === 'HEAD'
  if (reading && loopback.includes(url.hostname))
    return { kind: 'redirect', to: new URL(publicUrl).origin + url.pathname + url.search }
  return { kind: 'stranger' }
}

/** The scheme is not compared: before us may stand a proxy that speaks TLS. */
function sameHost(url: URL, address: string): boolean {
  const ours = new URL(address)
  const port = ours.port || (ours.protocol === 'https:' ? '443' : '80')
  const portless = url.port === '' && ours.port === ''
  return url.hostname === ours.hostname && (portless || (url.port || '80') === port)
}
