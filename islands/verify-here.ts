/**
 * `<verify-here judge trust ended working failed lead>`: judges the chosen or dropped file here, in the browser, and nothing of it is sent
 * but, afterwards, the hash of the document before its signatures, to hear whether the node knows that its signing came to nothing.
 * Without scripts, or where the browser cannot judge, the form sends the file to the node as ever.
 */
interface Judged {
  html: string
  /** SHA-256 of the document before its signatures, where one was found. */
  document: string | null
}

type Judge = (bytes: Uint8Array, trust: unknown, language: string) => Promise<Judged>

class VerifyHere extends HTMLElement {
  #latest = 0
  #sends = false

  connectedCallback(): void {
    const lead = this.querySelector('[data-lead]')
    if (lead) lead.textContent = this.getAttribute('lead')
    const input = this.querySelector<HTMLInputElement>('input[type="file"]')
    input?.addEventListener('change', () => this.#take(input.files?.[0]))
    this.querySelector('form')?.addEventListener('submit', (event) => {
      if (this.#sends) return
      event.preventDefault()
      this.#take(input?.files?.[0])
    })
    document.addEventListener('dragover', (event) => event.preventDefault())
    document.addEventListener('drop', (event) => {
      event.preventDefault()
      this.#take(event.dataTransfer?.files[0])
    })
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file || this.#sends) return
    const turn = ++this.#latest
    const out = this.querySelector<HTMLElement>('[data-result]')
    // What the node said of an earlier file is not about this one.
    for (const old of document.querySelectorAll('[data-earlier]')) old.remove()
    if (!out) return
    out.textContent = this.getAttribute('working')
    try {
      const drawn = await this.#judge(file)
      if (turn === this.#latest) out.innerHTML = drawn
    } catch {
      this.#sends = true
      out.textContent = this.getAttribute('failed')
    }
  }

  async #judge(file: File): Promise<string> {
    const [{ judge }, trust, bytes] = await Promise.all([
      import(this.getAttribute('judge') ?? '') as Promise<{ judge: Judge }>,
      this.#ask(this.getAttribute('trust') ?? ''),
      file.arrayBuffer(),
    ])
    const found = await judge(new Uint8Array(bytes), trust, document.documentElement.lang)
    if (!found.document) return found.html
    const known = await this.#ask(`${this.getAttribute('ended')}?document=${found.document}`)
    return `${(known as { notice: string }).notice}${found.html}`
  }

  async #ask(address: string): Promise<unknown> {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return answer.json()
  }
}

customElements.define('verify-here', VerifyHere)
