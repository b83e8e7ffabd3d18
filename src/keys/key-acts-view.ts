/** Acts that wait for a second administrator, and those that were decided. */
import { colon, comma, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  form,
  type Html,
  html,
  moments,
  notice,
  section,
  submit,
  textField,
  timeline,
} from '#src/platform/ui/index.ts'
import { stepsFor } from './key-act.ts'
import type { KeptKeyAct } from './key-act-store.ts'
import { actStateWords, actWords, effectWords, whyWords } from './key-act-words.ts'
import type { Reader } from './keys-page.ts'
import type { KeysView } from './read-keys.ts'
import { keyWords } from './words.ts'

export function openActs(view: KeysView, reader: Reader): Html {
  const open = view.acts.filter(({ state }) => state === 'proposed')
  return html`${open.map((act) => openAct(view, act, reader))}`
}

function openAct({ keeper }: KeysView, act: KeptKeyAct, { language, places }: Reader): Html {
  const w = speak(keyWords, language)
  const steps = stepsFor(act, keeper.account.id)
  const mine = steps.includes('withdraw')
  const title = html`${mine ? w.theirTurn : w.yourTurn}: ${actWords[act.kind][language]}`
  const by = html`<span translate="no">${w.proposedBy(act.proposedByName)}</span> · ${moments(act.proposedAt, { places, language })}`
  const body = html`<div class="stack">
    <p>${act.reason}</p>
    ${detail(act, { language, places })}
    <p class="small muted">${by}</p>
    <p>${effectWords[act.kind][language]}</p>
    ${steps.includes('confirm') && confirmForm(act, { language, places })}
    ${mine && actButton({ action: `/keys/acts/${act.id}/withdrawal`, label: w.withdraw, kind: 'quiet' })}
  </div>`
  return notice({ kind: mine ? 'waiting' : 'turn', title, body })
}

/** Whom and why, where it is about a certificate; for how long, where the key comes back. */
function detail({ detail: d }: KeptKeyAct, { language }: Reader): Html | false {
  const w = speak(keyWords, language)
  const lines = [
    d.name && html`<strong translate="no">${String(d.name)}</strong> ${String(d.title ?? '')}`,
    d.serial && html`${w.serial} <code translate="no">${String(d.serial)}</code>`,
    d.why && whyWords[d.why as keyof typeof whyWords][language],
    d.hours && `${w.hours}: ${d.hours}`,
  ].filter(Boolean)
  return lines.length > 0 && html`<p>${lines.map((line, i) => html`${i > 0 && ' · '}${line}`)}</p>`
}

function confirmForm(act: KeptKeyAct, { language }: Reader): Html {
  const w = speak(keyWords, language)
  const half =
    act.kind === 'export_root' &&
    textField({
      name: 'passphrase',
      id: `half-${act.id}`,
      type: 'password',
      label: w.secondHalf,
      autocomplete: 'new-password',
      required: true,
    })
  const action = `/keys/acts/${act.id}`
  const confirm = html`${half}${actions(submit({ label: w.confirm, kind: 'primary' }))}`
  return html`${form({ action: `${action}/confirmation`, language, guard: false, body: confirm })}
    ${actButton({ action: `${action}/rejection`, label: w.reject, kind: 'quiet' })}`
}

export function actsHistory({ acts }: KeysView, { language, places }: Reader): Html | false {
  const w = speak(keyWords, language)
  const decided = acts.filter(({ state }) => state !== 'proposed')
  const entries = decided.map((act) => ({
    at: act.decidedAt!,
    what: html`${actWords[act.kind][language]}${colon[language]}${actStateWords[act.state][language]}`,
    who: html`<span translate="no">${w.proposedBy(act.proposedByName)}${comma[language]}${w.decidedBy(act.decidedByName!)}</span>`,
    note: html`${act.reason}${detail(act, { language, places })}`,
  }))
  return (
    decided.length > 0 && section({ title: w.history, body: timeline({ entries, places, language, label: w.history }) })
  )
}
