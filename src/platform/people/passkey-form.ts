/** A form a passkey answers. An island asks the browser for the answer and sends it in the field `response`. */
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  type ButtonKind,
  type Content,
  type Html,
  hidden,
  html,
  jsonScript,
  link,
  submit,
} from '#src/platform/ui/index.ts'
import { passkeyWords } from './words.ts'

export interface PasskeyForm {
  island: 'passkey-register' | 'passkey-sign-in' | 'passkey-assert'
  action: string
  label: Content
  kind?: ButtonKind
  /** Where the island fetches the options when the button is pressed (POST, with the form's fields), or the options themselves. */
  options: { url: string } | { json: PublicKeyCredentialRequestOptionsJSON }
  values?: Record<string, string>
  /** Fields above the button. */
  body?: Content
  language: Language
}

const element = {
  'passkey-register': (inner: Html) => html`<passkey-register>${inner}</passkey-register>`,
  'passkey-sign-in': (inner: Html) => html`<passkey-sign-in>${inner}</passkey-sign-in>`,
  'passkey-assert': (inner: Html) => html`<passkey-assert>${inner}</passkey-assert>`,
}

/** Without scripts the form is sent with an empty `response`, which the server answers in words. */
export function passkeyForm(o: PasskeyForm): Html {
  const w = speak(passkeyWords, o.language)
  const url = 'url' in o.options ? o.options.url : ''
  const inline = 'json' in o.options && jsonScript('passkey-options', o.options.json)
  return element[o.island](html`<form class="stack" action="${link(o.action)}" method="post" data-options="${link(url)}"
    data-cancelled="${w.cancelled}" data-unsupported="${w.unsupported}" data-present="${w.present}" data-failed="${w.failed}" data-waiting="${w.waiting}">
    ${hidden({ ...o.values, response: '' })}${o.body}
    <div class="actions">${submit({ label: o.label, kind: o.kind ?? 'primary' })}</div>
    <p class="passkey-status" role="status"></p>
    ${inline}
  </form>`)
}
