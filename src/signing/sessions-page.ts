/** From here an officer opens a signing session; everybody else sees what it waits for. */
import type { Seat } from '#src/agreements/index.ts'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  empty,
  facts,
  form,
  type Html,
  head,
  html,
  inBoth,
  linkButton,
  moments,
  nothing,
  notice,
  type Place,
  person,
  section,
  submit,
  textField,
  type View,
} from '#src/platform/ui/index.ts'
import type { TypedDeadline } from './deadline.ts'
import { roomWords, sessionsWords } from './room-words.ts'
import type { Ending, Session } from './session.ts'
import { endedTitle } from './standing-notice.ts'
import { tabTitle } from './tab-title.ts'

export interface SessionsView {
  agreement: { id: string; approved: boolean }
  title: { en: string; zh: string }
  seats: Seat[]
  us: Parameters<typeof endedTitle>[0]['us']
  partner: Parameters<typeof endedTitle>[0]['partner']
  reader: { language: Language; now: Temporal.Instant; places: Place[] }
  mayOpen: boolean
  typed: TypedDeadline
  /** Why the last try was refused, in words. */
  error?: string
  earlier: { session: Session; endings: Ending[] }[]
}

export function sessionsPage(view: SessionsView): View {
  const { language } = view.reader
  const other = language === 'en' ? 'zh' : 'en'
  const w = speak(sessionsWords, language)
  const over = html`<a href="/agreements/${view.agreement.id}">${speak(roomWords, language).agreement}</a> · ${w.title}`
  const body = html`${head({ title: view.title[language], second: view.title[other], secondLang: htmlLang[other], over })}
    ${view.error && notice({ kind: 'refusal', answer: true, title: view.error })}${opening(view)}${seatsOf(view)}${earlierOf(view)}`
  return { title: tabTitle(w.title, view.title[language]), current: 'agreements', body }
}

function opening(view: SessionsView): Html {
  const w = speak(sessionsWords, view.reader.language)
  const acts = linkButton({ href: `/agreements/${view.agreement.id}`, label: w.toAgreement })
  if (!view.agreement.approved) return empty({ title: w.notYetTitle, text: w.notYetText, acts })
  if (!view.mayOpen) return empty({ title: w.officerTitle, text: w.officerText, acts })
  return section({ title: w.openTitle, body: html`<div class="stack"><p>${w.openText}</p>${openForm(view)}</div>` })
}

function openForm({ agreement, reader, typed, us }: SessionsView): Html {
  const w = speak(sessionsWords, reader.language)
  const today = reader.now.toZonedDateTimeISO(us.zone).toPlainDate().toString()
  const city = us.city[reader.language] || us.zone
  const date = textField({ name: 'date', type: 'date', label: w.date, value: typed.date, min: today, required: true })
  const time = textField({
    name: 'time',
    type: 'time',
    label: w.time,
    value: typed.time,
    hint: w.zone(city),
    required: true,
  })
  const body = html`${date}${time}<p class="muted small">${w.deadlineNote}</p>${actions(submit({ label: w.open }))}`
  return form({ action: `/agreements/${agreement.id}/signing-sessions`, body })
}

function seatsOf({ seats, us, partner, reader }: SessionsView): Html {
  const w = speak(sessionsWords, reader.language)
  const rows = [...seats]
    .sort((a, b) => a.order - b.order)
    .map((seat) => ({
      label: (seat.party === us.ror ? us : partner).name[reader.language],
      value: html`${person(seat.name)} <span class="muted">${inBoth(seat.title, reader.language)}</span>`,
    }))
  return section({ title: w.seats, body: facts(rows) })
}

function earlierOf(view: SessionsView): Html {
  if (view.earlier.length === 0) return nothing
  const { reader } = view
  const w = speak(roomWords, reader.language)
  const items = view.earlier.map(({ session, endings }) => {
    const how = endings.map(
      (e) =>
        html`<p>${endedTitle({ ...view, reader }, e)}${e.reason && e.kind !== 'not_opened' && html` <q>${e.reason}</q>`}</p>`,
    )
    return html`<li><p><a href="/signing/${session.id}">${w.earlierSession} ${w.nth(session.attempt)}</a> <span class="muted small">${moments(session.openedAt, reader)}</span></p>${how}</li>`
  })
  return section({ title: w.earlier, body: html`<ul class="stack">${items}</ul>` })
}
