/** Who takes part in a programme, with what falls due; the last row adds up the rows above it. */

import type { Context } from 'hono'
import { groupingName, groupingWords } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actButton,
  actions,
  type Content,
  form,
  html,
  inBoth,
  person,
  selectField,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { endsBefore, isOpen } from './programme.ts'
import type { ReadProgramme } from './read-programme.ts'
import { programmeWords } from './words.ts'

type Row = ReadProgramme['rows'][number]

export function partnersTable(c: Context<WebEnv>, view: ReadProgramme): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const columns = [
    { label: w.partner, head: true },
    { label: w.agreementEnds },
    { label: w.nextReview },
    { label: w.leads },
    { label: w.lastActivity },
    { label: w.living, numeric: true },
  ]
  const rows = view.rows.map((row) => [
    html`<a class="register-title" href="/partners/${row.partner}">${inBoth({ en: row.name_en, zh: row.name_zh }, language)}</a><br>${leave(c, view, row)}`,
    ends(c, view, row),
    review(c, view, row),
    leads(c, view, row),
    lastRecorded(c, row),
    html`<a href="/register?partner=${row.partner}&standing=living">${row.living}</a>`,
  ])
  const living = view.rows.reduce((sum, row) => sum + row.living, 0)
  const dormant = view.rows.filter((row) => row.dormant).length
  const under = view.rows.filter((row) => row.key !== null).length
  const total = [
    html`<strong>${w.together(view.rows.length)}</strong>`,
    String(under),
    '',
    '',
    dormant > 0 ? html`<a class="warn" href="/partners?mark=dormant">${w.dormantOf(dormant)}</a>` : '',
    html`<strong>${living}</strong>`,
  ]
  const all = view.rows.length > 0 ? [...rows, total] : []
  return table({ caption: w.partners, captionHidden: true, columns, rows: all, empty: w.noPartners })
}

/** An agreement that ends before the programme does is said so. */
function ends(c: Context<WebEnv>, { programme }: ReadProgramme, { key }: Row): Content {
  const w = speak(programmeWords, c.var.language)
  if (!key) return html`<span class="warn">${w.noAgreement}</span>`
  const early = isOpen(programme.state) && endsBefore(key.endsOn, programme.ends_on)
  return html`<a class="no-wrap" href="/register/${key.entry}">${key.endsOn ? dayWords(key.endsOn, c.var.language) : w.openEnded}</a>${early && html` <strong class="warn">${w.endsBefore}</strong>`}`
}

function review(c: Context<WebEnv>, { today }: ReadProgramme, { review }: Row): Content {
  const w = speak(programmeWords, c.var.language)
  if (!review) return html`<span class="muted">${w.notSet}</span>`
  const late = Temporal.PlainDate.compare(review, today) < 0
  return late
    ? html`<span class="no-wrap">${dayWords(review, c.var.language)}</span> <strong class="warn">${w.overdue}</strong>`
    : html`<span class="no-wrap">${dayWords(review, c.var.language)}</span>`
}

function lastRecorded(c: Context<WebEnv>, { partner, last, dormant }: Row): Content {
  const w = speak(programmeWords, c.var.language)
  const day = last
    ? html`<span class="no-wrap">${dayWords(last, c.var.language)}</span>`
    : html`<span class="muted">${w.notSet}</span>`
  return html`<a href="/partners/${partner}/activity">${day}</a>${dormant && html` <strong class="warn">${w.dormant}</strong>`}`
}

/** Ours first, then theirs; a side that nobody leads says so. */
function leads(c: Context<WebEnv>, { us }: ReadProgramme, row: Row): Content {
  const w = speak(programmeWords, c.var.language)
  const side = (own: Row['leads']) =>
    own.length > 0
      ? html`${own.map((l, i) => html`${i > 0 ? ', ' : ''}${person({ latin: l.name_latin, native: l.name_native })}`)}`
      : html`<span class="muted">${w.contactNeeded}</span>`
  const ours = row.leads.filter(({ institution }) => institution === us.ror)
  const theirs = row.leads.filter(({ institution }) => institution !== us.ror)
  if (row.leads.length === 0) return side([])
  return html`${side(ours)}<br>${side(theirs)}`
}

function leave(c: Context<WebEnv>, { mayKeep, programme }: ReadProgramme, row: Row): Content {
  if (!mayKeep || !isOpen(programme.state)) return ''
  const label = programmeWords.leave[c.var.language]
  const describe = c.var.language === 'en' ? row.name_en : row.name_zh
  return actButton({
    action: `/programmes/${programme.id}/leave`,
    label,
    kind: 'quiet',
    values: { partner: row.partner },
    describe,
  })
}

/** Narrows the rows, and with them their sums, to members of a grouping. */
export function groupingFilter(c: Context<WebEnv>, { programme, groups, grouping }: ReadProgramme): Content {
  if (groups.length === 0) return ''
  const { language } = c.var
  const w = speak(groupingWords, language)
  const options = [
    { value: '', label: w.any },
    ...groups.map((g) => ({ value: g.id, label: groupingName(g, language) })),
  ]
  const field = selectField({ name: 'grouping', label: w.one, value: grouping, options })
  const body = html`<div class="search-line">${field}${submit({ label: w.search, kind: 'plain' })}</div>`
  return form({ action: `/programmes/${programme.id}`, method: 'get', body })
}

export function joinForm(c: Context<WebEnv>, { outside, mayKeep, programme, rows }: ReadProgramme): Content {
  if (!mayKeep || !isOpen(programme.state)) return ''
  const { language } = c.var
  const w = speak(programmeWords, language)
  if (outside.length === 0) return rows.length > 0 ? '' : html`<p class="muted">${w.nobodyToJoin}</p>`
  const options = outside.map((o) => ({ value: o.ror, label: language === 'en' ? o.name_en : o.name_zh || o.name_en }))
  return form({
    action: `/programmes/${programme.id}/join`,
    body: html`${selectField({ name: 'partner', label: w.join, options })}${actions(submit({ label: w.join, kind: 'plain' }))}`,
  })
}
