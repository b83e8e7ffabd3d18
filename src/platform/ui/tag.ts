/** A state in a word: what stands beside a title or in a table's cell. */
import { type Content, type Html, html } from './html.ts'

/** `tone` colours the word; the word itself must say it. */
export function tag(label: Content, tone: 'plain' | 'good' | 'warn' | 'bad' = 'plain'): Html {
  return html`<span class="tag ${tone}">${label}</span>`
}
