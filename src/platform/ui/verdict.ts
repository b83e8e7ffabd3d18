/** What a check of a document found. Four answers that cannot be taken for one another: by shape, by pattern, by words, and by colour last. */
import { colon, type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, drawing, type Html, html } from './html.ts'
import { signingWords } from './words.ts'

export type VerdictState = 'complete' | 'partial' | 'altered' | 'unknown'

const signs: Record<VerdictState, Html> = {
  complete: drawing`<svg class="verdict-sign" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><circle cx="32" cy="32" r="30" fill="currentColor"/><path class="verdict-on" d="M18 33l10 10 19-22" stroke-width="5"/></svg>`,
  partial: drawing`<svg class="verdict-sign" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><path d="M32 2a30 30 0 0 0 0 60c0-4 4-7 4-11s-6-8-6-13 5-8 5-12-6-8-6-12 3-8 3-12z" fill="currentColor"/><path d="M36 2.300a30 30 0 0 1 0 59.400" fill="none" stroke="currentColor" stroke-width="2.500" stroke-dasharray="4 5"/></svg>`,
  altered: drawing`<svg class="verdict-sign" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><path d="M32 3L62 59H2z" fill="currentColor"/><path class="verdict-on" d="M24 32l16 18M40 32L24 50" stroke-width="5"/></svg>`,
  unknown: drawing`<svg class="verdict-sign" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false"><rect x="4" y="4" width="56" height="56" fill="none" stroke="currentColor" stroke-width="2.500" stroke-dasharray="7 6"/><path d="M24 25c0-11 16-11 16-1 0 7-8 7-8 15M32 46v4" fill="none" stroke="currentColor" stroke-width="4.500"/></svg>`,
}

export interface Verdict {
  state: VerdictState
  title: Content
  text?: Content
  /** How many have signed, of how many: said loudly where not all have. */
  signed?: number
  of?: number
  language: Language
}

/** The banner at the head of a verification. The word of the state is ours and always the same; `title` says it of this document. */
export function verdict(o: Verdict): Html {
  const w = speak(signingWords, o.language)
  const some = o.state === 'partial' && o.signed !== undefined && o.of !== undefined
  const count =
    some &&
    html`<span class="verdict-count numbers" aria-hidden="true">${o.signed}<span class="verdict-of">/${o.of}</span></span>`
  const said = some && html`${colon[o.language]}${w.ofSignatures(o.signed!, o.of!)}`
  return html`<div class="verdict verdict-${o.state}" role="status">${signs[o.state]}<div class="verdict-words"><p class="verdict-state">${w[o.state]}${said}</p><p class="verdict-title">${o.title}</p>${o.text && html`<div class="verdict-text">${o.text}</div>`}</div>${count}</div>`
}
