/** The letter to guests, to be written in our own words. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { actions, type Content, form, hidden, html, pairField, section, submit } from '#src/platform/ui/index.ts'
import type { InvitationsShown } from './invitation-page.ts'
import { invitationsWords } from './invitation-page-words.ts'
import { stillOpen } from './whom-to-invite.ts'

/** Nothing once guests can no longer be invited. */
export function letterSection({ view: { plan, letter }, problem }: InvitationsShown, language: Language): Content {
  const w = speak(invitationsWords, language)
  if (!stillOpen(plan) || plan.state === 'live') return ''
  const fields = html`${hidden({ version: String(letter.version) })}
    ${pairField({ name: 'letter', label: w.letterText, value: problem?.letter ?? letter.text, language, multiline: true, rows: 6, required: true })}
    ${problem?.letter && problem.status === 409 && html`<p class="hint" lang="en">${letter.text.en}</p><p class="hint" lang="zh-CN">${letter.text.zh}</p>`}
    ${actions(submit({ label: w.saveLetter, kind: 'plain' }))}`
  const body = form({ action: `/ceremonies/${plan.id}/letters/invitation`, guard: true, language, body: fields })
  return section({ title: w.letter, note: w.letterNote, body })
}
