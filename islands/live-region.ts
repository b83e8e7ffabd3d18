/**
 * `<live-region id src [fragment] offline>`: on each event from `src`, fetches `fragment` (this page when left out) and
 * renews what stands inside in place. Without scripts it is a plain block that a reload renews.
 */
import { type Listener, streamOf } from './live-stream.ts'
import { morphChildren } from './morph.ts'

/** Regions that fetch the same page at the same moment share the answer. */
const underWay = new Map<string, Promise<Document | null>>()

async function read(address: string): Promise<Document | null> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return null
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

function fetchOnce(address: string): Promise<Document | null> {
  const present = underWay.get(address)
  if (present) return present
  const coming = read(address).finally(() => underWay.delete(address))
  underWay.set(address, coming)
  return coming
}

/** Scripts of islands that stand in the fetched page and not yet in ours. */
function loadIslands(from: Document): void {
  for (const script of from.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')) {
    const address = script.getAttribute('src') ?? ''
    if (document.querySelector(`script[src="${CSS.escape(address)}"]`)) continue
    const ours = document.createElement('script')
    ours.type = 'module'
    ours.src = address
    document.head.append(ours)
  }
}

/** A line of the page that speaks: for screen readers, or for everyone when the connection is lost. */
function speaker(className: string): HTMLElement {
  const present = document.querySelector<HTMLElement>(`p[data-island].${className}`)
  if (present) return present
  const line = document.createElement('p')
  line.className = className
  line.setAttribute('role', 'status')
  line.setAttribute('data-island', '')
  document.body.prepend(line)
  return line
}

function said(region: Element): string[] {
  return [...region.querySelectorAll('[data-announce]')].map(
    (part) => part.querySelector('[role="img"]')?.getAttribute('aria-label') ?? part.textContent?.trim() ?? '',
  )
}

let reloading = false

/** Several regions may find at the same moment that their page is gone. */
function reloadOnce(): void {
  if (!reloading) location.reload()
  reloading = true
}

class LiveRegion extends HTMLElement implements Listener {
  #renewing = false
  #again = false
  #news = false

  connectedCallback(): void {
    const src = this.getAttribute('src') ?? ''
    // An address that says since when tells only what is new; any other begins by telling how things stand.
    this.#news = new URL(src, location.href).searchParams.has('since')
    streamOf(src).add(this)
  }

  disconnectedCallback(): void {
    streamOf(this.getAttribute('src') ?? '').remove(this)
  }

  connected(is: boolean): void {
    speaker('live-status').textContent = is ? '' : this.getAttribute('offline')
  }

  /** Events that come while a renewal is under way lead to one more, never to two at a time. */
  async changed(): Promise<void> {
    this.#again = true
    if (this.#renewing) return
    this.#renewing = true
    while (this.#again) {
      this.#again = false
      await this.#renew()
    }
    this.#renewing = false
  }

  async #renew(): Promise<void> {
    const own = this.getAttribute('fragment')
    const fetched = await fetchOnce(own ?? location.href)
    if (!fetched || !this.isConnected) return
    const region = own === null ? fetched.getElementById(this.id) : (fetched.getElementById(this.id) ?? fetched.body)
    // The page is no longer what it was (moved on, or signed out): the reader should see the new one whole.
    if (!region) return reloadOnce()
    loadIslands(fetched)
    this.#take(region)
  }

  #take(region: Element): void {
    const before = said(this)
    if (this.#news) this.setAttribute('renewed', '')
    this.#news = true
    morphChildren(this, region)
    const news = said(this).filter((text, at) => text !== before[at])
    if (news.length > 0) speaker('visually-hidden').textContent = news.join('. ')
  }
}

customElements.define('live-region', LiveRegion)
