/** The list of partners. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dayWords, sinceWords } from '#src/platform/time.ts'
import {
  type Content,
  empty,
  form,
  type Html,
  head,
  html,
  inBoth,
  linkButton,
  notice,
  page,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Grouping } from './grouping-store.ts'
import { groupingName, groupingWords } from './grouping-words.ts'
import { moveWords } from './institution-move-words.ts'
import type { ListedPartner, PartnerFilter } from './partner-list.ts'
import { type PartnerMark, partnerMarkWords } from './partner-mark.ts'
import { partnershipStates } from './partnership.ts'
import { partnershipStateWords } from './partnership-words.ts'
import { place } from './place.ts'
import { partnerWords } from './words.ts'

export const partnersAPage = 50

export interface PartnersView {
  filter: PartnerFilter & { mark: PartnerMark | ''; grouping: string }
  /** To narrow the list to. */
  groupings: Grouping[]
  page: number
  /** Each with the day of the last thing recorded with it. */
  rows: (ListedPartner & { last: Temporal.PlainDate | null })[]
  total: number
  /** What this visitor may narrow the list to. */
  marks: PartnerMark[]
  /** How many the registry no longer lists as active; officers are told. */
  changed: number
}

export function partnersPage(c: Context<WebEnv>, view: PartnersView): Response {
  const { language } = c.var
  const w = speak(partnerWords, language)
  const { filter } = view
  const asked = filter.words !== '' || filter.state !== '' || filter.mark !== '' || filter.grouping !== ''
  const none = empty({ title: w.emptyTitle, text: w.emptyText })
  const lists = view.total > 0 || asked ? html`${search(c, view)}<div id="found">${partnerTable(c, view)}</div>` : none
  const acts = html`${linkButton({ href: '/groupings', label: groupingWords.title[language] })}${linkButton({ href: '/programmes', label: w.programmes })}${linkButton({ href: '/directory', label: w.directory })}`
  return page(c, {
    title: w.title,
    current: 'partners',
    body: html`${head({ title: w.title, acts })}${changedNotice(view, language)}${lists}`,
  })
}

const changedNotice = ({ changed }: PartnersView, language: Language): Content =>
  changed > 0 &&
  notice({
    kind: 'note',
    title: moveWords.waiting[language](changed),
    acts: linkButton({ href: '/directory/changes', label: moveWords.title[language] }),
  })

function search(c: Context<WebEnv>, { filter, total, marks, groupings }: PartnersView): Content {
  // A handful needs no search.
  if (total <= 12 && filter.words === '' && filter.state === '' && filter.mark === '' && filter.grouping === '')
    return ''
  const { language } = c.var
  const w = speak(partnerWords, language)
  const states = partnershipStates.map((value) => ({ value, label: partnershipStateWords[value][language] }))
  const groups = groupings.map((g) => ({ value: g.id, label: groupingName(g, language) }))
  const looks = marks.map((value) => ({ value, label: partnerMarkWords[value][language] }))
  const fields = html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.find, value: filter.words, autocomplete: 'off', wide: true })}${selectField({ name: 'state', label: w.state, value: filter.state, options: [{ value: '', label: w.any }, ...states] })}${selectField({ name: 'mark', label: w.mark, value: filter.mark, options: [{ value: '', label: w.any }, ...looks] })}${groups.length > 0 ? selectField({ name: 'grouping', label: groupingWords.one[language], value: filter.grouping, options: [{ value: '', label: w.any }, ...groups] }) : ''}${submit({ label: w.search, kind: 'plain' })}</div>`
  return html`<search-as-typed results="found">${form({ action: '/partners', method: 'get', body: fields })}</search-as-typed>`
}

/** The list alone, for the page while someone types. */
export function partnerTable(c: Context<WebEnv>, view: PartnersView): Html {
  const { language } = c.var
  const w = speak(partnerWords, language)
  if (view.rows.length === 0)
    return html`<p class="visually-hidden" role="status">${w.noneFound}</p>${empty({ title: w.noneFound, text: w.noneFoundText })}`
  const rows = view.rows.map((one) => [
    html`<a class="register-title" href="/partners/${one.ror}">${inBoth({ en: one.name_en, zh: one.name_zh }, language)}</a>`,
    place({ city: { en: one.city_en, zh: one.city_zh }, country: one.country }, language),
    one.state ? partnershipStateWords[one.state][language] : html`<span class="muted">${w.none}</span>`,
    one.since ? sinceWords(one.since, language) : '',
    one.last ? dayWords(one.last, language) : html`<span class="muted">${w.nothingYet}</span>`,
  ])
  const columns = [
    { label: w.university, head: true },
    { label: w.place },
    { label: w.state },
    { label: w.since },
    { label: w.lastActivity },
  ]
  return html`${table({ caption: w.caption, captionHidden: true, columns, rows })}${pager(c, view)}`
}

function pager(c: Context<WebEnv>, { filter, page: at, total }: PartnersView): Content {
  const last = Math.ceil(total / partnersAPage)
  if (last < 2) return ''
  const w = speak(partnerWords, c.var.language)
  const query = (n: number) =>
    new URLSearchParams({
      q: filter.words,
      state: filter.state,
      mark: filter.mark,
      grouping: filter.grouping,
      page: String(n),
    })
  const to = (n: number, label: string) => html`<a href="/partners?${query(n).toString()}">${label}</a>`
  return html`<nav class="bar pager" aria-label="${w.title}"><span>${at > 1 ? to(at - 1, w.previous) : ''}</span><span class="muted">${at} / ${last}</span><span>${at < last ? to(at + 1, w.next) : ''}</span></nav>`
}
