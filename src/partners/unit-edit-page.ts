/** Writing down a unit, or changing what is known of it. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actions, form, head, hidden, html, linkButton, notice, page, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Institution } from './store.ts'
import { type UnitFields, unitFields } from './unit-form.ts'
import { unitWords } from './unit-words.ts'

export interface UnitEditing extends Omit<UnitFields, 'language'> {
  institution: Institution
  /** Carried by the form; what is saved goes on top of it. */
  revision: number
  problem?: { text: string; status: Refusal['status'] }
}

export function unitEditPage(c: Context<WebEnv>, editing: UnitEditing): Response {
  const { language } = c.var
  const w = speak(unitWords, language)
  const { id, institution, revision, theirs, problem, details } = editing
  const all = `/partners/${institution.ror}/units`
  const back = id ? `/units/${id}` : all
  const told = problem && notice({ kind: theirs ? 'warning' : 'refusal', title: problem.text })
  const name = details.name[language] || details.name.en || details.name.zh
  const over = html`<a href="${back}">${id ? name : institution.name[language] || institution.name.en}</a>`
  const body = html`${told}${head({ over, title: id ? w.edit : w.add })}
    ${form({
      action: id ? `/units/${id}` : all,
      guard: true,
      language,
      body: html`${hidden({ revision: String(revision) })}${unitFields({ ...editing, language })}${actions(submit({ label: w.save }), linkButton({ href: back, label: w.back, kind: 'quiet' }))}`,
    })}`
  return page(c, { title: id ? w.edit : w.add, current: 'partners', body }, problem?.status)
}
