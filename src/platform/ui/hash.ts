/** A hash as people compare it: in groups of four. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Html, html } from './html.ts'
import { type Side, sideClass } from './side.ts'
import { showWords } from './words.ts'

export interface HashOptions {
  language: Language
  /** Show only so many groups; the rest is still there to be read out and copied. */
  groups?: number
  side?: Side
}

/** A hash (hexadecimal or any other plain string) in groups of four, with a button to copy the whole. */
export function hash(hex: string, o: HashOptions): Html {
  const w = speak(showWords, o.language)
  const groups = hex.match(/.{1,4}/gu) ?? []
  const shown = groups.slice(0, o.groups ?? groups.length)
  const rest = groups.slice(shown.length).join(' ')
  const more = rest && html`<span class="visually-hidden"> ${rest}</span><span aria-hidden="true">&nbsp;…</span>`
  const dot = o.side && html`<span class="dot ${sideClass(o.side)}" aria-hidden="true"></span>`
  return html`<copy-text class="hash" value="${hex}" copy="${w.copy}" copied="${w.copied}">${dot}<code translate="no">${shown.join(' ')}${more}</code></copy-text>`
}
