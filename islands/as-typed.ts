/** What islands share that ask while somebody types: only when the keys rest, and only the latest question's answer counts. */

export interface Question {
  address: string | URL
  /** For what must not stand in an address. */
  init?: RequestInit
  /** Where the answer is shown. */
  shown: Element
}

export abstract class AsTyped extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  /** Milliseconds the keys rest before it is asked. */
  protected abstract readonly rest: number

  /** @returns nothing where there is nothing to ask */
  protected abstract question(form: HTMLFormElement): Question | undefined

  /** Whether typing in this field asks anew. */
  protected asksFor(_field: HTMLInputElement): boolean {
    return true
  }

  connectedCallback(): void {
    this.addEventListener('input', this.#typed)
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#typed)
    clearTimeout(this.#timer)
    this.#asked?.abort()
  }

  #typed = (event: Event): void => {
    if (!this.asksFor(event.target as HTMLInputElement)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), this.rest)
  }

  async #ask(): Promise<void> {
    const form = this.querySelector('form')
    const asked = form && this.question(form)
    if (!asked) return
    this.#asked?.abort()
    this.#asked = new AbortController()
    // A failed look-up leaves what stood there; sending the form asks again.
    const answer = await fetch(asked.address, { ...asked.init, signal: this.#asked.signal }).catch(() => undefined)
    if (answer?.ok) asked.shown.innerHTML = await answer.text()
  }
}
