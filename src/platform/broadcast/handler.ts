/** The streams and snapshots of documents, on `node:http` below the web framework: each connection counts. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Broadcast, Present } from './hub.ts'
import { Viewer } from './viewer.ts'

export interface BroadcastHandlerOptions {
  /** Two groups: the name of the document, and `events` or `snapshot.json`. */
  path: RegExp
  /** Whether whoever brings this key may watch a document that is not open to all. No database is asked here. */
  holdsKey: (name: string, key: string) => boolean
  /** Connections of this process at most; further ones are asked to come back. */
  most?: number
}

export interface BroadcastHandler {
  /** Answers requests to `path`; returns false, without touching the request, when it is something else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
}

/** Milliseconds after which a browser whose connection broke comes back, each at a moment of its own. */
const retries = Array.from({ length: 32 }, (_, i) => Buffer.from(`retry: ${1_000 + i * 100}\n\n`))
const anyRetry = () => retries[Math.floor(Math.random() * retries.length)]!

export function broadcastHandler(broadcast: Broadcast, options: BroadcastHandlerOptions): BroadcastHandler {
  const { path, holdsKey, most = 20_000 } = options

  const answer = async (request: IncomingMessage, response: ServerResponse, url: URL, name: string, what: string) => {
    if (what === 'events' && broadcast.size() >= most) return tooMany(response)
    const present = await broadcast.present(name)
    if (!present) return void response.writeHead(404).end()
    if (!present.open && !holdsKey(name, url.searchParams.get('key') ?? '')) return void response.writeHead(403).end()
    if (what !== 'events') return snapshot(broadcast, name, present, request, response)
    const cursor = request.headers['last-event-id'] ?? url.searchParams.get('at') ?? ''
    const viewer = new Viewer(response)
    viewer.say(anyRetry())
    broadcast.admit(name, viewer, String(cursor))
  }

  return {
    handle(request, response) {
      const url = URL.parse(request.url ?? '', 'http://node')
      const [, name, what] = path.exec(url?.pathname ?? '') ?? []
      if (!url || !name || !what || request.method !== 'GET') return false
      answer(request, response, url, name, what).catch(() => {
        if (response.headersSent) response.destroy()
        else response.writeHead(503, { 'retry-after': '5' }).end()
      })
      return true
    },
  }
}

function tooMany(response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': String(3 + Math.floor(Math.random() * 8)) }).end()
}

/** For browsers and networks that cannot hold a stream; a proxy may share one answer among all its readers. */
function snapshot(
  broadcast: Broadcast,
  name: string,
  { open }: Present,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { cursor, json } = broadcast.snapshot(name)
  const headers = {
    etag: `"${cursor}"`,
    'cache-control': open ? 'public, max-age=1' : 'private, no-cache',
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  }
  if (request.headers['if-none-match'] === headers.etag) response.writeHead(304, headers).end()
  else response.writeHead(200, headers).end(json)
}
