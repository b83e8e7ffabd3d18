/** Writing down a programme, or changing it. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actions, form, head, hidden, html, linkButton, notice, page, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { programmeFields } from './programme-form.ts'
import type { ProgrammeDetails } from './store.ts'
import { programmeWords } from './words.ts'

export interface ProgrammeEditing {
  /** Null for a new one. */
  id: string | null
  details: ProgrammeDetails
  /** Carried by the form; what is saved goes on top of it. */
  revision: number
  /** What a colleague saved meanwhile. */
  theirs?: ProgrammeDetails
  problem?: { text: string; status: Refusal['status'] }
}

export function programmeEditPage(c: Context<WebEnv>, editing: ProgrammeEditing): Response {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const { id, details, revision, theirs, problem } = editing
  const back = id ? `/programmes/${id}` : '/programmes'
  const name = details.name[language] || details.name.en || details.name.zh
  const told = problem && notice({ kind: theirs ? 'warning' : 'refusal', title: problem.text })
  const body = html`${told}${head({ over: html`<a href="${back}">${id ? name : w.title}</a>`, title: id ? w.edit : w.add })}
    ${form({
      action: back,
      guard: true,
      language,
      body: html`${hidden({ revision: String(revision) })}${programmeFields(details, language, theirs)}${actions(submit({ label: w.save }), linkButton({ href: back, label: w.back, kind: 'quiet' }))}`,
    })}`
  return page(c, { title: id ? w.edit : w.add, current: 'partners', body }, problem?.status)
}
