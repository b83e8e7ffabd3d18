/** All groupings, and the form that makes one. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  checkbox,
  dialog,
  empty,
  form,
  head,
  hidden,
  html,
  inBoth,
  link,
  notice,
  type Problem,
  page,
  pairField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { GroupingDetails } from './grouping.ts'
import type { Grouping } from './grouping-store.ts'
import { groupingWords } from './grouping-words.ts'
import { partnerWords } from './words.ts'

export interface GroupingsView {
  all: Grouping[]
  mayKeep: boolean
  typed: GroupingDetails
  problem?: Problem
}

export function groupingsPage(c: Context<WebEnv>, view: GroupingsView): Response {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const { all, mayKeep, typed, problem } = view
  const told = problem && notice({ kind: 'refusal', answer: true, title: problem.text })
  const body = groupingForm(c, { action: '/groupings', details: typed, revision: 0 })
  const make =
    mayKeep &&
    html`<div class="row">${dialog({ id: 'grouping', open: w.add, title: w.add, body, language, shown: problem !== undefined })}</div>`
  const over = html`<a href="/partners">${partnerWords.title[language]}</a>`
  const list = all.length > 0 ? groupingsTable(c, all) : empty({ title: w.emptyTitle, text: w.emptyText })
  const content = html`${told}${head({ over, title: w.title })}${list}${make}`
  return page(c, { title: w.title, current: 'partners', body: content }, problem?.status)
}

function groupingsTable(c: Context<WebEnv>, all: Grouping[]): Content {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const rows = all.map((g) => [
    html`<a class="register-title" href="/groupings/${g.id}">${inBoth({ en: g.name_en, zh: g.name_zh }, language)}</a>`,
    html`<a href="/groupings/${g.id}">${g.members}</a>`,
    html`<a href="/partners?grouping=${g.id}">${g.partners}</a>`,
    html`${sourceLink(g.source)}<br><span class="muted small">${partnerWords.asOf[language](dayWords(g.as_of, language))}</span>`,
    g.public ? w.shown : w.internal,
  ])
  const columns = [
    { label: w.name, head: true },
    { label: w.members, numeric: true },
    { label: w.partners, numeric: true },
    { label: w.source },
    { label: w.visibility },
  ]
  return table({ caption: w.title, captionHidden: true, columns, rows })
}

/** An address leads there; a document stands as it is named. */
export const sourceLink = (source: string): Content =>
  URL.canParse(source) ? html`<a href="${link(source)}">${new URL(source).hostname || source}</a>` : source

export function groupingForm(
  c: Context<WebEnv>,
  { action, details, revision }: { action: string; details: GroupingDetails; revision: number },
): Content {
  const { language } = c.var
  const w = speak(groupingWords, language)
  const { name, source, asOf } = details
  const fields = html`${hidden({ revision: String(revision) })}${pairField({ name: 'name', label: w.name, value: name, either: true, language })}${textField({ name: 'source', label: w.source, hint: w.sourceHint, value: source, required: true, maxlength: 500, wide: true })}${textField({ name: 'asOf', type: 'date', label: w.asOf, value: asOf, required: true })}${checkbox({ name: 'public', label: w.public, checked: details.public })}`
  return form({ action, body: html`${fields}${actions(submit({ label: w.save }))}` })
}
