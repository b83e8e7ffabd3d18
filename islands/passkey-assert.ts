/** Asks for the person's own passkey to say yes to one thing, such as an agreement. */
import { passkeyAnswers } from './passkey-ceremony.ts'

class PasskeyAssert extends HTMLElement {
  connectedCallback(): void {
    passkeyAnswers(this, 'get')
  }
}

customElements.define('passkey-assert', PasskeyAssert)
