/** The speaker's view: own item, time left, notes, and what the moderator says. On a lectern or a telephone. */
import type { PlanItem } from '#src/ceremonies/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  facts,
  type Html,
  html,
  inBoth,
  liveRegion,
  moments,
  panel,
  section,
  type View,
} from '#src/platform/ui/index.ts'
import { deskHead, deskTitle, timeLeft } from './desk-head.ts'
import { languageOf } from './name-card.ts'
import type { BackstageView } from './read-console.ts'
import { itemNow } from './read-stage.ts'
import { consoleWords, speakerWords } from './words.ts'

export interface SpeakerView extends BackstageView {
  /** The item the visitor looks at: their own, or one they chose. */
  item: PlanItem | undefined
  /** Our office's own note on it, for our staff. */
  officeNote: string | undefined
}

export function speakerPage(view: SpeakerView): View {
  const { language } = view.reader
  const w = speak(speakerWords, language)
  const region = (id: string, body: Html) => liveRegion({ id, src: view.live, body, language })
  const body = region('speaker-body', html`${deskHead(view, w.title)}${message(view)}${yours(view)}`)
  const choose = view.plan.items.map(
    (item) => html`<li><a href="?item=${encodeURIComponent(item.id)}">${inBoth(item.title, language)}</a></li>`,
  )
  const aside = html`${region('speaker-stage', panel({ title: consoleWords.onStage[language], body: nowOn(view) }))}${panel({ title: w.choose, body: html`<ul class="plain-list">${choose}</ul>` })}`
  return { title: deskTitle(w.title, view), current: 'ceremonies', body, aside }
}

function message({ note, reader }: SpeakerView): Html {
  const w = speak(speakerWords, reader.language)
  const text = note ? html`<p class="speaker-message">${note.text}</p>` : html`<p class="muted">${w.noMessage}</p>`
  return html`<section class="speaker-note${note ? ' has-note' : ''}" aria-label="${w.message}"><h2 class="panel-title">${w.message}</h2><div data-announce>${text}</div></section>`
}

function nowOn(view: SpeakerView): Html {
  const item = itemNow(view)
  const { language } = view.reader
  return item
    ? html`<p>${inBoth(item.title, language)}</p>`
    : html`<p class="muted">${consoleWords.nothingYet[language]}</p>`
}

function yours(view: SpeakerView): Html {
  const { item, reader, officeNote } = view
  const { language } = reader
  const w = speak(speakerWords, language)
  if (!item) return html`<p>${w.none}</p>`
  const about = facts([
    { label: w.from, value: moments(item.startsAt, reader) },
    { label: consoleWords.minutes[language], value: w.minutes(item.minutes) },
    { label: w.language, value: languageOf(item) },
    ...(item.interpreter ? [{ label: w.interpreter, value: item.interpreter }] : []),
  ])
  const notes = [item.note, officeNote].filter(Boolean)
  const shown =
    notes.length > 0
      ? notes.map((note) => html`<p class="speaker-notes">${note}</p>`)
      : html`<p class="muted">${w.noNotes}</p>`
  return html`${standing(view, item)}${section({ title: inBoth(item.title, language), note: w.yours, body: about })}${section({ title: w.notes, body: html`${shown}` })}`
}

function standing(view: SpeakerView, item: PlanItem): Html {
  const { state, plan, reader } = view
  const w = speak(speakerWords, reader.language)
  if (state.item === item.id)
    return html`<p class="speaker-on" data-announce>${w.onNow}</p><p class="desk-time big">${timeLeft(view)}</p>`
  const at = plan.items.findIndex(({ id }) => id === item.id)
  const now = plan.items.findIndex(({ id }) => id === state.item)
  if (state.phase === 'ended' || now > at) return html`<p class="speaker-off">${w.over}</p>`
  const ahead = plan.items
    .slice(Math.max(0, now), at)
    .map((one) => html`<li>${inBoth(one.title, reader.language)}</li>`)
  return ahead.length > 0 ? html`<p class="muted">${w.waiting}</p><ul class="list">${ahead}</ul>` : html``
}
