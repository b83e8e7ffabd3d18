/** Deciding a step of approval: yes with one press, no with a reason. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  dialog,
  form,
  type Html,
  hash,
  hidden,
  html,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import { approvalWords } from './decision-words.ts'
import type { ShownStep } from './read-approving.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { seatsHash } from './seats.ts'

/** Both forms, where the step waits for the visitor. */
export function decisionForms(n: Negotiation, { key }: ShownStep, label: string, reader: Reader): Content {
  const awaited = n.awaited.find((one) => one.key === key)
  if (!awaited) return ''
  const w = speak(approvalWords, reader.language)
  const { textHash } = n.agreement.frozen!
  const instead = awaited.instead && html`<p class="small">${w.instead(awaited.instead)}</p>`
  const yes = form({
    action: `/agreements/${n.agreement.id}/approvals`,
    label: w.approve(label),
    body: html`${instead}<p class="small">${w.approveNote}</p><p>${hash(textHash, { language: reader.language })}</p>${hidden({ step: key, text_hash: textHash, seats_hash: seatsHash(n.pins) })}${actions(submit({ label: w.approve(label) }))}`,
  })
  return html`${yes}${rejectDialog(n, key, label, reader)}`
}

function rejectDialog(n: Negotiation, key: string, label: string, reader: Reader): Html {
  const w = speak(approvalWords, reader.language)
  const { language } = reader
  const reason = { name: 'reason', id: `reject-${key}-reason`, rows: 3, maxlength: 4000, wide: true }
  const told = { name: 'told', id: `reject-${key}-told`, rows: 2, maxlength: 4000, wide: true, language }
  return dialog({
    id: `reject-${key}`,
    open: w.reject,
    kind: 'quiet',
    title: w.rejectTitle(label),
    language,
    body: form({
      action: `/agreements/${n.agreement.id}/rejections`,
      body: html`<p>${w.rejectText}</p>${textArea({ ...reason, label: w.reason, hint: w.reasonHint, required: true })}${textArea({ ...told, label: w.told(reader.short.theirs), hint: w.toldHint })}${hidden({ step: key })}${actions(submit({ label: w.reject, kind: 'danger' }))}`,
    }),
  })
}
