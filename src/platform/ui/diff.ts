/** What changed in a text, word by word. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html } from './html.ts'
import { showWords } from './words.ts'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Added words underlined, removed words struck out, each also said in words for those who listen. */
export function diff(parts: DiffPart[], language: Language): Html {
  const w = speak(showWords, language)
  const said = (text: string) => html`<span class="visually-hidden">${text}</span>`
  return html`${parts.map((part) => {
    if (part.kind === 'added') return html`<ins>${said(w.added)}${part.text}${said(w.endOfChange)}</ins>`
    if (part.kind === 'removed') return html`<del>${said(w.removed)}${part.text}${said(w.endOfChange)}</del>`
    return html`${part.text}`
  })}`
}
