/** One direct session connection on which PostgreSQL tells us that something changed. */
import { TemporalClient } from './client.ts'

/** `payload` is null when notifications may have been missed: read the state again. */
export type Heard = (payload: string | null) => void

export interface Listener {
  /** Calls `heard` on every notification of `channel`, from the moment the promise is kept. */
  on(channel: string, heard: Heard): Promise<() => void>
  close(): Promise<void>
}

export interface ListenOptions {
  /** Milliseconds between checks that the connection is alive. */
  checkEvery?: number
  /** Longest pause between two attempts to reconnect, in milliseconds. */
  longestPause?: number
}

/**
 * Opens the connection; must go to PostgreSQL itself, not through PgBouncer's transaction pooling.
 * When it breaks it is opened again, and every handler is called once with null.
 */
export async function listen(url: string, options: ListenOptions = {}): Promise<Listener> {
  const listener = new ReconnectingListener(url, options)
  await listener.open()
  return listener
}

class ReconnectingListener implements Listener {
  readonly #url: string
  readonly #checkEvery: number
  readonly #longestPause: number
  readonly #handlers = new Map<string, Set<Heard>>()
  #client: TemporalClient | null = null
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(url: string, { checkEvery = 20_000, longestPause = 5_000 }: ListenOptions) {
    this.#url = url
    this.#checkEvery = checkEvery
    this.#longestPause = longestPause
  }

  async open(): Promise<void> {
    const client = new TemporalClient({
      connectionString: this.#url,
      keepAlive: true,
      application_name: 'chirograph listener',
      connectionTimeoutMillis: 10_000,
      // A connection that dies silently (a firewall forgot it) is noticed by the check failing in time.
      query_timeout: 10_000,
    })
    client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''))
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    try {
      await client.connect()
      for (const channel of this.#handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    this.#client = client
    if (this.#closed) return this.close()
    this.#timer = setInterval(() => client.query('select 1').catch(() => this.#lost(client)), this.#checkEvery).unref()
  }

  async on(channel: string, heard: Heard): Promise<() => void> {
    const known = this.#handlers.get(channel)
    if (known) known.add(heard)
    else this.#handlers.set(channel, new Set([heard]))
    // While the connection is down there is nothing to do here: `open` listens to all channels when it is back.
    const client = this.#client
    if (!known && client)
      await client.query(`listen ${client.escapeIdentifier(channel)}`).catch(() => this.#lost(client))
    return () => this.#handlers.get(channel)?.delete(heard)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  #tell(channel: string, payload: string | null): void {
    for (const heard of this.#handlers.get(channel) ?? []) heard(payload)
  }

  #lost(client: TemporalClient): void {
    if (this.#closed || this.#client !== client) return
    this.#client = null
    clearInterval(this.#timer)
    client.end().catch(() => {})
    this.#reopen(50)
  }

  #reopen(pause: number): void {
    this.#timer = setTimeout(() => {
      if (this.#closed) return
      this.open().then(
        () => {
          for (const channel of this.#handlers.keys()) this.#tell(channel, null)
        },
        () => this.#reopen(Math.min(pause * 2, this.#longestPause)),
      )
    }, pause).unref()
  }
}
