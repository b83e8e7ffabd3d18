/** What can be done with the agreements found: export, keep the filter, leaf through. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  dialog,
  form,
  type Html,
  hidden,
  html,
  linkButton,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type EntriesView, entriesAPage } from './entries-view.ts'
import { filterQuery } from './entry-filter.ts'
import { entryWords } from './entry-words.ts'

/** Exports give all that was found, not one page of it. */
export function entriesTools(c: Context<WebEnv>, { asked }: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const query = filterQuery({ ...asked, page: 1 })
  const keep = dialog({
    id: 'keep-view',
    open: w.saveView,
    kind: 'quiet',
    title: w.saveView,
    language,
    body: form({
      action: '/register/views',
      body: html`${hidden({ query })}${textField({ name: 'name', label: w.viewName, required: true, maxlength: 80 })}${submit({ label: w.saveView })}`,
    }),
  })
  return html`<div class="row no-print">${linkButton({ href: `/register.csv?${query}`, label: w.exportCsv, kind: 'quiet' })}${linkButton({ href: `/register.xlsx?${query}`, label: w.exportXlsx, kind: 'quiet' })}${keep}</div>`
}

/** Nothing where one page holds all. */
export function entriesPager(c: Context<WebEnv>, { asked, total }: EntriesView): Content {
  const last = Math.ceil(total / entriesAPage)
  if (last < 2) return ''
  const w = speak(entryWords, c.var.language)
  const to = (n: number, label: string) => html`<a href="/register?${filterQuery({ ...asked, page: n })}">${label}</a>`
  return html`<nav class="bar pager" aria-label="${w.title}"><span>${asked.page > 1 ? to(asked.page - 1, w.newer) : ''}</span><span class="muted">${asked.page} / ${last}</span><span>${asked.page < last ? to(asked.page + 1, w.older) : ''}</span></nav>`
}
