/** Signs in with any passkey this browser holds for the node. */
import { passkeyAnswers } from './passkey-ceremony.ts'

class PasskeySignIn extends HTMLElement {
  connectedCallback(): void {
    passkeyAnswers(this, 'get')
  }
}

customElements.define('passkey-sign-in', PasskeySignIn)
