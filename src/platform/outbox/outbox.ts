/** Delivers what acts have put into the outbox: woken when something is queued, and by the clock. */
import type { Listener } from '#src/platform/database/listen.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Clock } from '#src/platform/time.ts'
import { type Attempt, attemptNext, type Delivery, nextDue } from './attempt.ts'
import { type BackOff, exponential } from './back-off.ts'
import type { Deliverer } from './deliverer.ts'

export interface OutboxOptions {
  db: Db
  clock: Clock
  /** By topic. An item of another topic stays, with an error that says so. */
  deliverers: Record<string, Deliverer>
  /** Without one nothing is delivered by itself, only by `drain`. */
  listener?: Listener
  backOff?: BackOff
  /** Items worked on at once by this process; each holds a connection of the pool. */
  parallel?: number
  /** Topic that waits for another's machine: it never has all hands, so that the rest goes on while nobody answers there. */
  remote?: string
  /** Milliseconds between looks at the table when nothing wakes it. */
  pollEvery?: number
  /** Told of every failed attempt, and of trouble with the database. */
  log?: (line: string) => void
}

export interface Outbox {
  /** Delivers until nothing is due but what failed meanwhile; returns how many were delivered. For tests and commands. */
  drain(): Promise<number>
  /** Resolves when nothing is being worked on by this process. */
  idle(): Promise<void>
  /** Takes nothing more and waits for what is being worked on. */
  stop(): Promise<void>
}

/** Starts delivering. Any number of processes may do so on one database. */
export async function startOutbox(options: OutboxOptions): Promise<Outbox> {
  const outbox = new RunningOutbox(options)
  await outbox.start(options.listener)
  return outbox
}

class RunningOutbox implements Outbox {
  readonly #delivery: Delivery
  readonly #parallel: number
  readonly #pollEvery: number
  readonly #log: (line: string) => void
  readonly #remote: string | undefined
  /** Hands that may still turn to what waits for another's machine. */
  #remoteHands: number
  readonly #working = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #unlisten = () => {}
  #byItself = false
  #missed = false

  constructor(options: OutboxOptions) {
    const { db, clock, deliverers, backOff = exponential(), parallel = 3, pollEvery = 5_000, log, remote } = options
    this.#delivery = { db, clock, deliverers, backOff }
    this.#parallel = parallel
    this.#pollEvery = pollEvery
    this.#remote = remote
    this.#remoteHands = remote === undefined ? parallel : Math.max(1, parallel - 1)
    this.#log = log ?? (() => {})
  }

  async start(listener: Listener | undefined): Promise<void> {
    if (!listener) return
    this.#byItself = true
    this.#unlisten = await listener.on('outbox', () => this.#wake())
    this.#wake()
  }

  async drain(): Promise<number> {
    const failed: string[] = []
    let delivered = 0
    for (;;) {
      await this.idle()
      const round = await Promise.all(Array.from({ length: this.#parallel }, () => this.#empty(failed)))
      const count = round.reduce((sum, n) => sum + n, 0)
      delivered += count
      if (count === 0) return delivered
    }
  }

  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working)
  }

  async stop(): Promise<void> {
    this.#byItself = false
    clearTimeout(this.#timer)
    this.#unlisten()
    await this.idle()
  }

  /** Sets one more hand to work, up to the limit; each works until it finds nothing due, then wakes the next in time. */
  #wake(): void {
    if (!this.#byItself) return
    if (this.#working.size >= this.#parallel) {
      // Every hand may just have found nothing: whoever ends first looks once more.
      this.#missed = true
      return
    }
    const hand = this.#hand().finally(() => {
      this.#working.delete(hand)
      if (!this.#missed) return
      this.#missed = false
      this.#wake()
    })
    this.#working.add(hand)
  }

  async #hand(): Promise<void> {
    let asked = this.#delivery.clock()
    try {
      while (this.#byItself) {
        asked = this.#delivery.clock()
        const attempt = await this.#attempt()
        if (!attempt) break
        if (attempt.error) this.#say(attempt.item.topic, attempt.item.id, attempt.error)
      }
    } catch (error) {
      this.#log(`outbox: ${(error as Error).message}`)
    }
    await this.#setTimer(asked)
  }

  /** One hand is kept free of what waits for another's machine. */
  async #attempt(): Promise<Attempt | null> {
    // Where there was something, there may be more in other streams, and this one may take long.
    const taken = () => this.#wake()
    if (this.#remoteHands === 0) return attemptNext(this.#delivery, { topic: this.#remote }, taken)
    this.#remoteHands--
    try {
      return await attemptNext(this.#delivery, {}, taken)
    } finally {
      this.#remoteHands++
    }
  }

  /** Sets the timer for the first item that was not yet due at `asked`, when this process last looked and found nothing. */
  async #setTimer(asked: Temporal.Instant): Promise<void> {
    if (!this.#byItself) return
    const next = await nextDue(this.#delivery.db, asked).catch(() => null)
    if (!this.#byItself) return
    const pause = next ? Math.ceil(next.since(this.#delivery.clock()).total('milliseconds')) : this.#pollEvery
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#wake(), Math.max(0, Math.min(pause, this.#pollEvery))).unref()
  }

  /** Delivers what is due, leaving aside what has failed; adds to `failed`. */
  async #empty(failed: string[]): Promise<number> {
    let delivered = 0
    for (;;) {
      const attempt = await attemptNext(this.#delivery, { items: failed })
      if (!attempt) return delivered
      if (attempt.error) {
        failed.push(attempt.item.id)
        this.#say(attempt.item.topic, attempt.item.id, attempt.error)
      } else delivered++
    }
  }

  #say(topic: string, id: string, error: string): void {
    this.#log(`outbox: ${topic} ${id} failed, to be tried again: ${error}`)
  }
}
