/** How long things are kept, what is due, and what waits for a second person. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, head, html, notice, page, section, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { decisionPart } from './decision-view.ts'
import type { RetentionView } from './read-retention.ts'
import { endWords, kindWords, retentionWords } from './words.ts'

export interface Problem {
  text: string
  status: Refusal['status']
}

export function retentionPage(c: Context<WebEnv>, view: RetentionView, problem?: Problem): Response {
  const { language } = c.var
  const w = speak(retentionWords, language)
  const columns = [
    ...[{ label: w.kind, head: true }, { label: w.years }, { label: w.from }, { label: w.why }],
    { label: w.due, numeric: true },
  ]
  const rows = view.rules.map(({ rule, due }) => [
    html`<a class="register-title" href="/retention/${rule.kind}">${kindWords[rule.kind][language]}</a>`,
    html`<span class="no-wrap">${w.yearsOf(rule.years)}</span>`,
    endWords[rule.kind][language],
    html`${rule.reason[language]}<br><span class="muted small">${rule.basis[language]}</span>`,
    due > 0 ? html`<a href="/retention/${rule.kind}"><strong>${due}</strong></a>` : '0',
  ])
  const waiting = view.acts.filter(({ state }) => state === 'proposed')
  const past = view.acts.filter(({ state }) => state !== 'proposed')
  const list = table({ caption: w.title, captionHidden: true, columns, rows })
  const decided = past.map((act) => html`<li>${pastLine(c, act, language)}</li>`)
  const body = html`${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ title: w.title, meta: w.note })}
    ${waiting.map((act) => decisionPart(c, act, view))}${list}
    ${past.length > 0 && section({ title: w.past, body: html`<ul class="plain-list">${decided}</ul>` })}`
  return page(c, { title: w.title, current: 'administration', body }, problem?.status)
}

function pastLine(c: Context<WebEnv>, act: RetentionView['acts'][number], language: Language): Content {
  const w = speak(retentionWords, language)
  const on = (at: Temporal.Instant) => dateWords(at, c.var.house.zone, language)
  const proposed = w.proposedBy(act.proposed_by_name, on(act.proposed_at))
  const [who, at] = [act.decided_by_name ?? '', on(act.decided_at!)]
  const decided = act.state === 'confirmed' ? w.confirmedBy(who, act.forgotten ?? 0, at) : w.withdrawnBy(who, at)
  return html`${kindWords[act.kind][language]} <span class="muted">${proposed}${language === 'en' ? '; ' : '；'}${decided}</span>`
}
