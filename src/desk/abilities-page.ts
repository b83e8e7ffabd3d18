/** What one person of the house may do, and why. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type ApprovalStep, holds, type RoleScopes, roleNames, type Visitor } from '#src/platform/people/index.ts'
import { head, html, notice, page, person as personName, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Ability } from './abilities.ts'
import { abilitiesWords, abilityWords } from './abilities-words.ts'

export interface AbilitiesView {
  person: Visitor
  ended: boolean
  abilities: Ability[]
  approvalSteps: ApprovalStep[]
  scopes: RoleScopes
  reader: Visitor
}

export function abilitiesPage(c: Context<WebEnv>, view: AbilitiesView): Response {
  const { language } = c.var
  const w = speak(abilitiesWords, language)
  const { person, abilities, approvalSteps, scopes } = view
  const columns = [{ label: w.ability, head: true }, { label: w.answer }, { label: w.because }]
  const rows = abilities.map(({ name, may, because, partly }) => [
    abilityWords[name][language],
    may ? html`<strong class="good">${w.yes}</strong>` : partly.length > 0 ? html`<strong>${w.partly}</strong>` : w.no,
    roleNames(may ? because : partly, approvalSteps, language, scopes),
  ])
  // The page of the account itself is for administrators.
  const over = holds(view.reader, 'administrator')
    ? html`<a href="/people/${person.account.id}">${personName(person.account.name)}</a>`
    : personName(person.account.name)
  const body = html`${view.ended && notice({ kind: 'warning', title: w.ended })}${head({ title: w.title, over, meta: w.note })}
    ${table({ caption: w.title, captionHidden: true, columns, rows })}`
  return page(c, { title: w.title, current: 'people', body })
}
