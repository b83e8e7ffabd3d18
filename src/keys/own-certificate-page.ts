/** The page on which an administrator proposes that a signatory signs with a certificate of their own. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  fileField,
  form,
  head,
  hidden,
  html,
  notice,
  page,
  refusalText,
  section,
  submit,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { OwnKind } from './own-certificate.ts'
import { ownWords } from './own-certificate-words.ts'
import { keyRefusalWords } from './refusal-words.ts'

export interface OwnPageView {
  /** Which ways the operator has configured. */
  ways: OwnKind[]
  /** What was typed before a refusal; never a secret. */
  typed: Partial<Record<string, string>>
  refusal?: Refusal
}

export function ownCertificatePage(c: Context<WebEnv>, view: OwnPageView): Response {
  const { language } = c.var
  const w = speak(ownWords, language)
  const { refusal } = view
  const off = (['pkcs11', 'csc'] as const).filter((kind) => !view.ways.includes(kind))
  const body = html`
    ${head({ title: w.title, meta: w.intro })}
    ${refusal && notice({ kind: 'refusal', answer: true, title: refusalText(refusal, keyRefusalWords, language) })}
    ${view.ways.map((kind) => section({ title: w[kind], note: w[`${kind}Note`], body: way(c, view, kind) }))}
    ${off.length > 0 && html`<div class="section stack">${off.map((kind) => html`<p class="muted small">${w[`${kind}Off`]}</p>`)}</div>`}`
  return page(c, { title: w.title, current: 'keys', body }, refusal?.status)
}

function way(c: Context<WebEnv>, { typed }: OwnPageView, kind: OwnKind) {
  const { language } = c.var
  const w = speak(ownWords, language)
  const text = (name: string, label: string, type: 'text' | 'password' = 'text') =>
    textField({
      name,
      id: `${kind}-${name}`,
      label,
      type,
      required: true,
      autocomplete: type === 'password' ? 'new-password' : 'off',
      value: type === 'text' && typed.kind === kind ? typed[name] : undefined,
    })
  const file = (label: string) => fileField({ name: 'file', id: `${kind}-file`, label, required: true })
  const fields = {
    pkcs12: () => html`${file(w.p12File)}${text('passphrase', w.passphrase, 'password')}`,
    pkcs11: () =>
      html`${text('token', w.token)}${text('id', w.keyId)}${text('pin', w.pin, 'password')}${file(w.chainFile)}`,
    csc: () =>
      html`${text('credential', w.credential)}${text('clientId', w.clientId)}${text('clientSecret', w.clientSecret, 'password')}${text('pin', w.pin, 'password')}`,
  }
  const reason = textArea({
    name: 'reason',
    id: `${kind}-reason`,
    label: w.reason,
    rows: 2,
    required: true,
    value: typed.kind === kind ? typed.reason : '',
  })
  return form({
    action: '/keys/own-certificates',
    multipart: true,
    language,
    body: html`${hidden({ kind })}${fields[kind]()}${reason}${actions(submit({ label: w.propose, kind: 'plain' }))}`,
  })
}
