/** One measured viewer on a bare socket: no parser, no buffer it does not need; it looks for markers and notes when they came. */
import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { markerLength, microseconds } from './marker.ts'

export type Protocol = 'sse' | 'socket.io'

export interface Target {
  port: number
  path: string
  protocol: Protocol
}

const at = 64 // '@'

export class Viewer {
  /** Number of the last message seen. */
  last = 0
  /** Cursor to come back with. */
  cursor = ''
  ready = false
  readonly #target: Target
  readonly #latencies: number[]
  readonly #onReady: () => void
  #socket: Socket | undefined
  #rest: Buffer | undefined

  /** @param latencies every arrival is added to it, in microseconds */
  constructor(target: Target, latencies: number[], onReady: () => void) {
    this.#target = target
    this.#latencies = latencies
    this.#onReady = onReady
  }

  open(): void {
    const { port, path, protocol } = this.#target
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket = socket
    this.ready = false
    socket.once('connect', () => socket.write(protocol === 'sse' ? this.#ask(path) : upgrade(path)))
    socket.on('data', (bytes) => this.#take(bytes as Buffer))
    socket.on('error', () => {})
  }

  close(): void {
    this.#socket?.destroy()
    this.#rest = undefined
  }

  /** Reads nothing more, and does not say so. */
  stall(): void {
    this.#socket?.pause()
  }

  #ask(path: string): string {
    const cursor = this.cursor ? `Last-Event-ID: ${this.cursor}\r\n` : ''
    return `GET ${path} HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n${cursor}\r\n`
  }

  #take(bytes: Buffer): void {
    if (!this.ready) this.#first(bytes)
    if (this.#target.protocol === 'socket.io' && bytes.length < 16) this.#answer(bytes)
    const all = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes
    this.#rest = undefined
    for (let found = all.indexOf(at); found >= 0; found = all.indexOf(at, found + markerLength)) {
      if (found + markerLength > all.length) {
        this.#rest = Buffer.from(all.subarray(found))
        return
      }
      this.#latencies.push(microseconds() - Number(all.toString('latin1', found + 1, found + 17)))
      this.last = Number(all.toString('latin1', found + 18, found + 26))
    }
    if (this.#target.protocol === 'sse') this.#noteCursor(all)
  }

  #noteCursor(bytes: Buffer): void {
    const found = bytes.indexOf('id: ')
    if (found < 0) return
    const end = bytes.indexOf(10, found)
    if (end > 0) this.cursor = bytes.toString('latin1', found + 4, end)
  }

  #first(bytes: Buffer): void {
    if (this.#target.protocol === 'socket.io') {
      // After the upgrade the namespace is asked for; its confirmation begins with 40.
      const text = bytes.toString('latin1', 0, bytes.length)
      if (text.includes('101 Switching')) this.#socket!.write(frame('40'))
      if (!/40\{"sid"/.test(text)) return
    }
    this.ready = true
    this.#onReady()
  }

  /** Engine.IO asks now and then whether the other end is there: a text frame `2`, answered by `3`. */
  #answer(bytes: Buffer): void {
    if (bytes.length === 3 && bytes[0] === 0x81 && bytes[2] === 0x32) this.#socket!.write(frame('3'))
  }
}

function upgrade(path: string): string {
  const key = createHash('md5').update(randomBytes(8)).digest('base64')
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`
}

/** A short text frame with the mask clients must use; a mask of zeros leaves the text as it is. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}
