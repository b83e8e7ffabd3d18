/** Beside the plan: what stands against it, each with who can do what. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, panel } from '#src/platform/ui/index.ts'
import { asideWords } from './aside-words.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { warningWords } from './warning-words.ts'

export function warningsPanel(v: PlanView, reader: Reader): Content {
  if (!v.staff || ['held', 'closed', 'cancelled', 'postponed'].includes(v.plan.state)) return ''
  const w = speak(asideWords, reader.language)
  const lines = v.warnings.map((one) => html`<li>${warningWords(one, reader.language, reader.short)}</li>`)
  const body = lines.length > 0 ? html`<ul class="warnings">${lines}</ul>` : html`<p class="muted">${w.fine}</p>`
  return panel({
    title: html`${w.warnings}${lines.length > 0 && html` <span class="muted">${lines.length}</span>`}`,
    body,
  })
}
