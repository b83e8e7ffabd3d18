/** All documents this process shows to viewers: opened when somebody asks, dropped when nobody has for a while. */
import { randomBytes } from 'node:crypto'
import type { LiveHub } from '#src/platform/live/index.ts'
import type { Html } from '#src/platform/ui/index.ts'
import { Channel, type Reading } from './channel.ts'
import type { Viewer } from './viewer.ts'

export interface BroadcastOptions {
  live: LiveHub
  /** Reads and renders a document; undefined where there is none of that name. Once for all viewers, never once for each. */
  read: (name: string) => Promise<Reading | undefined>
  /** Milliseconds of the epoch, told to viewers with every heartbeat; the system's clock unless given. */
  now?: () => number
  /** Least milliseconds between two revisions; 150 unless given. */
  tick?: number
  /** Milliseconds after which a watched document is read again although nothing was announced: for what time alone changes. */
  lookAgain?: number
  /** Milliseconds between heartbeats, which carry the time and keep proxies from closing. */
  heartbeat?: number
  report?: (problem: unknown) => void
}

/** A document as it is now, for the page it is first drawn on. */
export interface Present {
  /** What the page tells the stream it has seen. */
  cursor: string
  regions: Record<string, Html>
  open: boolean
}

/** Milliseconds after which a document nobody watches is forgotten. */
const keptUnwatched = 60_000

const timeEvent = (now: number) => Buffer.from(`event: time\ndata: ${now}\n\n`)

export class Broadcast {
  readonly #options: Required<BroadcastOptions>
  readonly #channels = new Map<string, Channel>()
  readonly #timers: NodeJS.Timeout[]

  constructor(options: BroadcastOptions) {
    this.#options = { tick: 150, lookAgain: 3_000, heartbeat: 15_000, now: Date.now, report: () => {}, ...options }
    this.#timers = [
      setInterval(() => this.#sweep(), 1_000).unref(),
      setInterval(() => this.#lookAgain(), this.#options.lookAgain).unref(),
      setInterval(() => this.#beat(), this.#options.heartbeat).unref(),
    ]
  }

  /** From memory once it was read; undefined where there is no such document. */
  async present(name: string): Promise<Present | undefined> {
    const reading = await this.#channel(name).present()
    if (!reading) return void this.#drop(name)
    return { cursor: this.#channel(name).document.cursor, regions: reading.regions, open: reading.open }
  }

  /** The whole document as JSON, with its cursor. Call `present` first. */
  snapshot(name: string): { cursor: string; json: string } {
    const { document } = this.#channel(name)
    return { cursor: document.cursor, json: document.snapshot() }
  }

  /** Adds a viewer who has seen `cursor`: what is missing comes at once, what changes follows. Call `present` first. */
  admit(name: string, viewer: Viewer, cursor: string): void {
    viewer.say(timeEvent(this.#options.now()))
    this.#channel(name).admit(viewer, cursor)
  }

  /** Reads a document again, if anybody watches it: something changed that is not announced. */
  stir(name: string): void {
    this.#channels.get(name)?.stir()
  }

  /** Reads a document now and resolves when that is what is shown. */
  async refresh(name: string): Promise<void> {
    await this.#channels.get(name)?.refresh()
  }

  /** Who watches here, by document. */
  watching(): Map<string, number> {
    return new Map([...this.#channels].map(([name, { viewers }]) => [name, viewers.size]))
  }

  size(): number {
    return [...this.#channels.values()].reduce((sum, { viewers }) => sum + viewers.size, 0)
  }

  /** Resolves when everybody was handed all that is known. */
  async settled(): Promise<void> {
    for (const channel of this.#channels.values()) await channel.settled()
  }

  /** Sends everyone away, each told to come back at a moment of its own. */
  close(spread = 8_000): void {
    this.#timers.forEach(clearInterval)
    const farewells = Array.from({ length: 32 }, (_, i) =>
      Buffer.from(`event: bye\ndata: ${Math.round(500 + (spread * i) / 32)}\n\n`),
    )
    let count = 0
    for (const channel of this.#channels.values()) {
      channel.close()
      for (const viewer of channel.viewers) {
        viewer.say(farewells[count++ % farewells.length]!)
        viewer.end()
      }
    }
    this.#channels.clear()
  }

  #channel(name: string): Channel {
    const known = this.#channels.get(name)
    if (known) return known
    const { live, read, tick, lookAgain, report } = this.#options
    const parts = { live, read: () => read(name), tick, lookAgain, report }
    const channel = new Channel(randomBytes(4).toString('hex'), parts)
    this.#channels.set(name, channel)
    return channel
  }

  #drop(name: string): void {
    this.#channels.get(name)?.close()
    this.#channels.delete(name)
  }

  #sweep(): void {
    const now = performance.now()
    for (const [name, channel] of this.#channels) {
      channel.sweep(now)
      if (channel.viewers.size === 0 && now - channel.usedAt > keptUnwatched) this.#drop(name)
      else if (channel.viewers.size > 0) channel.usedAt = now
    }
  }

  #lookAgain(): void {
    for (const channel of this.#channels.values()) if (channel.viewers.size > 0) channel.stir()
  }

  #beat(): void {
    const bytes = timeEvent(this.#options.now())
    for (const { viewers } of this.#channels.values()) for (const viewer of viewers) viewer.say(bytes)
  }
}
