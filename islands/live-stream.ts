/** One event stream shared by all regions of a page that listen to the same address. */

export interface Listener {
  changed(): void
  connected(is: boolean): void
}

const longestWait = 30_000
const quietBeforeOffline = 4_000

/** Opens the stream while someone listens and the page is seen; opens it again after a failure, waiting longer each time. */
class Stream {
  readonly #address: string
  readonly #listeners = new Set<Listener>()
  #source: EventSource | undefined
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #offline: ReturnType<typeof setTimeout> | undefined

  constructor(address: string) {
    this.#address = address
    document.addEventListener('visibilitychange', () => this.#fit())
    addEventListener('pagehide', () => this.#shut())
    addEventListener('pageshow', () => this.#fit())
  }

  add(listener: Listener): void {
    this.#listeners.add(listener)
    this.#fit()
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener)
    this.#fit()
  }

  /** A page nobody looks at gives its connection back: browsers allow only six to one host. */
  #fit(): void {
    const wanted = this.#listeners.size > 0 && document.visibilityState === 'visible'
    if (wanted && !this.#source) this.#connect()
    if (!wanted) this.#shut()
  }

  #connect(): void {
    clearTimeout(this.#retry)
    const source = new EventSource(this.#address)
    this.#source = source
    const changed = () => {
      for (const listener of this.#listeners) listener.changed()
    }
    source.addEventListener('message', changed)
    source.addEventListener('revision', changed)
    source.addEventListener('open', () => this.#opened())
    source.addEventListener('error', () => this.#failed(source))
  }

  #opened(): void {
    this.#failures = 0
    clearTimeout(this.#offline)
    this.#offline = undefined
    this.#tell(true)
  }

  #failed(source: EventSource): void {
    this.#offline ??= setTimeout(() => this.#tell(false), quietBeforeOffline)
    // The browser tries again by itself after a broken connection, but gives up when it was answered with an error.
    if (source.readyState !== EventSource.CLOSED || this.#source !== source) return
    this.#source = undefined
    const wait = Math.min(longestWait, 1000 * 2 ** this.#failures++)
    this.#retry = setTimeout(() => this.#fit(), wait * (0.75 + Math.random() / 2))
  }

  #shut(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#offline)
    this.#offline = undefined
    this.#source?.close()
    this.#source = undefined
  }

  #tell(connected: boolean): void {
    for (const listener of this.#listeners) listener.connected(connected)
  }
}

const streams = new Map<string, Stream>()

/** The stream of an address, the same for all who ask. */
export function streamOf(address: string): Stream {
  const stream = streams.get(address) ?? new Stream(address)
  streams.set(address, stream)
  return stream
}
