/**
 * Fetches from addresses strangers name. A request goes only to public addresses, or to a confirmed partner's own site; each name is looked up
 * once, the answer is checked, and exactly that address is connected to, so that a name cannot change its mind in between.
 */
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export interface Outside {
  /** Origins asked whatever their address: the confirmed partners' nodes. */
  trusted: string[]
  /** Milliseconds for the whole, redirects included. */
  patience?: number
  /** Bytes that are read at most, one megabyte unless given; what is longer is cut there. */
  longest?: number
}

export interface Fetched {
  status: number
  /** After redirects. */
  url: string
  type: string
  /** Every Link header. */
  links: string[]
  text: string
  bytes: Uint8Array
}

export interface Asking {
  method?: 'GET' | 'POST' | 'HEAD'
  /** Sent as a form. */
  form?: Record<string, string>
}

const mostBytes = 1024 * 1024
const mostRedirects = 5

/** Why nothing was fetched, in a word that has a sentence in `state-words.ts`. */
export class NotFetched extends Error {
  readonly reason: 'not_public' | 'not_found' | 'too_many_redirects' | 'too_slow' | 'not_reached'
  constructor(reason: NotFetched['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** @throws NotFetched */
export async function fetchOutside(address: string, outside: Outside, asking: Asking = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(outside.patience ?? 10_000)
  let url = new URL(address)
  for (let n = 0; n <= mostRedirects; n++) {
    const answer = await ask(url, outside, asking, signal)
    const to = answer.headers.location
    if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) || !to)
      return readAnswer(answer, url, signal, outside.longest)
    answer.destroy()
    if (!URL.canParse(to, url.href)) throw new NotFetched('not_reached')
    url = new URL(to, url.href)
  }
  throw new NotFetched('too_many_redirects')
}

async function ask(url: URL, outside: Outside, asking: Asking, signal: AbortSignal): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new NotFetched('not_public')
  const address = await addressOf(url, outside)
  const body = asking.form && new URLSearchParams(asking.form).toString()
  const headers = {
    accept: 'text/html, application/xhtml+xml, */*;q=0.5',
    'user-agent': 'Chirograph (Webmention)',
    ...(body !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }),
  }
  const family = isIP(address)
  // Node asks for all addresses at once or for one; either way it is given the one that was checked.
  const checked = (_: string, o: { all?: boolean }, done: (...found: unknown[]) => void) =>
    o.all ? done(null, [{ address, family }]) : done(null, address, family)
  const options = { method: asking.method ?? 'GET', headers, lookup: checked as never, agent: false, signal }
  return new Promise((resolve, fail) => {
    const send = url.protocol === 'https:' ? requestSecure : requestPlain
    const sent = send(url, options, resolve)
    sent.once('error', () => fail(new NotFetched(signal.aborted ? 'too_slow' : 'not_reached')))
    sent.end(body)
  })
}

async function addressOf(url: URL, { trusted }: Outside): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const anywhere = trusted.includes(url.origin)
  // RFC 6761: names below localhost are this machine, whatever the resolver knows of them.
  const local = host === 'localhost' || host.endsWith('.localhost')
  const literal = isIP(host) ? host : local && '127.0.0.1'
  const found = literal
    ? [literal]
    : await lookup(host, { all: true }).then(
        (all) => all.map(({ address }) => address),
        () => [],
      )
  const [first] = found
  if (!first) throw new NotFetched('not_found')
  // One private address among public ones is a trap as well.
  if (!anywhere && !found.every(isPublicAddress)) throw new NotFetched('not_public')
  return first
}

async function readAnswer(
  answer: IncomingMessage,
  url: URL,
  signal: AbortSignal,
  longest = mostBytes,
): Promise<Fetched> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of answer) {
      length += part.length
      parts.push(part)
      // What is longer is read as far as here: links stand near the beginning.
      if (length > longest) break
    }
  } catch {
    throw new NotFetched(signal.aborted ? 'too_slow' : 'not_reached')
  }
  const { headers, statusCode: status = 0 } = answer
  const links = answer.headersDistinct.link ?? []
  const bytes = Buffer.concat(parts).subarray(0, longest)
  return { status, url: url.href, type: headers['content-type'] ?? '', links, text: bytes.toString('utf8'), bytes }
}
