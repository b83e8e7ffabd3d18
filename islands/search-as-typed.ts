import { AsTyped, type Question } from './as-typed.ts'

/**
 * `<search-as-typed results="ID">` around a GET form with a search field: shows what is found while one types. The form's own
 * address is asked with `part=ID`; without scripts the button does the same.
 */
class SearchAsTyped extends AsTyped {
  protected readonly rest = 150

  protected question(form: HTMLFormElement): Question | undefined {
    const results = this.getAttribute('results') ?? ''
    const shown = document.getElementById(results)
    if (!shown) return undefined
    const address = new URL(form.action)
    for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value))
    history.replaceState(history.state, '', address)
    address.searchParams.set('part', results)
    return { address, shown }
  }
}

customElements.define('search-as-typed', SearchAsTyped)
