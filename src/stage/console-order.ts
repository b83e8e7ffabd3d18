/** The running order on the console: planned and real times, and a way to put any item on stage. */
import { dayApart, type PlanItem } from '#src/ceremonies/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import { type Content, type Html, html, inBoth, person, sideDot, table } from '#src/platform/ui/index.ts'
import type { ConsoleView } from './console-page.ts'
import { pressButton } from './press-button.ts'
import { consoleWords } from './words.ts'

export function orderTable(view: ConsoleView): Html {
  const w = speak(consoleWords, view.reader.language)
  return table({
    caption: w.order,
    captionHidden: true,
    columns: [
      { label: w.planned },
      { label: w.item, head: true },
      { label: w.minutes, numeric: true },
      { label: w.really, numeric: true },
      { label: w.act },
    ],
    rows: view.plan.items.map((item) => rowOf(view, item)),
  })
}

function rowOf(view: ConsoleView, item: PlanItem): Content[] {
  const { plan, reader, us, state } = view
  const begins = { at: plan.startsAt, zone: plan.places[us.ror]!.zone, language: reader.language }
  const times = [us.ror, plan.partner].map((party) => {
    const { zone } = plan.places[party]!
    return `${clockTime(item.startsAt, zone)} ${dayApart(item.startsAt, zone, begins)}`.trim()
  })
  const side = item.party === null ? undefined : item.party === us.ror ? 'ours' : 'theirs'
  const dot = side && sideDot(side)
  const speaker = item.speaker && html`<br><span class="muted small">${person(item.speaker.name)}</span>`
  const now = item.id === state.item && html` <strong>(${consoleWords.onStage[reader.language]})</strong>`
  const title = html`${dot}${inBoth(item.title, reader.language)}${now}${speaker}`
  const { language } = reader
  const go =
    item.id !== state.item &&
    pressButton(view, 'go', { kind: 'quiet', values: { item: item.id }, describe: item.title[language] })
  return [html`<span class="numbers">${times.join(' / ')}</span>`, title, item.minutes, really(view, item), go || '']
}

/** Minutes it was on stage so far, all its turns together. */
function really({ state, reader }: ConsoleView, item: PlanItem): Content {
  const turns = state.actual.filter((one) => one.item === item.id)
  if (turns.length === 0) return ''
  const seconds = turns.reduce((sum, { startedAt, endedAt }) => {
    const end = endedAt ? Temporal.Instant.from(endedAt) : reader.now
    return sum + Temporal.Instant.from(startedAt).until(end).total('seconds')
  }, 0)
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
