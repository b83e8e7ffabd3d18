/** How the verdict on a document is shown, on the public page and on an agreement's own. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Problem, State, Verdict } from '#src/platform/pades/index.ts'
import { stateTexts, stateTitles } from '#src/platform/pades/state-words.ts'
import { type ProblemCode, problemWords } from '#src/platform/pades/words.ts'
import {
  type Html,
  html,
  nothing,
  notice,
  type Place,
  section,
  type VerdictState,
  verdict,
} from '#src/platform/ui/index.ts'
import { verifyWords } from './verify-words.ts'

export interface VerdictReader {
  language: Language
  places: Place[]
}

const shapes: Record<State, VerdictState> = {
  complete: 'complete',
  partial: 'partial',
  unsigned: 'partial',
  altered: 'altered',
  untrusted: 'unknown',
  not_an_agreement: 'unknown',
}

/** The banner: one of six answers, and loudly whether the document is a demonstration. */
export function verdictBanner(found: Verdict, { language }: VerdictReader): Html {
  const { state, signed, of } = found
  const w = speak(verifyWords, language)
  const counts = state === 'partial' ? { signed, of } : {}
  const banner = verdict({
    state: shapes[state],
    title: stateTitles[state][language](signed, of),
    text: stateTexts[state][language],
    language,
    ...counts,
  })
  const demonstration =
    found.demonstration && notice({ kind: 'warning', title: w.demonstration, body: w.demonstrationText })
  return html`${banner}${demonstration}`
}

/** Every problem in words, with its code for experts. */
export function problemsSection({ problems, signatures }: Verdict, { language }: VerdictReader): Html {
  const w = speak(verifyWords, language)
  const ofSignatures = signatures.flatMap((s, i) => s.problems.map((p) => ({ ...p, revision: i + 1 })))
  const distinct = new Map([...problems, ...ofSignatures].map((p) => [`${p.code} ${p.revision} ${p.detail}`, p]))
  if (distinct.size === 0) return nothing
  const items = [...distinct.values()].map(
    (p) =>
      html`<li>${problemText(p, language)}${p.revision !== undefined && html` <span class="muted">(${w.revision(p.revision)})</span>`}</li>`,
  )
  const codes = [...distinct.values()].map(
    (p) => html`<li><code>${p.code}</code>${p.detail && html` ${p.detail}`}</li>`,
  )
  const experts = html`<details><summary>${w.forExperts}</summary><ul class="small muted">${codes}</ul></details>`
  return section({ title: w.problems, body: html`<ul>${items}</ul>${experts}` })
}

const problemText = ({ code }: Problem, language: Language): string =>
  Object.hasOwn(problemWords, code) ? problemWords[code as ProblemCode][language] : code
