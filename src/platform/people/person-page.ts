/** One person of the house, for administrators: roles, and the end of the account. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  day,
  facts,
  form,
  head,
  html,
  page,
  person,
  section,
  selectField,
  submit,
  table,
  ticks,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ListedAccount } from './accounts.ts'
import { roleValue } from './house-forms.ts'
import { roleOptions } from './house-page.ts'
import { limitWords } from './limit-words.ts'
import { type ApprovalStep, type RoleScopes, roleName } from './people-config.ts'
import { limitable } from './visitor.ts'
import { peopleWords } from './words.ts'

export interface RoleChoices {
  steps: ApprovalStep[]
  scopes: RoleScopes
}

export function personPage(c: Context<WebEnv>, listed: ListedAccount, choices: RoleChoices): Response {
  const { language, house } = c.var
  const w = speak(peopleWords, language)
  const { account, endedAt } = listed
  const state = endedAt ? html`${w.ended} ${day(endedAt, { zone: house.zone, language })}` : w.active
  const body = html`${head({ title: person(account.name), over: html`<a href="/people">${w.title}</a>` })}
    ${facts([
      { label: w.email, value: account.email },
      { label: w.state, value: state },
    ])}
    ${section({ title: w.roles, note: html`<a href="/people/${account.id}/abilities">${w.abilities}</a>`, body: rolesPart(c, listed, choices) })}
    ${!endedAt && ending(c, listed)}`
  return page(c, { title: account.name.latin, current: 'people', body })
}

function rolesPart(c: Context<WebEnv>, { account, roles, endedAt }: ListedAccount, choices: RoleChoices): Content {
  const { steps, scopes } = choices
  const { language } = c.var
  const w = speak(peopleWords, language)
  const action = `/people/${account.id}/roles`
  const rows = roles.map((role) => {
    const name = roleName(role, steps, language, scopes)
    const values = { role: roleValue(role) }
    return [name, actButton({ action: `${action}/removal`, label: w.take, kind: 'quiet', values, describe: name })]
  })
  const columns = [{ label: w.role, head: true }, { label: w.act }]
  const held = table({ caption: w.roles, captionHidden: true, columns, rows, empty: w.noRolesYet })
  // A role held already can be given for another part of the house.
  const whole = roles.filter(({ name }) => !limitable.includes(name))
  const options = roleOptions(steps, language).filter((o) => !whole.some((role) => roleValue(role) === o.value))
  if (endedAt || options.length === 0) return held
  const choice = selectField({ name: 'role', label: w.give, options, required: true })
  return html`${held}${form({ action, body: html`${choice}${limits(scopes, language)}${actions(submit({ label: w.giveIt, kind: 'plain' }))}` })}`
}

function limits({ units, kinds }: RoleScopes, language: Language): Content {
  if (units.length + kinds.length === 0) return ''
  const w = speak(limitWords, language)
  const options = (all: RoleScopes['units']) => all.map(({ key, label }) => ({ value: key, label: label[language] }))
  const box = (name: string, legend: string, all: RoleScopes['units']) =>
    all.length > 0 && ticks({ name, legend, chosen: [], options: options(all) })
  return html`<p class="small muted">${w.pickHint}</p>${box('unit', w.pickUnits, units)}${box('kind', w.pickKinds, kinds)}`
}

function ending(c: Context<WebEnv>, { account }: ListedAccount): Content {
  const w = speak(peopleWords, c.var.language)
  const act = actWithReason({
    id: 'end-account',
    action: `/people/${account.id}/ending`,
    open: w.end,
    title: w.endTitle(account.name.latin),
    explain: w.endText,
    confirm: w.end,
    reason: { label: w.reason },
    language: c.var.language,
  })
  return section({ title: w.end, note: w.endNote, body: act })
}
