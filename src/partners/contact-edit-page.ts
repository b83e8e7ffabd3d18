/** Writing down a person, or changing what is known of them. */
import type { Context } from 'hono'
import { beganFrom } from '#src/platform/began-from.ts'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actions, form, head, hidden, html, linkButton, notice, page, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { alikeList } from './alike-view.ts'
import { contactFields } from './contact-form.ts'
import type { PersonDetails } from './person-store.ts'
import { personWords } from './person-words.ts'
import type { PersonFound } from './search-people.ts'

export interface ContactEditing {
  /** Null for someone new. */
  id: string | null
  details: PersonDetails
  /** Carried by the form; what is saved goes on top of it. */
  revision: number
  /** What is on record, which the form goes on top of. */
  stored?: PersonDetails
  /** What a colleague saved meanwhile, where it differs. */
  theirs?: Partial<PersonDetails>
  /** People who may be the one written down: asked about once. */
  same?: PersonFound[]
  problem?: { text: string; status: Refusal['status'] }
}

export function contactEditPage(
  c: Context<WebEnv>,
  { id, details, revision, stored = details, theirs, same = [], problem }: ContactEditing,
): Response {
  const { language } = c.var
  const w = speak(personWords, language)
  const title = id ? details.latin || w.edit : w.add
  const back = id ? `/contacts/${id}` : '/contacts'
  const asked =
    same.length > 0 &&
    notice({ kind: 'warning', title: w.already, body: html`<p>${w.alreadyText}</p>${alikeList(same, language)}` })
  const told = problem && notice({ kind: theirs ? 'warning' : 'refusal', title: problem.text })
  const buttons = html`${same.length > 0 ? submit({ label: w.addAnyway, name: 'anyway', value: 'yes', kind: 'plain' }) : submit({ label: w.save })}${linkButton({ href: back, label: w.back, kind: 'quiet' })}`
  const edit = form({
    action: id ? `/contacts/${id}` : '/contacts',
    guard: true,
    language,
    body: html`${hidden({ revision: String(revision), began: beganFrom(stored) })}${contactFields(details, language, theirs)}${actions(buttons)}`,
  })
  const body = html`${told}${asked}${head({ over: html`<a href="${back}">${id ? details.latin : w.title}</a>`, title: id ? w.edit : w.add })}
    ${id ? edit : html`<alike-as-typed ask="/contacts/alike" fields="latin native email">${edit}</alike-as-typed>`}`
  return page(c, { title, current: 'contacts', body }, problem?.status ?? (same.length > 0 ? 409 : undefined))
}
