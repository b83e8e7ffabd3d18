/** `<stage-clock zone>16:42</stage-clock>`: keeps the time of a city going. */
import { everyTick, serverNow } from './stage-time.ts'

class StageClock extends HTMLElement {
  #end = () => {}

  connectedCallback(): void {
    const timeZone = this.getAttribute('zone') ?? 'UTC'
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    this.#end = everyTick(() => {
      const shown = format.format(serverNow())
      if (this.textContent !== shown) this.textContent = shown
    })
  }

  disconnectedCallback(): void {
    this.#end()
  }
}

customElements.define('stage-clock', StageClock)
