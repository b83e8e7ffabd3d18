/** Finding an institution in the directory. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { empty, form, type Html, head, html, page, submit, table, textField } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { directoryWords, statusWords } from './directory-words.ts'
import { countryName } from './place.ts'
import type { Found } from './search-directory.ts'

export interface DirectoryView {
  typed: string
  found: Found[]
  /** Whether there may be more than `found`. */
  more: boolean
  /** ROR ids that are in our register already. */
  known: Set<string>
  size: number
  updated: Temporal.Instant | null
}

export function directoryPage(c: Context<WebEnv>, view: DirectoryView): Response {
  const { language, house } = c.var
  const w = speak(directoryWords, language)
  const figures = view.size.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  const meta = view.updated && w.filled(figures, dateWords(view.updated, house.zone, language))
  const search = html`<search-as-typed results="found">${form({
    action: '/directory',
    method: 'get',
    body: html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.search, hint: w.hint, value: view.typed, autocomplete: 'off', wide: true })}${submit({ label: w.find, kind: 'plain' })}</div>`,
  })}</search-as-typed>`
  const none = empty({ title: w.empty, text: w.emptyText })
  const body = html`${head({ title: w.title, meta: meta ?? '' })}${view.size === 0 ? none : html`${search}<div id="found">${foundList(c, view)}</div>`}`
  return page(c, { title: w.title, current: 'partners', body })
}

/** The list alone: what the page fetches while someone types. */
export function foundList(c: Context<WebEnv>, view: DirectoryView): Html {
  const w = speak(directoryWords, c.var.language)
  if (view.typed.trim() === '') return html``
  if (view.found.length === 0)
    return html`<p class="visually-hidden" role="status">${w.count(0)}</p>${empty({ title: w.nothing, text: w.nothingText })}`
  const columns = [{ label: w.institution, head: true }, { label: w.place }, { label: w.standing }]
  const count = view.more ? w.many(view.found.length) : w.count(view.found.length)
  return html`<p class="muted small" role="status">${count}</p>${table({
    caption: w.title,
    captionHidden: true,
    columns,
    rows: view.found.map((one) => row(c, view, one)),
  })}`
}

function row(c: Context<WebEnv>, { known }: DirectoryView, one: Found) {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const shown = [one.name, one.nameZh].includes(one.by)
  return [
    html`<div><a class="register-title" href="/directory/${one.ror}"><span translate="no">${one.name}</span>${one.nameZh && one.nameZh !== one.name ? html` <span lang="zh-CN" translate="no">${one.nameZh}</span>` : ''}</a>${shown ? '' : html`<br><span class="muted small">${w.by(one.by)}</span>`}</div>`,
    html`<span><span translate="no">${one.city}</span>${language === 'zh' ? '，' : ', '}${countryName(one.country, language)}</span>`,
    known.has(one.ror)
      ? html`<a href="/partners/${one.ror}">${w.partner}</a>`
      : one.status === 'active'
        ? ''
        : html`<span class="muted">${statusWords[one.status][language]}</span>`,
  ]
}
