/**
 * `<stage-keys>` around the console: once its box is ticked, keys press the buttons that carry `data-key`. Off by default, since single
 * keys get in the way of screen readers and voice control; never while someone types.
 */
const remembered = 'chirograph-stage-keys'

class StageKeys extends HTMLElement {
  #box: HTMLInputElement | null = null
  #listen = (event: KeyboardEvent) => this.#pressed(event)

  connectedCallback(): void {
    this.#box = document.querySelector<HTMLInputElement>('#stage-keys-on')
    if (this.#box) {
      this.#box.checked = localStorage.getItem(remembered) === 'on'
      this.#box.addEventListener('change', () => localStorage.setItem(remembered, this.#box?.checked ? 'on' : 'off'))
    }
    addEventListener('keydown', this.#listen)
  }

  disconnectedCallback(): void {
    removeEventListener('keydown', this.#listen)
  }

  #pressed(event: KeyboardEvent): void {
    if (!this.#isOn() || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = event.target as HTMLElement
    if (at.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], dialog')) return
    // A focused button is pressed by its own keys.
    if ((event.key === ' ' || event.key === 'Enter') && at.closest('button, a, summary, input')) return
    const button = this.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(event.key)}"]:not(:disabled)`)
    if (!button) return
    event.preventDefault()
    button.form?.requestSubmit(button)
  }

  /** The box may have been renewed meanwhile. */
  #isOn(): boolean {
    return document.querySelector<HTMLInputElement>('#stage-keys-on')?.checked ?? false
  }
}

customElements.define('stage-keys', StageKeys)
