/** One document and everybody who watches it: read again when something was announced, rendered once, handed to all. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Follower, LiveHub } from '#src/platform/live/index.ts'
import type { Html } from '#src/platform/ui/index.ts'
import { LiveDocument } from './document.ts'
import type { Viewer } from './viewer.ts'

/** What a document says now, and what it depends on. */
export interface Reading {
  regions: Record<string, Html>
  /** Topics whose announcements mean that it changed. What `urgent` ones tell waits for no tick. */
  follows: { topic: string; urgent: boolean }[]
  /** Whether anybody may watch, without a key. */
  open: boolean
}

export interface ChannelParts {
  live: LiveHub
  read: () => Promise<Reading | undefined>
  /** Least milliseconds between two revisions, urgent ones apart. */
  tick: number
  /** Milliseconds after which a reading is no longer taken for the present state. */
  lookAgain: number
  report: (problem: unknown) => void
}

/** Viewers written to before others get a turn: new connections, heartbeats, pages. */
const batch = 500

export class Channel {
  readonly document: LiveDocument
  readonly viewers = new Set<Viewer>()
  readonly #parts: ChannelParts
  readonly #following = new Map<string, () => void>()
  #reading: Promise<void> | undefined
  #again: 'no' | 'calm' | 'urgent' = 'no'
  #timer: NodeJS.Timeout | undefined
  #flushedAt = Number.NEGATIVE_INFINITY
  #readAt = Number.NEGATIVE_INFINITY
  #fanOut: Promise<void> = Promise.resolve()
  #last: Reading | undefined
  #closed = false
  /** When somebody last asked for it, on the clock of `performance.now()`. */
  usedAt = performance.now()

  constructor(epoch: string, parts: ChannelParts) {
    this.document = new LiveDocument(epoch)
    this.#parts = parts
  }

  /** The last reading; undefined where there is no such document. Read now if it never was, or not for a while. */
  async present(): Promise<Reading | undefined> {
    this.usedAt = performance.now()
    const old = this.usedAt - this.#readAt > this.#parts.lookAgain
    if (!this.#last || old) await (this.#reading ?? this.#readNow())
    return this.#last
  }

  /** Reads now, whatever was announced. */
  async refresh(): Promise<void> {
    await this.#reading
    await this.#readNow()
  }

  /** Something it shows may have changed. The first change after a pause is told at once, the next ones with the tick. */
  stir(urgent = false): void {
    if (this.#closed) return
    if (this.#reading) {
      this.#again = urgent || this.#again === 'urgent' ? 'urgent' : 'calm'
      return
    }
    const wait = urgent ? 0 : Math.max(0, this.#flushedAt + this.#parts.tick - performance.now())
    if (wait === 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      void this.#readNow()
    } else this.#timer ??= setTimeout(() => this.#tickOver(), wait)
  }

  admit(viewer: Viewer, cursor: string): void {
    viewer.seen = this.document.revOf(cursor)
    this.viewers.add(viewer)
    if (viewer.seen < this.document.rev || viewer.seen === 0) this.#bringUp(viewer)
    viewer.onDrain(() => viewer.isBehind && this.#bringUp(viewer))
    viewer.onClose(() => this.viewers.delete(viewer))
  }

  /** Lets go of those who never caught up. */
  sweep(now: number): void {
    for (const viewer of this.viewers) if (viewer.isLost(now)) viewer.destroy()
  }

  /** Resolves when all that is known has been handed over. For tests and measurements. */
  async settled(): Promise<void> {
    while (this.#reading) await this.#reading
    await this.#fanOut
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    for (const unfollow of this.#following.values()) unfollow()
    this.#following.clear()
  }

  #bringUp(viewer: Viewer): void {
    viewer.give(this.document.since(viewer.seen), this.document.rev)
  }

  #tickOver(): void {
    this.#timer = undefined
    this.stir(true)
  }

  #readNow(): Promise<void> {
    this.#reading = this.#readAndTell()
      .catch(this.#parts.report)
      .finally(() => {
        this.#reading = undefined
        const again = this.#again
        this.#again = 'no'
        if (again !== 'no') this.stir(again === 'urgent')
      })
    return this.#reading
  }

  async #readAndTell(): Promise<void> {
    const reading = await this.#parts.read()
    this.#readAt = performance.now()
    this.#last = reading
    if (!reading || this.#closed) return
    await this.#follow(reading)
    if (!this.document.take(reading.regions)) return
    this.#flushedAt = performance.now()
    const { rev } = this.document
    const event = this.document.since(rev - 1)
    // One after the other, so that nobody gets a later revision before an earlier one.
    this.#fanOut = this.#fanOut.then(() => this.#handOut(event, rev))
  }

  async #handOut(event: Buffer, rev: number): Promise<void> {
    let count = 0
    for (const viewer of [...this.viewers]) {
      // Who came in meanwhile has it already; who misses an earlier one gets all together when the network has room.
      if (viewer.seen < rev) {
        if (viewer.seen === rev - 1) viewer.give(event, rev)
        else this.#bringUp(viewer)
      }
      if (++count % batch === 0) await breathe()
    }
  }

  async #follow({ follows }: Reading): Promise<void> {
    const wanted = new Set(follows.map(({ topic }) => topic))
    for (const [topic, unfollow] of this.#following)
      if (!wanted.has(topic)) {
        this.#following.delete(topic)
        unfollow()
      }
    for (const { topic, urgent } of follows) {
      if (this.#following.has(topic)) continue
      const follower: Follower = { send: () => this.stir(urgent) }
      this.#following.set(topic, await this.#parts.live.follow(topic, follower))
    }
    if (this.#closed) this.close()
  }
}
