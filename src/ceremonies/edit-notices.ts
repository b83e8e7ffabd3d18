/** What is said in a form of this area: above it, and beside a field that a colleague changed too. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, html, notice } from '#src/platform/ui/index.ts'
import type { FrameEditing } from './frame-page.ts'
import { frameWords } from './frame-words.ts'

/** What is to be said above a form of this area. */
export function editNotices(e: Pick<FrameEditing, 'problem' | 'conflicts' | 'unsaved'>, language: Language): Content {
  const w = speak(frameWords, language)
  return html`${e.problem && notice({ kind: 'refusal', answer: true, title: e.problem.text })}${
    e.conflicts &&
    notice({ kind: 'refusal', answer: true, title: w.meanwhileTitle, body: html`<p>${w.meanwhileText}</p>` })
  }${e.unsaved && notice({ kind: 'note', title: w.changedSince })}`
}

/** What a colleague saved in a field both changed, in words beside it. */
export function savedHint(conflicts: FrameEditing['conflicts'], path: string, language: Language): Content | undefined {
  const w = speak(frameWords, language)
  const found = Object.entries(conflicts ?? {}).filter(([key]) => key === path || key.startsWith(`${path}.`))
  if (found.length === 0) return undefined
  return html`<span class="colleague">${w.saved(found.map(([, value]) => (value === '' ? w.empty : String(value))).join(' / '))}</span>`
}
