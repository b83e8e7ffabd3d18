/** Asking the register: the form of the filters, and the filters somebody kept. */
import type { Context } from 'hono'
import { groupingName, groupingWords } from '#src/partners/index.ts'
import { type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  attribute,
  type Content,
  form,
  type Html,
  html,
  selectField,
  submit,
  textField,
  ticks,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { EntriesView } from './entries-view.ts'
import { entryKinds } from './entry.ts'
import { columnName, entryColumns, usualColumns } from './entry-columns.ts'
import { filterQuery } from './entry-filter.ts'
import { standings } from './entry-standing.ts'
import { kindWords, sortWords, standingWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'

/** Works without scripts; with them it asks while somebody types. */
export function filterForm(c: Context<WebEnv>, { asked, known, groups }: EntriesView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const { filter, sort } = asked
  const choice = (names: readonly string[], words: Record<string, Phrase>) => [
    { value: '', label: w.any },
    ...names.map((value) => ({ value, label: words[value]![language] })),
  ]
  const columns = ticks({
    name: 'col',
    legend: w.columns,
    chosen: asked.columns.length > 0 ? asked.columns : usualColumns,
    options: entryColumns.map((value) => ({ value, label: columnName(value, language) })),
  })
  const partners = known.filter((i) => !i.ours).map((i) => ({ value: i.ror, label: i.name[language] || i.name.en }))
  const fields = html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.words, hint: w.wordsHint, value: filter.words, autocomplete: 'off', wide: true })}${submit({ label: w.find, kind: 'plain' })}</div>
    <details class="filters"${attribute('open', asked.filter.words === '' && filterQuery({ ...asked, page: 1 }) !== '')}><summary>${w.filters}</summary><div class="filter-line">${partners.length > 0 ? selectField({ name: 'partner', label: w.partner, value: filter.partner, options: [{ value: '', label: w.any }, ...partners] }) : ''}${selectField({ name: 'standing', label: w.standing, value: filter.standing, options: choice(['living', ...standings], standingWords) })}${selectField({ name: 'kind', label: w.kind, value: filter.kind, options: choice(entryKinds, kindWords) })}${textField({ name: 'year', type: 'number', label: w.year, value: filter.year ? String(filter.year) : '', min: 1900, max: 2200 })}${groups.length > 0 ? selectField({ name: 'grouping', label: groupingWords.one[language], value: filter.grouping ?? '', options: [{ value: '', label: w.any }, ...groups.map((g) => ({ value: g.id, label: groupingName(g, language) }))] }) : ''}${textField({ name: 'unit', label: w.unit, value: filter.unit })}${selectField({ name: 'sort', label: w.sort, value: sort, options: Object.entries(sortWords).map(([value, words]) => ({ value, label: words[language] })) })}</div>${columns}</details>`
  return html`<search-as-typed results="found">${form({ action: '/register', method: 'get', body: fields })}</search-as-typed>`
}

/** Filters kept by this visitor. */
export function viewList(c: Context<WebEnv>, { views }: EntriesView): Content {
  if (views.length === 0) return ''
  const w = speak(entryWords, c.var.language)
  const items = views.map(
    (v) =>
      html`<li><a href="/register?${v.query}">${v.name}</a> ${actButton({ action: '/register/views/drop', label: w.dropView, kind: 'quiet', values: { id: v.id }, describe: v.name })}</li>`,
  )
  return html`<nav class="views" aria-label="${w.views}"><ul>${items}</ul></nav>`
}
