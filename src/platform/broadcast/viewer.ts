/** One open connection, and what happens to it when it does not keep up. */
import type { ServerResponse } from 'node:http'

/** Bytes not yet taken by the network after which nothing more is sent until they are. */
const tooMuch = 65_536
/** Bytes after which the connection is let go at once. */
const farTooMuch = 1_048_576
/** Milliseconds after which one that never caught up is let go; it may come back. */
const longestBehind = 30_000

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  // Nothing after the stream: without chunks, each event is one shared buffer for all.
  connection: 'close',
}

/** Kept small: there are thousands of these. */
export class Viewer {
  readonly #response: ServerResponse
  /** The last revision handed to the network. */
  seen = 0
  /** Since when it has missed something, on the clock of `performance.now()`; 0: it is up to date. */
  #behindSince = 0

  constructor(response: ServerResponse) {
    this.#response = response
    response.useChunkedEncodingByDefault = false
    response.writeHead(200, headers)
  }

  /** Bytes that do not belong to the document: the time, a farewell. Left out where the reader is behind. */
  say(bytes: Buffer): void {
    if (!this.#isFull()) this.#response.write(bytes)
  }

  /** Hands over the event that leads to revision `rev`, or notes that it is missing. */
  give(event: Buffer, rev: number): void {
    if (this.#isFull()) {
      this.#behindSince ||= performance.now()
      return
    }
    this.seen = rev
    this.#behindSince = 0
    this.#response.write(event)
  }

  get isBehind(): boolean {
    return this.#behindSince !== 0
  }

  /** Whether it has been behind for too long, or holds more memory than anyone may. */
  isLost(now: number): boolean {
    if (this.#response.writableLength > farTooMuch) return true
    return this.#behindSince !== 0 && now - this.#behindSince > longestBehind
  }

  /** Calls back whenever the network has taken everything. */
  onDrain(drained: () => void): void {
    this.#response.on('drain', drained)
  }

  onClose(closed: () => void): void {
    if (this.#response.destroyed) closed()
    else this.#response.once('close', closed)
  }

  end(): void {
    this.#response.end()
  }

  destroy(): void {
    this.#response.destroy()
  }

  #isFull(): boolean {
    return this.#response.writableLength > tooMuch
  }
}
