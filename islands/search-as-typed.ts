/**
 * `<search-as-typed results="ID">` around a GET form with a search field: shows what is found while one types. The form's own
 * address is asked with `part=ID`; without scripts the button does the same.
 */
class SearchAsTyped extends HTMLElement {
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

  #typed = (): void => {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), 150)
  }

  async #ask(): Promise<void> {
    const form = this.querySelector('form')
    const results = this.getAttribute('results') ?? ''
    const shown = document.getElementById(results)
    if (!form || !shown) return
    this.#asked?.abort()
    this.#asked = new AbortController()
    const address = new URL(form.action)
    for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value))
    history.replaceState(history.state, '', address)
    address.searchParams.set('part', results)
    // A failed look-up leaves what was found before; the button is still there.
    const answer = await fetch(address, { signal: this.#asked.signal }).catch(() => undefined)
    if (answer?.ok) shown.innerHTML = await answer.text()
  }
}

customElements.define('search-as-typed', SearchAsTyped)
