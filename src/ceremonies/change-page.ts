/** Beside the plan: what may be asked, put off, called off or closed, each explained and confirmed. */
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, actWithReason, type Content, html, panel } from '#src/platform/ui/index.ts'
import { changeWords } from './change-words.ts'
import type { Fields } from './form-parts.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'

/** What was typed in which form, when an act was refused. */
export interface Refused {
  act: string
  text: string
  typed: Fields
}

export function changePanel(v: PlanView, reader: Reader, refused?: Refused): Content {
  const { plan, may } = v
  const w = speak(changeWords, reader.language)
  const acts = [
    may.ask && askAct(v, reader, refused),
    may.postpone && callOffAct('postpone', v, reader, refused),
    may.cancel && callOffAct('cancel', v, reader, refused),
    may.close && actButton({ action: `/ceremonies/${plan.id}/close`, label: w.close }),
  ].filter(Boolean)
  const body = html`<div class="stack">${acts.map((one) => html`<div>${one}</div>`)}</div>`
  return acts.length > 0 && panel({ title: w.change, body })
}

/** What was typed comes back where it was refused. */
function reasonOf(act: string, label: string, refused: Refused | undefined) {
  const wrong = refused?.act === act ? refused : undefined
  return { label, error: wrong?.text, value: wrong?.typed.reason }
}

function askAct({ plan }: PlanView, { language, short }: Reader, refused?: Refused): Content {
  const w = speak(changeWords, language)
  return actWithReason({
    id: 'ask',
    action: `/ceremonies/${plan.id}/ask`,
    open: w.ask,
    title: w.ask,
    explain: w.askText(short(plan.convenor)),
    confirm: w.ask,
    kind: 'plain',
    language,
    reason: reasonOf('ask', w.askWhat, refused),
  })
}

function callOffAct(act: 'postpone' | 'cancel', { plan }: PlanView, { language }: Reader, refused?: Refused): Content {
  const w = speak(changeWords, language)
  return actWithReason({
    id: act,
    action: `/ceremonies/${plan.id}/${act}`,
    open: w[act],
    title: w[act],
    explain: act === 'postpone' ? w.postponeText : w.cancelText,
    confirm: w[act],
    language,
    reason: reasonOf(act, w.reason, refused),
  })
}
