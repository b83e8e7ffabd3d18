/** The register of agreements: found by words and filters that say themselves, kept, exported. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { type Phrase, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actButton,
  attribute,
  type Content,
  dialog,
  empty,
  form,
  type Html,
  head,
  hidden,
  html,
  inLanguage,
  linkButton,
  page,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { datesOf, entryKinds, type Standing, standingOn, standings } from './entry.ts'
import { type Asked, filterQuery, filterWords } from './entry-filter.ts'
import type { EntryFound } from './entry-search.ts'
import { entryWords, kindWords, sortWords, standingWords } from './entry-words.ts'

export const entriesAPage = 50

export interface EntriesView {
  asked: Asked
  rows: EntryFound[]
  total: number
  counts: Record<Standing | 'living', number>
  known: Institution[]
  views: { id: string; name: string; query: string }[]
  mayAdd: boolean
  day: Temporal.PlainDate
}

export function entriesPage(c: Context<WebEnv>, view: EntriesView): Response {
  const w = speak(entryWords, c.var.language)
  const acts = view.mayAdd && linkButton({ href: '/register/new', label: w.add, kind: 'primary' })
  const whole = Object.values(view.counts).some((n) => n > 0)
  const body = html`${head({ title: w.title, acts, meta: whole ? countLine(c, view) : '' })}${whole ? html`${filterForm(c, view)}${viewList(c, view)}<div id="found">${entryList(c, view)}</div>` : empty({ title: w.empty, text: w.emptyText })}`
  return page(c, { title: w.title, current: 'register', body })
}

/** Counts that link to what they count. */
function countLine(c: Context<WebEnv>, { counts }: EntriesView): Html {
  const shown = (['living', 'ending', 'open_ended', 'expired', 'terminated', 'to_come'] as const).filter(
    (s) => counts[s] > 0,
  )
  return html`${shown.map((s) => html`<span><a href="/register?standing=${s}"><strong>${counts[s]}</strong> ${standingWords[s][c.var.language]}</a></span> `)}`
}

function filterForm(c: Context<WebEnv>, { asked, known }: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const { filter, sort } = asked
  const choice = (names: readonly string[], words: Record<string, Phrase>) => [
    { value: '', label: w.any },
    ...names.map((value) => ({ value, label: words[value]![language] })),
  ]
  const partners = known.filter((i) => !i.ours).map((i) => ({ value: i.ror, label: i.name[language] || i.name.en }))
  const fields = html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.words, hint: w.wordsHint, value: filter.words, autocomplete: 'off', wide: true })}${submit({ label: w.find, kind: 'plain' })}</div>
    <details class="filters"${attribute('open', asked.filter.words === '' && filterQuery({ ...asked, page: 1 }) !== '')}><summary>${w.filters}</summary><div class="filter-line">${partners.length > 0 ? selectField({ name: 'partner', label: w.partner, value: filter.partner, options: [{ value: '', label: w.any }, ...partners] }) : ''}${selectField({ name: 'standing', label: w.standing, value: filter.standing, options: choice(['living', ...standings], standingWords) })}${selectField({ name: 'kind', label: w.kind, value: filter.kind, options: choice(entryKinds, kindWords) })}${textField({ name: 'year', type: 'number', label: w.year, value: filter.year ? String(filter.year) : '', min: 1900, max: 2200 })}${textField({ name: 'unit', label: w.unit, value: filter.unit })}${selectField({ name: 'sort', label: w.sort, value: sort, options: Object.entries(sortWords).map(([value, words]) => ({ value, label: words[language] })) })}</div></details>`
  return html`<search-as-typed results="found">${form({ action: '/register', method: 'get', body: fields })}</search-as-typed>`
}

function viewList(c: Context<WebEnv>, { views }: EntriesView): Content {
  if (views.length === 0) return ''
  const w = speak(entryWords, c.var.language)
  const items = views.map(
    (v) =>
      html`<li><a href="/register?${v.query}">${v.name}</a> ${actButton({ action: '/register/views/drop', label: w.dropView, kind: 'quiet', values: { id: v.id }, describe: v.name })}</li>`,
  )
  return html`<nav class="views" aria-label="${w.views}"><ul>${items}</ul></nav>`
}

/** What was found, with the sentence that says what was asked; fetched alone while someone types. */
export function entryList(c: Context<WebEnv>, view: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const said = filterWords(view.asked, view.known, language)
  if (view.rows.length === 0)
    return html`<p class="visually-hidden" role="status">${w.none}</p>${empty({ title: w.none, text: html`${said}. ${w.noneText}` })}`
  const columns = [
    { label: w.agreement, head: true },
    { label: w.partner },
    { label: w.kind },
    { label: w.standing },
    { label: w.signed },
    { label: w.ends },
  ]
  const count = w.count(view.total.toLocaleString('en-GB'), view.total === 1)
  return html`<div class="bar"><p role="status"><strong>${count}</strong> <span class="muted">${said}</span></p>${tools(c, view)}</div>
    ${table({ caption: said, captionHidden: true, columns, rows: view.rows.map((row) => entryRow(c, row, view.day)) })}${pager(c, view)}`
}

function entryRow(c: Context<WebEnv>, row: EntryFound, day: Temporal.PlainDate): Content[] {
  const { language } = c.var
  const w = speak(entryWords, language)
  const on = (date: Temporal.PlainDate | null) =>
    date ? dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language) : ''
  const standing = standingOn(datesOf(row), day)
  const urgent = standing === 'ending' || standing === 'expired'
  return [
    html`<div><a class="register-title" href="/register/${row.id}">${inLanguage({ en: row.title_en, zh: row.title_zh }, language)}</a>${row.reference ? html`<br><span class="muted small">${row.reference}</span>` : ''}</div>`,
    html`<a href="/partners/${row.partner}">${inLanguage({ en: row.name_en, zh: row.name_zh }, language)}</a>`,
    kindWords[row.kind][language],
    urgent ? html`<strong>${standingWords[standing][language]}</strong>` : standingWords[standing][language],
    on(row.signed_on),
    on(row.terminated_on ?? row.ends_on) || w.openEnd,
  ]
}

function tools(c: Context<WebEnv>, { asked }: EntriesView): Html {
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

function pager(c: Context<WebEnv>, { asked, total }: EntriesView): Content {
  const last = Math.ceil(total / entriesAPage)
  if (last < 2) return ''
  const w = speak(entryWords, c.var.language)
  const to = (n: number, label: string) => html`<a href="/register?${filterQuery({ ...asked, page: n })}">${label}</a>`
  return html`<nav class="bar pager" aria-label="${w.title}"><span>${asked.page > 1 ? to(asked.page - 1, w.newer) : ''}</span><span class="muted">${asked.page} / ${last}</span><span>${asked.page < last ? to(asked.page + 1, w.older) : ''}</span></nav>`
}
