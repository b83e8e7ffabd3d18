/**
 * `<stage-feed src snapshot offline now>` around the stage: takes the parts that changed from the stream and renews them in place.
 * Where a network holds no stream, asks for the whole stage every few seconds instead.
 */
import { morphChildren } from './morph.ts'
import { learnTime } from './stage-time.ts'

/** Milliseconds without a sign of life after which the stream is taken for dead; the server speaks every 15 s. */
const silence = 40_000
const longestWait = 15_000
const quietBeforeOffline = 5_000
/** Failures in a row after which the stage is asked for instead. */
const patience = 3
const askEvery = 5_000

class StageFeed extends HTMLElement {
  #source: EventSource | undefined
  #cursor = ''
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #offline: ReturnType<typeof setTimeout> | undefined
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #line: HTMLElement | undefined

  connectedCallback(): void {
    learnTime(Number(this.getAttribute('now')))
    this.#cursor = new URL(this.#src(), location.href).searchParams.get('at') ?? ''
    addEventListener('pagehide', () => this.#shut())
    addEventListener('pageshow', () => this.#source ?? this.#connect())
    this.#connect()
  }

  disconnectedCallback(): void {
    this.#shut()
  }

  #src(): string {
    return this.getAttribute('src') ?? ''
  }

  #connect(): void {
    clearTimeout(this.#retry)
    const address = new URL(this.#src(), location.href)
    address.searchParams.set('at', this.#cursor)
    const source = new EventSource(address)
    this.#source = source
    source.addEventListener('open', () => this.#alive())
    source.addEventListener('parts', (event) => this.#take(JSON.parse(event.data), event.lastEventId))
    source.addEventListener('time', (event) => {
      learnTime(Number(event.data))
      this.#alive()
    })
    source.addEventListener('bye', (event) => {
      this.#shut()
      this.#retry = setTimeout(() => this.#connect(), Number(event.data) || 3_000)
    })
    source.addEventListener('error', () => this.#failed(source))
    this.#watch()
  }

  #alive(): void {
    this.#failures = 0
    clearTimeout(this.#offline)
    this.#offline = undefined
    this.#tell('')
    this.#watch()
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#again(), silence)
  }

  #failed(source: EventSource): void {
    this.#offline ??= setTimeout(() => this.#tell(this.getAttribute('offline') ?? ''), quietBeforeOffline)
    if (this.#source === source) this.#again()
  }

  /** Opens the stream anew, each time a little later and never all viewers at once. */
  #again(): void {
    this.#source?.close()
    this.#source = undefined
    clearTimeout(this.#watchdog)
    this.#failures++
    if (this.#failures > patience) void this.#ask()
    const wait = Math.min(longestWait, 500 * 2 ** this.#failures)
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#connect(), Math.min(wait, askEvery) * (0.5 + Math.random()))
  }

  /** The whole stage, for networks that hold no stream. */
  async #ask(): Promise<void> {
    const answer = await fetch(this.getAttribute('snapshot') ?? '', { cache: 'no-cache' }).catch(() => null)
    if (answer?.status === 403) return location.reload()
    if (!answer?.ok) return
    const { at, regions } = await answer.json()
    if (at === this.#cursor) return
    clearTimeout(this.#offline)
    this.#tell('')
    this.#take(regions, at)
  }

  #take(parts: Record<string, string>, cursor: string): void {
    this.#cursor = cursor
    // Only what changes before someone's eyes may move.
    this.setAttribute('renewed', '')
    for (const [id, html] of Object.entries(parts)) {
      const place = document.getElementById(id)
      if (!place) continue
      const fresh = new DOMParser().parseFromString(html, 'text/html').body
      morphChildren(place, fresh)
    }
  }

  #tell(text: string): void {
    this.#line ??= this.#makeLine()
    if (this.#line.textContent !== text) this.#line.textContent = text
  }

  #makeLine(): HTMLElement {
    const line = document.createElement('p')
    line.className = 'live-status'
    line.setAttribute('role', 'status')
    document.body.prepend(line)
    return line
  }

  #shut(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#offline)
    clearTimeout(this.#watchdog)
    this.#offline = undefined
    this.#source?.close()
    this.#source = undefined
  }
}

customElements.define('stage-feed', StageFeed)
