/**
 * `<alike-as-typed ask="PATH" fields="a b">` around a form: while those fields are typed, asks the path who is like that and shows
 * the answer in its `[data-alike]`. What is typed goes in the request's body, never into an address that logs keep.
 */
class AlikeAsTyped extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked: AbortController | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#typed)
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#typed)
    clearTimeout(this.#timer)
    this.#asked?.abort()
  }

  #typed = (event: Event): void => {
    const { name } = event.target as HTMLInputElement
    if (!this.#fields().includes(name)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 200)
  }

  #fields(): string[] {
    return (this.getAttribute('fields') ?? '').split(' ')
  }

  async #ask(): Promise<void> {
    const form = this.querySelector('form')
    const shown = this.querySelector('[data-alike]')
    const path = this.getAttribute('ask')
    if (!form || !shown || !path) return
    this.#asked?.abort()
    this.#asked = new AbortController()
    const all = new FormData(form)
    const body = new URLSearchParams(this.#fields().map((name) => [name, String(all.get(name) ?? '')]))
    // A failed look-up leaves what stood there; sending the form asks again.
    const answer = await fetch(path, { method: 'POST', body, signal: this.#asked.signal }).catch(() => undefined)
    if (answer?.ok) shown.innerHTML = await answer.text()
  }
}

customElements.define('alike-as-typed', AlikeAsTyped)
