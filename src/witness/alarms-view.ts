/** What does not fit, drawn: open alarms with what to do, silence, and what was settled. */
import type { Institution } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  form,
  type Html,
  html,
  moments,
  notice,
  type Place,
  section,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import type { Alarm } from './alarm-store.ts'
import type { LogsView } from './read-logs.ts'
import { alarmWords, logWords } from './words.ts'

export interface Telling {
  language: Language
  places: Place[]
  /** Whether the visitor may settle. */
  settles: boolean
  /** What was typed before a refusal, and what was wrong with it. */
  typed?: { id: string; reason: string; problem: string }
}

const nameOf = ({ partnered }: LogsView, id: string, language: Language): string => {
  const found = partnered.find(({ partner }) => partner.ror === id)?.partner
  return found ? shortName(found, language) : id
}

export const shortName = ({ short, name }: Institution, language: Language): string => short[language] || name[language]

/** Everything open, most urgent first; nothing where all fits. */
export function openAlarms(view: LogsView, t: Telling): Html {
  const w = speak(logWords, t.language)
  const open = view.alarms.filter((alarm) => !alarm.settledAt)
  const silent = view.partnered.filter((p) => p.silent !== undefined)
  return html`${open.map((alarm) => alarmNotice(view, alarm, t))}${silent.map(({ partner, silent }) =>
    notice({
      kind: 'warning',
      title: w.silentTitle(shortName(partner, t.language), silent!),
      body: w.silentText,
    }),
  )}`
}

function alarmNotice(view: LogsView, alarm: Alarm, t: Telling): Html {
  const { language, places } = t
  const w = speak(logWords, language)
  const { title, text } = alarmWords[alarm.kind][language]
  const again =
    alarm.times > 1 && html` · ${w.times(alarm.times)} · ${w.last} ${moments(alarm.lastAt, { places, language })}`
  const when = html`<p class="small muted">${w.since} ${moments(alarm.firstAt, { places, language })}${again}</p>`
  const proof =
    alarm.proof &&
    html`<details><summary>${w.presented}</summary><pre class="presented" tabindex="0">${alarm.proof}</pre></details>`
  const body = html`<div class="stack"><p>${text}</p>${when}${proof}${t.settles && settleForm(alarm, t)}</div>`
  return notice({ kind: 'refusal', title: title(nameOf(view, alarm.institution, language)), body })
}

function settleForm(alarm: Alarm, { language, typed }: Telling): Html {
  const w = speak(logWords, language)
  const mine = typed?.id === alarm.id ? typed : undefined
  const reason = textArea({
    name: 'reason',
    id: `settle-${alarm.id}`,
    label: w.settleReason,
    rows: 2,
    required: true,
    value: mine?.reason ?? '',
    error: mine?.problem,
  })
  const body = html`${reason}${actions(submit({ label: w.settle, kind: 'plain' }))}`
  return form({ action: `/logs/alarms/${alarm.id}/settlement`, language, body })
}

/** What was settled, with who said what. */
export function settledAlarms(view: LogsView, { language, places }: Telling): Html | '' {
  const w = speak(logWords, language)
  const settled = view.alarms.filter((alarm) => alarm.settledAt)
  if (settled.length === 0) return ''
  const lines = settled.map((alarm) => {
    const title = alarmWords[alarm.kind][language].title(nameOf(view, alarm.institution, language))
    const by = html`<span translate="no">${w.settledBy(alarm.settledBy!)}</span>`
    return html`<li><p>${title}</p><p class="small muted">${by} · ${moments(alarm.settledAt!, { places, language })}</p><p class="small">${alarm.settledReason}</p></li>`
  })
  return section({ title: w.settled, body: html`<ul class="settled">${lines}</ul>` })
}
