/** Every row of a list with what would become of it, or what became of it. */
import type { Context } from 'hono'
import { entryWords, kindWords } from '#src/agreements/index.ts'
import { colon, type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Content, type Html, html, inLanguage, section, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ColumnField } from './column.ts'
import { fieldWords, outcomeWords, problemWords } from './field-words.ts'
import type { BroughtView, ListView } from './read-import.ts'
import { type Outcome, outcomes, type Problem, type ProblemKind, type Relative, type RowPlan } from './row-plan.ts'
import { importWords } from './words.ts'

const aPage = 200

export function plannedRows(c: Context<WebEnv>, view: ListView): Html {
  const { language } = c.var
  const w = speak(importWords, language)
  const e = speak(entryWords, language)
  const columns = [
    ...[{ label: w.row, numeric: true }, { label: w.agreement, head: true }, { label: e.partner }, { label: e.kind }],
    ...[{ label: e.signed }, { label: e.ends }, { label: w.outcome }, { label: w.toKnow }],
  ]
  return rowsPart(c, view.list.plan, columns, (row) => [
    String(row.line),
    inLanguage({ en: row.details.titleEn, zh: row.details.titleZh }, language),
    partnerOf(view, row, language),
    kindWords[row.details.kind][language],
    day(row.details.signedOn ?? row.details.effectiveOn),
    day(row.details.terminatedOn ?? row.details.endsOn) || (row.outcome === 'new' ? e.openEnd : ''),
    outcomeMark(row.outcome, language),
    toKnow(row, language),
  ])
}

export function savedRows(c: Context<WebEnv>, { rows, found }: BroughtView): Html {
  const { language } = c.var
  const w = speak(importWords, language)
  const columns = [
    ...[{ label: w.row, numeric: true }, { label: w.agreement, head: true }, { label: entryWords.partner[language] }],
    ...[{ label: w.outcome }, { label: w.toKnow }],
  ]
  return rowsPart(c, rows, columns, ({ line, outcome, entry, said }) => {
    const there = entry && !(found.state === 'undone' && outcome === 'new')
    const title = there ? html`<a href="/register/${entry}">${said.title}</a>` : said.title
    const problems = said.problems as unknown as Problem[]
    return [String(line), title, said.partner, outcomeMark(outcome, language), problemsOf(problems, language)]
  })
}

/** The rows of one outcome or all, a page of them; the counts above lead to what they count. */
function rowsPart<R extends { outcome: Outcome }>(
  c: Context<WebEnv>,
  all: R[],
  columns: { label: string; head?: boolean; numeric?: boolean }[],
  cells: (row: R) => Content[],
): Html {
  const { language } = c.var
  const w = speak(importWords, language)
  const shown = outcomes.find((one) => one === c.req.query('show'))
  const rows = shown ? all.filter(({ outcome }) => outcome === shown) : all
  const pages = Math.max(1, Math.ceil(rows.length / aPage))
  const at = Math.min(pages, Math.max(1, Math.floor(Number(c.req.query('page'))) || 1))
  const link = (outcome: Outcome | undefined, label: string, n: number) =>
    n > 0 &&
    html`<a href="?${outcome ? `show=${outcome}` : ''}#rows"${attribute('aria-current', outcome === shown && 'true')}>${label} <strong>${n}</strong></a> `
  const count = (of: Outcome) => all.filter(({ outcome }) => outcome === of).length
  const ways = html`<nav class="row" aria-label="${w.rows}">${link(undefined, w.all, all.length)}${outcomes.map((one) => link(one, outcomeWords[one][language], count(one)))}</nav>`
  const numbers = Array.from({ length: pages }, (_, n) => n + 1)
  const pager =
    pages > 1 &&
    html`<nav class="row" aria-label="${w.pages}">${numbers.map((n) => html`<a href="?${shown ? `show=${shown}&` : ''}page=${n}#rows"${attribute('aria-current', n === at && 'page')}>${n}</a> `)}</nav>`
  const page = rows.slice((at - 1) * aPage, at * aPage).map(cells)
  return section({
    title: w.rows,
    id: 'rows',
    body: html`${ways}${table({ caption: w.rows, captionHidden: true, columns, rows: page })}${pager}`,
  })
}

/** As year, month, day: what a list was read as must not itself be read in two ways. */
const day = (date: string | null): Content => (date ? html`<span class="no-wrap">${date}</span>` : '')

const outcomeMark = (outcome: Outcome, language: Language): Content =>
  outcome === 'unreadable' || outcome === 'asked'
    ? html`<strong>${outcomeWords[outcome][language]}</strong>`
    : outcomeWords[outcome][language]

function partnerOf({ list }: ListView, { details, problems }: RowPlan, language: Language): Content {
  const { partner } = details
  const registered = list.ours.get(partner)
  if (registered) return inLanguage(registered, language)
  const joining = list.partners.flatMap((match) => match.choices).find(({ ror }) => ror === partner)
  if (joining)
    return html`${inLanguage(joining.name, language)} <span class="muted small">${importWords.joins[language]}</span>`
  return partner || (problems.find(({ field }) => field === 'partner')?.value ?? '')
}

function toKnow({ outcome, problems, relatives, there, differs, repeats }: RowPlan, language: Language): Content {
  const w = speak(importWords, language)
  if (repeats) return w.repeats(repeats)
  if (outcome === 'new') return relativesOf(relatives, language)
  if (!there) return problemsOf(problems, language)
  const names = differs.map((field) => fieldWords[field as ColumnField][language])
  const differing = names.length > 0 && html` ${w.differs(names.join(language === 'en' ? ', ' : '、'))}`
  return html`<a href="/register/${there}">${w.looks}</a>${differing}`
}

/** What a new one stands under and renews: an agreement of the register, or another row. */
function relativesOf(relatives: Relative[], language: Language): Content {
  const w = speak(importWords, language)
  return html`${relatives.map(({ field, value, entry, line }, n) => {
    const other = entry ? html`<a href="/register/${entry}">${value}</a>` : html`${value}${w.inRow(line!)}`
    return html`${n > 0 && html`<br>`}<span class="muted">${entryWords[field][language]}${colon[language]}</span>${other}`
  })}`
}

function problemsOf(problems: Problem[], language: Language): Content {
  return html`${problems.map(({ field, why, value }, n) => {
    const what = problemWords[why as ProblemKind][language]
    const said = value ? html`“${value.slice(0, 80)}” ${what}` : what
    return html`${n > 0 && html`<br>`}<span class="muted">${fieldWords[field as ColumnField][language]}${colon[language]}</span>${said}`
  })}`
}
