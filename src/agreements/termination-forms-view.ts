/** The forms with which a signatory speaks about ending an agreement: with a passkey, or by a mailed code. */
import { speak } from '#src/platform/i18n/words.ts'
import { passkeyForm } from '#src/platform/people/passkey-form.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  hidden,
  html,
  notice,
  section,
  submit,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import type { TerminationView } from './read-termination.ts'
import type { Reader } from './reader.ts'
import type { Termination, TerminationAct } from './termination.ts'
import { terminationWords } from './termination-words.ts'

interface Saying {
  act: TerminationAct
  termination?: string
  label: string
  fields?: Content
}

function sayForm(
  { root, method }: TerminationView,
  { act, termination = '', label, fields }: Saying,
  { language }: Reader,
): Html {
  const w = speak(terminationWords, language)
  const at = `/agreements/${root.id}/termination`
  const values = { act, termination }
  if (method === 'passkey')
    return passkeyForm({
      island: 'passkey-assert',
      action: at,
      options: { url: `${at}/options` },
      label,
      kind: 'plain',
      values,
      body: fields ?? '',
      language,
    })
  return form({
    action: `${at}/code`,
    body: html`${hidden(values)}${fields}${actions(submit({ label: w.codeFirst, kind: 'plain' }))}`,
  })
}

/** Beginning: by notice, where the text gives that right; or together. */
export function beginForms(view: TerminationView, reader: Reader): Content {
  const w = speak(terminationWords, reader.language)
  const months = view.text.term?.noticeMonths ?? 0
  const reason = (id: string) =>
    textArea({ name: 'reason', id, label: w.reason, required: true, rows: 3, maxlength: 4000, wide: true })
  const give =
    view.may.notice &&
    section({
      title: w.giveTitle,
      body: html`<p>${w.giveText(months)}</p>${sayForm(view, { act: 'give_notice', label: w.giveDo, fields: reason('notice-reason') }, reader)}`,
    })
  const lastDay = textField({ name: 'last_day', id: 'last-day', label: w.lastDay, type: 'date', required: true })
  const fields = html`${lastDay}${reason('mutual-reason')}`
  const propose =
    view.may.propose &&
    section({
      title: w.proposeTitle,
      body: html`<p>${w.proposeText}</p>${sayForm(view, { act: 'propose_end', label: w.proposeDo, fields }, reader)}`,
    })
  return html`${give}${propose}${codeForm(view, reader)}`
}

/** Answering one there is. */
export function answerForms(view: TerminationView, { id }: Termination, reader: Reader): Content {
  const w = speak(terminationWords, reader.language)
  const agree =
    view.may.agree.includes(id) && sayForm(view, { act: 'agree_end', termination: id, label: w.agreeDo }, reader)
  const back =
    view.may.withdraw.includes(id) &&
    html`<p class="small muted">${w.withdrawText}</p>${sayForm(view, { act: 'withdraw', termination: id, label: w.withdrawDo }, reader)}`
  return html`${agree}${back}`
}

function codeForm({ root, method }: TerminationView, { language }: Reader): Content {
  if (method !== 'code') return ''
  const w = speak(terminationWords, language)
  const code = textField({
    name: 'code',
    label: w.codeField,
    required: true,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 20,
  })
  return html`${notice({ kind: 'warning', title: w.codeNote })}${form({ action: `/agreements/${root.id}/termination/code-consent`, body: html`${code}${actions(submit({ label: w.codeDo, kind: 'plain' }))}` })}`
}
