/**
 * `<confirm-dialog cancel>` around `<details><summary>…</summary><dialog open>…</dialog></details>`: without scripts
 * the question unfolds in place; with them it is asked in a modal dialog.
 */
class ConfirmDialog extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details')
    const dialog = this.querySelector('dialog')
    if (!details || !dialog || dialog.querySelector('.close')) return
    dialog.prepend(this.#closeButton(dialog))
    details.addEventListener('toggle', () => this.#follow(details, dialog))
    dialog.addEventListener('close', () => {
      details.open = false
    })
    this.#follow(details, dialog)
  }

  #follow(details: HTMLDetailsElement, dialog: HTMLDialogElement): void {
    if (details.open && !dialog.matches(':modal')) {
      // The attribute is how it shows without scripts; closing by `close()` would tell the details to fold again.
      dialog.removeAttribute('open')
      dialog.showModal()
    }
  }

  #closeButton(dialog: HTMLDialogElement): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet close'
    button.setAttribute('data-island', '')
    button.textContent = this.getAttribute('cancel')
    button.addEventListener('click', () => dialog.close())
    return button
  }
}

customElements.define('confirm-dialog', ConfirmDialog)
