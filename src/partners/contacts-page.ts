/** The people we know, found by name. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  empty,
  form,
  type Html,
  head,
  html,
  inLanguage,
  linkButton,
  page,
  person,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { personWords } from './person-words.ts'
import type { PersonFound } from './search-people.ts'

export interface ContactsView {
  typed: string
  found: PersonFound[]
  more: boolean
  mayAdd: boolean
}

export function contactsPage(c: Context<WebEnv>, view: ContactsView): Response {
  const w = speak(personWords, c.var.language)
  const acts = view.mayAdd && linkButton({ href: '/contacts/new', label: w.add })
  const search = html`<search-as-typed results="found">${form({
    action: '/contacts',
    method: 'get',
    body: html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.search, hint: w.hint, value: view.typed, autocomplete: 'off', wide: true })}${submit({ label: w.find, kind: 'plain' })}</div>`,
  })}</search-as-typed>`
  const body = html`${head({ title: w.title, acts })}${search}<div id="found">${contactList(c, view)}</div>`
  return page(c, { title: w.title, current: 'contacts', body })
}

/** The list alone, for the page while someone types. */
export function contactList(c: Context<WebEnv>, { found, more }: ContactsView): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  if (found.length === 0)
    return html`<p class="visually-hidden" role="status">${w.count(0)}</p>${empty({ title: w.nobody, text: w.nobodyText })}`
  const rows = found.map((one) => [
    html`<a class="register-title" href="/contacts/${one.id}">${person({ latin: one.name_latin, native: one.name_native })}</a>`,
    one.until || one.institution === null
      ? html`<span class="muted">${w.formerly}</span>`
      : inLanguage({ en: one.title_en ?? '', zh: one.title_zh ?? '' }, language),
    inLanguage({ en: one.name_en ?? '', zh: one.name_zh ?? '' }, language),
  ])
  const columns = [{ label: w.person, head: true }, { label: w.post }, { label: w.institution }]
  return html`<p class="muted small" role="status">${more ? w.many(found.length) : w.count(found.length)}</p>${table({ caption: w.title, captionHidden: true, columns, rows })}`
}
