/** The latest entries of our log, drawn: what happened, about what, and the proof of it. */
import { evidenceEvents } from '#src/platform/evidence.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, inLanguage, moments, section, table } from '#src/platform/ui/index.ts'
import { shortName, type Telling } from './alarms-view.ts'
import type { LogsView } from './read-logs.ts'
import { eventWords, logWords } from './words.ts'

export function latestEntries(view: LogsView, t: Telling): Html {
  const { language, places } = t
  const w = speak(logWords, language)
  const partner = view.partnered.find(({ peer }) => peer)?.partner.ror
  const rows = view.events.map(({ index, event, about, at, facts: clear }): Content[] => [
    String(index),
    happened(view, event, clear, language),
    clear ? subject(view, about, language) : html`<span class="muted">${w.erased}</span>`,
    moments(at, { places, language }),
    partner ? proofLink(index, partner, language) : '',
  ])
  const columns = [
    { label: w.number, numeric: true },
    { label: w.what, head: true },
    { label: w.about },
    { label: w.when },
    { label: w.proof },
  ]
  const body = table({ caption: w.recent, captionHidden: true, columns, rows, empty: w.empty })
  return section({ title: w.recent, note: w.recentNote, body })
}

/** What happened, and which side did it where it was one. */
function happened(view: LogsView, event: string, clear: Record<string, unknown> | null, language: Language): Content {
  const said = evidenceEvents.includes(event as never) ? eventWords[event as keyof typeof eventWords][language] : event
  const sides = [view.us, ...view.partnered.map(({ partner }) => partner)]
  const side = sides.find(({ ror }) => ror === clear?.institution)
  // What is about a node names it in the next column.
  return side && !/^(pairing|log)\./.test(event)
    ? html`${said} <span class="muted">· ${shortName(side, language)}</span>`
    : said
}

function proofLink(index: number, partner: string, language: Language): Html {
  const w = speak(logWords, language)
  const which = html`<span class="visually-hidden">${w.proofFor(index)}</span>`
  return html`<a href="/logs/entries/${index}-${partner}.tlog-proof">${w.proof} ${which}</a>`
}

function subject(view: LogsView, { kind, id }: { kind: string; id: string }, language: Language): Content {
  const w = speak(logWords, language)
  const title = view.titles.get(id)
  if (kind === 'agreement')
    return title
      ? html`<a href="/agreements/${id}">${inLanguage(title, language)}</a>`
      : `${w.agreement} ${id.slice(0, 8)}`
  const partner = view.partnered.find((one) => one.partner.ror === id)?.partner
  if (id === view.us.ror) return shortName(view.us, language)
  return partner ? html`<a href="/partners/${id}">${shortName(partner, language)}</a>` : id
}
