/** What happened, one entry under the other, in the time of both sides. */
import type { Language } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html } from './html.ts'
import { moments, type Place } from './moments.ts'
import { type Side, sideClass } from './side.ts'

export interface TimelineEntry {
  at: Temporal.Instant
  what: Content
  who?: Content
  note?: Content
  side?: Side
}

/** A list of entries in the order given; `label` names it for screen readers. */
export function timeline(o: { entries: TimelineEntry[]; places: Place[]; language: Language; label: string }): Html {
  const entries = o.entries.map(
    (entry) =>
      html`<li class="moment ${sideClass(entry.side)}"><p class="moment-what">${entry.what}</p><p class="moment-when">${entry.who && html`${entry.who} · `}${moments(entry.at, o)}</p>${entry.note && html`<div class="moment-note">${entry.note}</div>`}</li>`,
  )
  return html`<ol class="timeline" aria-label="${o.label}">${entries}</ol>`
}
