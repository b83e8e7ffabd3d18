/** Where a text departs from its template: a line beside the text, and a page with every word. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, diff, head, html, page, panel, parallel } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ClauseChange } from './changes.ts'
import { departureKinds, departureWords } from './departure-words.ts'
import type { Departing } from './read-departure.ts'
import type { Reader } from './reader.ts'

export function templatePanel(departing: Departing | null, agreement: string, { language }: Reader): Content {
  if (!departing) return ''
  const w = speak(departureWords, language)
  const { from, changes } = departing
  const where =
    changes.length === 0
      ? html`<p class="good">${w.none}</p>`
      : html`<p>${w.some(changes.length)}. <a href="/agreements/${agreement}/template">${w.show}</a></p>`
  const newer = from.latest > from.version.number && html`<p class="small muted">${w.newer(from.latest)}</p>`
  const name = html`<a href="/procedures/templates/${from.template.id}">${w.from(from.template.name[language], from.version.number)}</a>`
  return panel({ title: w.title, body: html`<p class="small">${name}</p>${newer}${where}` })
}

export function departurePage(c: Context<WebEnv>, agreement: string, departing: Departing): Response {
  const { language } = c.var
  const w = speak(departureWords, language)
  const { from, changes, title } = departing
  const over = html`<a href="/agreements/${agreement}">${title[language] || title.en || title.zh}</a>`
  const meta = html`${w.from(from.template.name[language], from.version.number)}. ${w.ours}`
  const rows = changes.map((change) => row(change, language))
  const body = html`${head({ title: w.pageTitle, over, meta })}${changes.length === 0 ? html`<p class="good">${w.none}</p>` : parallel({ rows, language, label: w.pageTitle })}`
  return page(c, { title: w.pageTitle, current: 'agreements', body })
}

function row(change: ClauseChange, language: Language) {
  const half = (one: Language) => ({
    heading: diff(change.heading[one], language),
    body: diff(change.body[one], language),
  })
  const acts = html`<span class="small muted">${departureKinds[change.kind][language]}</span>`
  return {
    id: `departs-${change.id}`,
    number: change.number ?? '–',
    acts,
    en: half('en'),
    zh: half('zh'),
    changed: true,
  }
}
