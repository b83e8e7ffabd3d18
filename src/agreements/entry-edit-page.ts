/** Entering an agreement into the register, or changing what stands there. */
import type { Context } from 'hono'
import type { Unit } from '#src/partners/index.ts'
import { beganFrom } from '#src/platform/began-from.ts'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actions, form, head, hidden, html, linkButton, notice, page, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { EntryDetails } from './entry-details.ts'
import { entryFields } from './entry-form.ts'
import { entryWords } from './entry-words.ts'

export interface EntryEditing {
  /** Null for a new one. */
  id: string | null
  details: EntryDetails
  revision: number
  /** What stands in the register, which the form goes on top of. */
  stored?: EntryDetails
  partners: { value: string; label: string }[]
  others: { value: string; label: string }[]
  ourUnits: Unit[]
  signedHere: boolean
  theirs?: Partial<EntryDetails>
  problem?: { text: string; status: Refusal['status'] }
}

export function entryEditPage(c: Context<WebEnv>, editing: EntryEditing): Response {
  const { language } = c.var
  const w = speak(entryWords, language)
  const { id, details, revision, theirs = {}, problem } = editing
  const back = id ? `/register/${id}` : '/register'
  const title = id ? w.edit : w.add
  const fields = entryFields({ ...editing, language, theirs })
  const body = html`${problem && notice({ kind: editing.theirs ? 'warning' : 'refusal', title: problem.text })}
    ${head({ over: html`<a href="${back}">${id ? details.titleEn || details.titleZh : w.title}</a>`, title })}
    ${form({
      action: id ? `/register/${id}` : '/register',
      guard: true,
      language,
      body: html`${hidden({ revision: String(revision), began: beganFrom(editing.stored ?? details) })}${fields}${actions(submit({ label: w.save }), linkButton({ href: back, label: w.back, kind: 'quiet' }))}`,
    })}`
  return page(c, { title, current: 'register', body }, problem?.status)
}
