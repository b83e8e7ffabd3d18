/** What happened with a partner, year by year and by name; and whether the partnership is dormant. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actButton,
  type Content,
  empty,
  head,
  html,
  inLanguage,
  notice,
  type Problem,
  page,
  section,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { activityWords } from './activity-words.ts'
import { dormancyNotice, noteForm, rulePanel } from './dormancy-view.ts'
import type { ReadActivity } from './read-activity.ts'

export interface ActivitySaid {
  done?: boolean
  problem?: Problem
}

export function activityPage(c: Context<WebEnv>, view: ReadActivity, said: ActivitySaid): Response {
  const { language } = c.var
  const w = speak(activityWords, language)
  const { institution, years } = view
  const name = institution.name[language] || institution.name.en
  const told = said.problem
    ? notice({ kind: 'refusal', answer: true, title: said.problem.text })
    : said.done && notice({ kind: 'done', title: w.done, answer: true })
  const heading = head({ over: html`<a href="/partners/${institution.ror}">${name}</a>`, title: w.title })
  const lists =
    years.length === 0
      ? empty({ title: w.emptyTitle, text: w.emptyText })
      : html`${section({ title: w.years, note: w.yearsNote, body: yearsTable(c, view) })}${section({ title: w.told, body: toldTable(c, view) })}`
  const body = html`${told}${heading}${dormancyNotice(c, view)}${lists}${noteForm(c, view)}`
  return page(c, { title: w.title, current: 'partners', body, aside: rulePanel(c, view) }, said.problem?.status)
}

function yearsTable(c: Context<WebEnv>, { years, gaps }: ReadActivity): Content {
  const w = speak(activityWords, c.var.language)
  const rows = years.map(({ year, count, covered }) => [
    String(year),
    String(count),
    html`${covered ? w.inForce : w.notInForce}${gaps.includes(year) && html` ${tag(w.gap, 'warn')}`}`,
  ])
  const columns = [{ label: w.year, head: true }, { label: w.recorded, numeric: true }, { label: w.agreement }]
  return table({ caption: w.years, captionHidden: true, columns, rows })
}

function toldTable(c: Context<WebEnv>, { happened, kinds, noted, institution, mayKeep }: ReadActivity): Content {
  const { language } = c.var
  const w = speak(activityWords, language)
  const rows = happened.map((h) => {
    const title = { en: h.title_en, zh: h.title_zh }
    const named = inLanguage(title, language)
    const path = kinds[h.kind]?.path?.(h.id)
    const own = noted.get(h.id)
    const action = `/partners/${institution.ror}/activity/drop`
    const describe = title[language] || title.en || title.zh
    const drop = own && mayKeep && actButton({ action, label: w.drop, kind: 'quiet', values: { id: h.id }, describe })
    return [
      html`<span class="no-wrap">${dayWords(h.happened_on, language)}</span>`,
      kinds[h.kind]?.words[language] ?? '',
      html`${path ? html`<a href="${path}">${describe ? named : w.open}</a>` : named}${own && html`<br><span class="muted small">${w.source}: ${own.source}</span>`}${drop}`,
    ]
  })
  const columns = [{ label: w.day, head: true }, { label: w.kind }, { label: w.what }]
  return table({ caption: w.told, captionHidden: true, columns, rows })
}
