/** The people of the house: the list, and the form that opens an account. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  errorSummary,
  form,
  head,
  html,
  page,
  person,
  refusalText,
  section,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ListedAccount } from './accounts.ts'
import { givableRoles, roleValue } from './house-forms.ts'
import { type ApprovalStep, type RoleScopes, roleName, roleNames } from './people-config.ts'
import { peopleRefusalWords } from './refusal-words.ts'
import { peopleWords } from './words.ts'

export interface HouseView {
  accounts: ListedAccount[]
  steps: ApprovalStep[]
  scopes: RoleScopes
  /** What was typed into the form, when it was refused. */
  values?: Partial<Record<string, string>>
  refusal?: Refusal
}

const fieldOf: Record<string, string> = {
  email_taken: 'email',
  email_invalid: 'email',
  name_missing: 'latin',
  role_unknown: 'role',
}

export function housePage(c: Context<WebEnv>, view: HouseView): Response {
  const w = speak(peopleWords, c.var.language)
  const body = html`${head({ title: w.title, meta: w.note })}${list(c, view)}
    ${section({ title: w.add, note: w.addNote, id: 'add', body: addForm(c, view) })}`
  return page(c, { title: w.title, current: 'people', body }, view.refusal ? 422 : 200)
}

function list(c: Context<WebEnv>, { accounts, steps, scopes }: HouseView): Content {
  const { language } = c.var
  const w = speak(peopleWords, language)
  const rows = accounts.map(({ account, roles, endedAt }) => [
    html`<a href="/people/${account.id}">${person(account.name)}</a>`,
    account.email,
    roleNames(roles, steps, language, scopes) || w.none,
    endedAt ? w.ended : w.active,
  ])
  const columns = [{ label: w.person, head: true }, { label: w.email }, { label: w.roles }, { label: w.state }]
  return table({ caption: w.caption, captionHidden: true, columns, rows })
}

function addForm(c: Context<WebEnv>, { steps, values = {}, refusal }: HouseView): Content {
  const { language } = c.var
  const w = speak(peopleWords, language)
  const wrong = refusal && (fieldOf[refusal.reason] ?? 'email')
  const message = refusal ? refusalText(refusal, peopleRefusalWords, language) : ''
  const field = (name: string) => ({ name, value: values[name], error: wrong === name ? message : undefined, language })
  return form({
    action: '/people',
    body: html`${errorSummary({ language, errors: wrong ? [{ field: wrong, message }] : [] })}
      ${textField({ ...field('latin'), label: w.latin, required: true, maxlength: 200 })}
      ${textField({ ...field('native'), label: w.native, hint: w.nativeHint, maxlength: 200 })}
      ${textField({ ...field('email'), label: w.email, type: 'email', required: true, maxlength: 254 })}
      ${selectField({ ...field('language'), label: w.language, required: true, options: languages })}
      ${selectField({ ...field('role'), label: w.firstRole, options: [{ value: '', label: w.noRole }, ...roleOptions(steps, language)] })}
      ${actions(submit({ label: w.open }))}`,
  })
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '简体中文' },
]

export const roleOptions = (steps: ApprovalStep[], language: Language) =>
  givableRoles(steps).map((role) => ({ value: roleValue(role), label: roleName(role, steps, language) }))
