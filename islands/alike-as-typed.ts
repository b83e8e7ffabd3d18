import { AsTyped, type Question } from './as-typed.ts'

/**
 * `<alike-as-typed ask="PATH" fields="a b">` around a form: while those fields are typed, asks the path who is like that and shows
 * the answer in its `[data-alike]`. What is typed goes in the request's body, never into an address that logs keep.
 */
class AlikeAsTyped extends AsTyped {
  protected readonly rest = 200

  protected override asksFor({ name }: HTMLInputElement): boolean {
    return this.#fields().includes(name)
  }

  protected question(form: HTMLFormElement): Question | undefined {
    const shown = this.querySelector('[data-alike]')
    const address = this.getAttribute('ask')
    if (!shown || !address) return undefined
    const all = new FormData(form)
    const body = new URLSearchParams(this.#fields().map((name) => [name, String(all.get(name) ?? '')]))
    return { address, init: { method: 'POST', body }, shown }
  }

  #fields(): string[] {
    return (this.getAttribute('fields') ?? '').split(' ')
  }
}

customElements.define('alike-as-typed', AlikeAsTyped)
