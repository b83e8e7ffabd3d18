/** What was decided about an agreement’s end or review, and the form that notes it. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  dialog,
  form,
  html,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { dayOrNothing } from './entry-dates-view.ts'
import { decisionWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

/** Nothing where there is neither a date to decide about nor a decision. */
export function settlementSection(c: Context<WebEnv>, view: EntryView): Content {
  const { entry, settlements, officer } = view
  const { language, house } = c.var
  const w = speak(entryWords, language)
  const lines = settlements.map(
    (s) =>
      html`<li><strong>${decisionWords[s.decision][language]}</strong> (${dayOrNothing(s.for_date, language)})${s.note && html` · ${s.note}`} <span class="muted small">${w.decidedBy(s.by_name, dateWords(s.at, house.zone, language))}</span></li>`,
  )
  const open = officer && !entry.terminated_on && (entry.ends_on || entry.review_on)
  if (lines.length === 0 && !open) return ''
  const list = lines.length > 0 && html`<ul class="plain-list">${lines}</ul>`
  return section({ title: w.decide, body: html`${list}${open && decisionForm(c, view)}` })
}

function decisionForm(c: Context<WebEnv>, { entry }: EntryView): Content {
  const { language } = c.var
  const w = speak(entryWords, language)
  const known = [
    ...(entry.ends_on ? (['let_end', 'renewing'] as const) : []),
    ...(entry.review_on ? (['reviewed'] as const) : []),
  ]
  const options = known.map((value) => ({ value, label: decisionWords[value][language] }))
  const fields = html`${selectField({ name: 'decision', label: w.decision, options, required: true })}${textField({ name: 'note', id: 'f-decision-note', label: w.decisionNote, maxlength: 2_000, language, wide: true })}`
  return dialog({
    id: 'note-decision',
    open: w.noteDecision,
    title: w.noteDecision,
    language,
    body: html`<p class="hint">${w.decideHint}</p>${form({ action: `/register/${entry.id}/decisions`, body: html`${fields}${actions(submit({ label: w.noteDecision }))}` })}`,
  })
}
