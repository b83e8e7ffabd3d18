/** Adds a passkey to the account: the form is sent with what the new passkey says. */
import { passkeyAnswers } from './passkey-ceremony.ts'

class PasskeyRegister extends HTMLElement {
  connectedCallback(): void {
    passkeyAnswers(this, 'create')
  }
}

customElements.define('passkey-register', PasskeyRegister)
