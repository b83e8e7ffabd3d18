/**
 * `<caption-lines>` around the form of an interpreter's box: Enter sends the first line and leaves the rest; Shift and Enter begins a
 * new one. The page stays as it is, so that nothing typed meanwhile is lost.
 */
class CaptionLines extends HTMLElement {
  #sending: Promise<void> = Promise.resolve()

  connectedCallback(): void {
    const form = this.querySelector('form')
    const box = this.querySelector('textarea')
    if (!form || !box) return
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#take(form, box)
    })
    box.addEventListener('keydown', (event) => {
      // Enter also confirms a word of a Chinese input method.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      this.#take(form, box)
    })
  }

  #take(form: HTMLFormElement, box: HTMLTextAreaElement): void {
    const lines = box.value.split('\n').filter((line) => line.trim() !== '')
    const line = lines.shift()
    if (!line) return
    box.value = lines.join('\n')
    box.setSelectionRange(0, 0)
    const said = { language: new FormData(form).get('language') as string, lines: line, id: crypto.randomUUID() }
    // One after the other: lines arrive in the order they were sent.
    this.#sending = this.#sending.then(() => this.#send(form, box, said))
  }

  async #send(form: HTMLFormElement, box: HTMLTextAreaElement, said: Record<string, string>): Promise<void> {
    for (let tries = 0; tries < 4; tries++) {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(said) }).catch(() => null)
      if (answer?.ok) return
      // Refused: it comes back to whoever typed it.
      if (answer && answer.status < 500) break
      await new Promise((done) => setTimeout(done, 500 * 2 ** tries))
    }
    box.value = box.value ? `${said.lines}\n${box.value}` : (said.lines ?? '')
  }
}

customElements.define('caption-lines', CaptionLines)
