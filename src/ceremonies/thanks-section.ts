/** The letter of thanks, and whom it goes to. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  form,
  hidden,
  html,
  pairField,
  section,
  submit,
} from '#src/platform/ui/index.ts'
import type { After } from './after-page.ts'
import { afterWords } from './after-words.ts'
import type { Bilingual } from './plan.ts'

/** @param typed what was typed when a letter was refused */
export function thanks(after: After, language: Language, typed: Bilingual | undefined): Content {
  const { plan, toThank, thanked, letter, officer } = after
  if (!officer) return ''
  const w = speak(afterWords, language)
  const at = `/ceremonies/${plan.id}`
  const send = actButton({ action: `${at}/thanks`, label: w.thankAll(toThank.length) })
  const fields = html`${hidden({ version: String(letter.version) })}
    ${pairField({ name: 'letter', label: w.letterText, value: typed ?? letter.text, language, multiline: true, rows: 4, required: true })}
    ${actions(submit({ label: w.saveLetter, kind: 'plain' }))}`
  const body = html`${thanked > 0 && html`<p>${w.thanked(thanked)}</p>`}
    <div class="spaced">${form({ action: `${at}/letters/thanks`, guard: true, language, body: fields })}
    ${toThank.length > 0 ? html`<ul class="plain-list">${toThank.map(({ guest, email }) => html`<li translate="no">${guest.name.latin} <span class="muted">${email}</span></li>`)}</ul><p>${send}</p>` : html`<p class="muted">${w.nobodyToThank}</p>`}</div>`
  return section({ title: w.thanks, note: w.thanksNote, body, id: 'thanks' })
}
