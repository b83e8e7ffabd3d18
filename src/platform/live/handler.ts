/**
 * The event stream of a page, on `node:http` below the web framework: with hundreds of guests following a ceremony
 * each connection counts, and the framework's own stream costs twice the memory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Follower, LiveHub } from './hub.ts'

/** The topic a request may follow, or the status to refuse it with. */
export type Authorise = (request: IncomingMessage, url: URL) => Promise<string | 401 | 403 | 404>

export interface LiveOptions {
  /** Milliseconds between heartbeats, which keep proxies from closing the connection. */
  heartbeat?: number
  /** Milliseconds after which a browser is sent to connect anew, and so to be authorised anew. */
  longest?: number
}

export interface LiveHandler {
  /** Answers `GET /…/live`; returns false, without touching the request, when it is something else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  /** Ends all streams. */
  close(): void
}

/** Bytes not yet taken by the network after which a reader counts as too slow. It may connect again. */
const tooMuch = 4_096

const heartbeatBytes = Buffer.from(':\n\n')

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  // Nothing after the stream: without chunks, each event is one shared buffer for all.
  connection: 'close',
}

/**
 * Makes the handler. The page says what it has seen in `?since=REVISION`, a returning browser in `Last-Event-ID`;
 * the present revision is sent at once unless it is that one.
 */
export function liveHandler(hub: LiveHub, authorise: Authorise, options: LiveOptions = {}): LiveHandler {
  const { heartbeat = 15_000, longest = 600_000 } = options
  const streams = new Set<Stream>()
  const timer = setInterval(() => {
    const old = performance.now() - longest
    for (const stream of streams)
      if (stream.since < old) stream.end()
      else stream.send(heartbeatBytes)
  }, heartbeat).unref()

  const open = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const topic = await authorise(request, url)
    if (typeof topic === 'number') return void response.writeHead(topic).end()
    const stream = new Stream(response)
    streams.add(stream)
    const known = request.headers['last-event-id'] ?? url.searchParams.get('since') ?? undefined
    const unfollow = await hub.follow(topic, stream, String(known))
    const leave = () => {
      streams.delete(stream)
      unfollow()
    }
    if (response.destroyed) leave()
    else response.once('close', leave)
  }

  return {
    handle(request, response) {
      const url = URL.parse(request.url ?? '', 'http://node')
      if (request.method !== 'GET' || !url?.pathname.endsWith('/live')) return false
      open(request, response, url).catch(() => {
        if (response.headersSent) response.destroy()
        else response.writeHead(503, { 'retry-after': '5' }).end()
      })
      return true
    },
    close() {
      clearInterval(timer)
      for (const stream of streams) stream.end()
    },
  }
}

/** One open response. */
class Stream implements Follower {
  readonly #response: ServerResponse
  /** When it was opened, on the clock of `performance.now()`. */
  readonly since = performance.now()

  constructor(response: ServerResponse) {
    this.#response = response
    response.useChunkedEncodingByDefault = false
    response.writeHead(200, headers)
    response.write('retry: 2000\n\n')
  }

  send(event: Buffer): void {
    // A reader that does not keep up is let go rather than buffered for: it connects again and reads the present state.
    if (this.#response.writableLength > tooMuch) this.#response.destroy()
    else this.#response.write(event)
  }

  end(): void {
    this.#response.end()
  }
}
