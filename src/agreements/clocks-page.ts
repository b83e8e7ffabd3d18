/** The small report of how long agreements take: those under way, what waits too long first, then what concluded ones took. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { colon, comma, type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, head, html, page, section, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Stage, stageWords } from '#src/procedures/index.ts'
import { clockWords } from './clock-words.ts'
import type { Registered } from './register-store.ts'
import type { StageTime } from './stage-clock.ts'
import { registerWords } from './words.ts'

export interface ClocksView {
  agreements: (Registered & { times: StageTime[] })[]
  institutions: Institution[]
  targets: Record<Stage, number>
}

export function clocksPage(c: Context<WebEnv>, view: ClocksView): Response {
  const { language } = c.var
  const w = speak(clockWords, language)
  const open = view.agreements.filter(({ state }) => state !== 'concluded')
  const done = view.agreements.filter(({ state }) => state === 'concluded')
  const over = html`<a href="/agreements">${registerWords.title[language]}</a>`
  const finished =
    done.length > 0 && section({ title: w.finished, body: finishedTable({ ...view, agreements: done }, language) })
  const body = html`${head({ title: w.reportTitle, over, meta: w.reportNote })}${openTable({ ...view, agreements: open }, language)}${finished}`
  return page(c, { title: w.reportTitle, current: 'agreements', body })
}

const tooLong = (times: StageTime[]) => times.some((time) => time.tooLong)
const sum = (times: StageTime[], side: StageTime['side']) =>
  Math.round(times.filter((time) => time.side === side).reduce((days, time) => days + time.days, 0) * 10) / 10

function named(one: Registered, { institutions }: ClocksView, language: Language): Content {
  const partner = institutions.find(({ ror }) => ror === one.partner)?.short[language] ?? one.partner
  const title = one.title[language] || one.title.en || one.title.zh || registerWords.untitled[language]
  return html`<a href="/agreements/${one.id}">${title}</a> <span class="muted small">${partner}</span>`
}

function openTable(view: ClocksView, language: Language): Content {
  const w = speak(clockWords, language)
  const rows = view.agreements
    .toSorted((a, b) => Number(tooLong(b.times)) - Number(tooLong(a.times)))
    .map((one) => [
      named(one, view, language),
      waiting(one.times, view, language),
      ...judged(one.times, view, language),
    ])
  const columns = [
    { label: w.agreement, head: true },
    { label: w.now },
    { label: w.state },
    { label: w.ours, numeric: true },
    { label: w.theirs, numeric: true },
  ]
  return table({ caption: w.caption, captionHidden: true, columns, rows, empty: w.none })
}

function waiting(times: StageTime[], _: ClocksView, language: Language): Content {
  const w = speak(clockWords, language)
  const side = { ours: w.usNow, theirs: w.partnerNow, both: w.both }
  const lines = times
    .filter(({ runningDays }) => runningDays !== null)
    .map(
      (time) =>
        html`<div>${stageWords[time.stage][language]}${comma[language]}${side[time.side]}${colon[language]}${w.days(String(time.runningDays))}</div>`,
    )
  return html`${lines}`
}

function judged(times: StageTime[], { targets }: ClocksView, language: Language): Content[] {
  const w = speak(clockWords, language)
  const late = times.find((time) => time.tooLong)
  const verdict = late
    ? html`<strong class="bad">${w.tooLong(targets[late.stage])}</strong>`
    : html`<span class="muted">${w.inTime}</span>`
  return [verdict, sum(times, 'ours'), sum(times, 'theirs')]
}

function finishedTable(view: ClocksView, language: Language): Content {
  const w = speak(clockWords, language)
  const figures = ({ times }: { times: StageTime[] }) => {
    const [ours, theirs, both] = (['ours', 'theirs', 'both'] as const).map((side) => sum(times, side))
    return [ours!, theirs!, both!, Math.round((ours! + theirs! + both!) * 10) / 10]
  }
  const all = view.agreements.map(figures)
  const mean = (at: number) => Math.round((all.reduce((total, row) => total + row[at]!, 0) / all.length) * 10) / 10
  const rows = view.agreements.map((one) => [named(one, view, language), ...figures(one)])
  const labels = [w.ours, w.theirs, w.signing]
  const columns = [{ label: w.agreement, head: true }, ...labels.map((label) => ({ label, numeric: true }))]
  return table({
    caption: w.finished,
    captionHidden: true,
    columns,
    rows: [...rows.map((row) => row.slice(0, 4)), [w.average, mean(0), mean(1), mean(2)]],
  })
}
