/** `<copy-text value copy copied>`: adds a button that copies `value`. Without scripts the text can still be marked and copied. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard || this.querySelector('.copy-button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy-button'
    button.setAttribute('data-island', '')
    button.setAttribute('aria-live', 'polite')
    button.textContent = this.getAttribute('copy')
    button.addEventListener('click', () => this.#copy(button))
    this.append(button)
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(this.getAttribute('value') ?? '')
    button.textContent = this.getAttribute('copied')
    setTimeout(() => {
      button.textContent = this.getAttribute('copy')
    }, 2000)
  }
}

customElements.define('copy-text', CopyText)
