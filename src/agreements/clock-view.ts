/** Beside the text: the days each stage took on each side, and what waits too long. */
import { comma, speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, html, panel, sideDot } from '#src/platform/ui/index.ts'
import { stageWords } from '#src/procedures/index.ts'
import { clockWords } from './clock-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import type { StageTime } from './stage-clock.ts'

export function clockPanel({ times, targets, staff }: Negotiation, reader: Reader): Content {
  if (!staff || times.length === 0) return ''
  const w = speak(clockWords, reader.language)
  const rows = times.map((time) => ({
    label: html`${time.side !== 'both' && sideDot(time.side)}${stageWords[time.stage][reader.language]}${comma[reader.language]}${time.side === 'both' ? w.both : reader.short[time.side]}`,
    value: value(time, targets[time.stage], reader),
  }))
  return panel({
    title: w.title,
    body: html`${facts(rows)}<p class="small"><a href="/agreements/clocks">${w.all}</a></p>`,
  })
}

function value(time: StageTime, target: number, { language }: Reader): Content {
  const w = speak(clockWords, language)
  const running = time.runningDays !== null && time.runningDays !== time.days
  return html`${w.days(String(time.days))}${running && html` <span class="muted small">${w.running(String(time.runningDays))}</span>`}${time.tooLong && html` <strong class="bad small">${w.tooLong(target)}</strong>`}`
}
