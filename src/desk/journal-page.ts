/** The whole journal: who did what to which record, and what stood there before and after. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  empty,
  form,
  type Html,
  head,
  html,
  linkButton,
  moments,
  type Place,
  page,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type JournalFilter, journalQuery } from './journal-filter.ts'
import { type JournalNames, roleSaid, withNames } from './journal-names.ts'
import type { JournalLine } from './journal-store.ts'
import { actWords, journalWords, kindOf } from './journal-words.ts'

export const actsAPage = 50

export interface JournalView {
  /** Whose clock the acts are told by. */
  place: Place
  filter: JournalFilter
  rows: JournalLine[]
  total: number
  kinds: string[]
  names: JournalNames
}

export function journalPage(c: Context<WebEnv>, view: JournalView): Response {
  const w = speak(journalWords, c.var.language)
  const columns = [
    { label: w.when, head: true },
    { label: w.who },
    { label: w.act },
    { label: w.about },
    { label: w.changed },
  ]
  const rows = view.rows.map((row) => line(c, view, row))
  const csv = linkButton({
    href: `/journal.csv?${journalQuery({ ...view.filter, page: 1 })}`,
    label: w.csv,
    kind: 'quiet',
  })
  const list =
    rows.length === 0
      ? empty({ title: w.none, text: w.noneText })
      : html`<div class="bar"><p role="status"><strong>${w.count(view.total.toLocaleString('en-GB'))}</strong></p>${csv}</div>${table({ caption: w.title, captionHidden: true, columns, rows })}${pager(c, view)}`
  return page(c, {
    title: w.title,
    current: 'journal',
    body: html`${head({ title: w.title, meta: w.note })}${filters(c, view)}${list}`,
  })
}

function filters(c: Context<WebEnv>, { filter, kinds }: JournalView): Html {
  const w = speak(journalWords, c.var.language)
  const options = [
    { value: '', label: w.any },
    ...kinds.map((value) => ({ value, label: kindOf(value, c.var.language) })),
  ]
  const fields = html`<div class="filter-line">${textField({ name: 'who', label: w.who, value: filter.who })}${textField({ name: 'act', label: w.act, hint: w.actHint, value: filter.act })}${selectField({ name: 'about', label: w.about, value: filter.about, options })}${textField({ name: 'from', type: 'date', label: w.from, value: filter.from })}${textField({ name: 'to', type: 'date', label: w.to, value: filter.to })}${submit({ label: w.find, kind: 'plain' })}</div>`
  return form({ action: '/journal', method: 'get', body: fields })
}

function line(c: Context<WebEnv>, { place, names }: JournalView, row: JournalLine): Content[] {
  const { language } = c.var
  const w = speak(journalWords, language)
  const who = row.actor_kind === 'node' ? w.node : row.actor_name
  const role = roleSaid(row, names, language)
  const about = `/journal?about=${encodeURIComponent(row.subject_kind)}&id=${encodeURIComponent(row.subject_id)}`
  return [
    html`<span class="no-wrap">${moments(row.at, { places: [place], language })}</span>`,
    html`<span translate="no">${who}</span>${row.actor_kind === 'partner' ? html`<br><span class="muted small">${w.partner}</span>` : ''}`,
    html`${actWords(row.act, row.detail, language)}${role && html`<br>${role}`}<br><code class="small muted">${row.act}</code>`,
    html`<a href="${about}">${kindOf(row.subject_kind, language)}</a>`,
    changes(c, row, names),
  ]
}

function changes(c: Context<WebEnv>, { changes: all }: JournalLine, names: JournalNames): Content {
  if (all.length === 0) return ''
  const w = speak(journalWords, c.var.language)
  const said = (value: unknown) => shown(withNames(value, names, c.var.language))
  const items = all.flatMap(({ record, before, after }) =>
    Object.keys(before).map(
      (field) =>
        html`<li><code>${record}.${field}</code>: <del>${said(before[field])}</del> → <ins>${field in after ? said(after[field]) : w.deleted}</ins></li>`,
    ),
  )
  return html`<ul class="plain-list small">${items}</ul>`
}

/** A value in one line, cut where it is long: the export has all of it. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text === 'null' || text === '' ? '–' : text.length > 300 ? `${text.slice(0, 300)} …` : text
}

function pager(c: Context<WebEnv>, { filter, total }: JournalView): Content {
  const last = Math.ceil(total / actsAPage)
  if (last < 2) return ''
  const w = speak(journalWords, c.var.language)
  const to = (n: number, label: string) => html`<a href="/journal?${journalQuery({ ...filter, page: n })}">${label}</a>`
  return html`<nav class="bar pager" aria-label="${w.title}"><span>${filter.page > 1 ? to(filter.page - 1, w.newer) : ''}</span><span class="muted">${filter.page} / ${last}</span><span>${filter.page < last ? to(filter.page + 1, w.older) : ''}</span></nav>`
}
