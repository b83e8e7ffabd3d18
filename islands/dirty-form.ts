/**
 * `<dirty-form unsaved [dirty]>` around a form: says when something is not saved, warns before leaving, lets text areas grow.
 * Words that came back, refused or only moved about (`dirty`), are as unsaved as those typed since.
 */
class DirtyForm extends HTMLElement {
  #dirty = false
  #line: HTMLElement | undefined

  connectedCallback(): void {
    this.addEventListener('input', this.#changed)
    this.addEventListener('submit', this.#saved)
    addEventListener('beforeunload', this.#leaving)
    for (const area of this.querySelectorAll('textarea')) this.#grow(area)
    const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const refused = page?.responseStatus === 422 || page?.responseStatus === 409
    if (this.hasAttribute('dirty') || refused) this.#spoil()
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#leaving)
  }

  #changed = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) this.#grow(event.target)
    this.#spoil()
  }

  #spoil(): void {
    this.#dirty = true
    this.#say(this.getAttribute('unsaved') ?? '')
  }

  #saved = (event: Event): void => {
    if (event.defaultPrevented) return
    this.#dirty = false
  }

  #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#dirty) event.preventDefault()
  }

  #grow(area: HTMLTextAreaElement): void {
    // Newer browsers do this by the stylesheet alone.
    if (CSS.supports('field-sizing', 'content')) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }

  #say(text: string): void {
    if (!this.#line) {
      this.#line = document.createElement('p')
      this.#line.className = 'hint unsaved'
      this.#line.setAttribute('role', 'status')
      this.#line.setAttribute('data-island', '')
      this.querySelector('form')?.append(this.#line)
    }
    this.#line.textContent = text
  }
}

customElements.define('dirty-form', DirtyForm)
