/** One kind of record: its rule, what is due, and proposing that it is forgotten; or, for agreements, handing them to the archive. */
import type { Context } from 'hono'
import { archiveWords } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  attribute,
  type Content,
  dialog,
  empty,
  facts,
  form,
  type Html,
  head,
  html,
  inLanguage,
  notice,
  page,
  pairField,
  panel,
  person,
  submit,
  table,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { DueView } from './read-retention.ts'
import { isForgettable } from './retention.ts'
import type { Problem } from './retention-page.ts'
import { endWords, kindWords, retentionWords } from './words.ts'

export function duePage(c: Context<WebEnv>, view: DueView, problem?: Problem): Response {
  const { language } = c.var
  const w = speak(retentionWords, language)
  const { rule, due } = view
  const title = kindWords[rule.kind][language]
  const list = due.length === 0 ? empty({ title: w.nothingDue, text: w.nothingDueText }) : dueList(view, language)
  const waits = view.waiting ? notice({ kind: 'waiting', title: html`<a href="/retention">${w.waiting}</a>` }) : ''
  const body = html`${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ over: html`<a href="/retention">${w.title}</a>`, title, meta: rule.kind === 'agreements' ? w.exportNote : '' })}${waits}${list}`
  return page(c, { title, current: 'administration', body, aside: html`${rulePanel(view, language)}` }, problem?.status)
}

function dueList(view: DueView, language: Language): Html {
  const w = speak(retentionWords, language)
  const { kind } = view.rule
  const choosing = isForgettable(kind) && view.mayForget && !view.waiting
  const on = (day: string) => dateWords(Temporal.Instant.from(`${day}T00:00Z`), 'UTC', language)
  const rows = view.due.map(({ id, title, person: named, ended, href }) => [
    titleOf(named ? person(named) : inLanguage(title, language), href),
    on(ended),
    choosing
      ? html`<label class="tick"><input type="checkbox" name="record:${id}" value="yes"${attribute('checked', true)}><span class="visually-hidden">${title[language] || title.en || title.zh}</span></label>`
      : kind === 'agreements' &&
        html`<a href="/archive/agreements/${id}/office.zip">${archiveWords.archiveOffice[language]}</a>`,
  ])
  const columns = [
    { label: w.record, head: true },
    { label: w.ended },
    { label: choosing ? w.choose : archiveWords.archive[language] },
  ]
  const shown = choosing || kind === 'agreements' ? columns : columns.slice(0, 2)
  const list = table({ caption: w.due, captionHidden: true, columns: shown, rows })
  if (!choosing) return list
  const reason = textArea({ name: 'reason', label: w.reason, value: w.reasonValue, required: true, rows: 2 })
  const body = html`${list}${reason}${actions(submit({ label: w.propose }))}`
  return form({ action: `/retention/${kind}/propose`, body })
}

const titleOf = (title: Content, href: string | null): Content =>
  href
    ? html`<a class="register-title" href="${href}">${title}</a>`
    : html`<span class="register-title">${title}</span>`

function rulePanel({ rule, maySetRules }: DueView, language: Language): Content {
  const w = speak(retentionWords, language)
  const said = facts([
    { label: w.years, value: w.yearsOf(rule.years) },
    { label: w.from, value: endWords[rule.kind][language] },
    { label: w.why, value: rule.reason[language] },
    { label: w.basis, value: rule.basis[language] },
  ])
  const by = html`<p class="muted small">${rule.changedBy ? w.by(rule.changedBy) : w.first}</p>`
  const change =
    maySetRules &&
    dialog({
      id: 'change-rule',
      open: w.change,
      kind: 'quiet',
      title: w.change,
      language,
      body: form({
        action: `/retention/${rule.kind}/rule`,
        body: html`${textField({ name: 'years', type: 'number', label: w.years, value: String(rule.years), min: 1, max: 100, required: true })}${pairField({ name: 'reason', label: w.reason, value: rule.reason, language })}${pairField({ name: 'basis', label: w.basis, value: rule.basis, language })}${actions(submit({ label: w.change }))}`,
      }),
    })
  return panel({ title: w.rule, body: html`${said}${by}${change}` })
}
