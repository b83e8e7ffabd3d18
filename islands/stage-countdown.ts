/**
 * `<stage-countdown until [held] [over="show"] [now]>until 16:50</stage-countdown>`: the time left, in milliseconds of the epoch. What
 * stands inside is for browsers without scripts; this puts the moving figure before it and hides it.
 */
import { everyTick, learnTime, serverNow } from './stage-time.ts'

const two = (n: number): string => String(n).padStart(2, '0')

function figure(milliseconds: number): string {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

class StageCountdown extends HTMLElement {
  static observedAttributes = ['until', 'held']

  #end = () => {}
  #shown: HTMLElement | undefined

  connectedCallback(): void {
    const now = Number(this.getAttribute('now') ?? 'none')
    learnTime(now)
    this.#shown = this.querySelector<HTMLElement>('[data-island]') ?? document.createElement('span')
    this.#shown.setAttribute('data-island', '')
    // Ticking figures are not read out: the hour it ends stands beside them for those who listen.
    this.#shown.setAttribute('aria-hidden', 'true')
    this.#shown.className = 'countdown-left'
    this.prepend(this.#shown)
    this.#end = everyTick(() => this.#tick())
    this.#tick()
  }

  disconnectedCallback(): void {
    this.#end()
  }

  /** The next item's time stands there at once; until the next tick the figure would be the last item's. */
  attributeChangedCallback(): void {
    this.#tick()
  }

  #tick(): void {
    const held = this.getAttribute('held')
    const left = Number(this.getAttribute('until')) - (held ? Number(held) : serverNow())
    const past = left <= -1000
    const shows = this.getAttribute('over') === 'show'
    const text = past ? (shows ? `+${figure(left)}` : '0:00') : figure(Math.max(0, left))
    if (this.#shown && this.#shown.textContent !== text) this.#shown.textContent = text
    const state = past && shows ? 'past' : shows && left < 60_000 ? 'soon' : ''
    if (this.#shown && this.#shown.dataset.state !== state) this.#shown.dataset.state = state
  }
}

customElements.define('stage-countdown', StageCountdown)
