/** The signing room: both halves, the word across the cut, and what stands between. */
import { isOfficer } from '#src/agreements/index.ts'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import {
  actWithReason,
  type Content,
  facts,
  type Html,
  hash,
  head,
  html,
  linkButton,
  moments,
  nothing,
  panel,
  room,
  type TimelineEntry,
  timeline,
  type View,
} from '#src/platform/ui/index.ts'
import type { RoomView } from './read-room.ts'
import { roomWords } from './room-words.ts'
import { halves, shortOf } from './seat-view.ts'
import { isPast, mayAsk, mayEndHere } from './session.ts'
import { endedTitle, standingNotice } from './standing-notice.ts'
import { tabTitle } from './tab-title.ts'

export function roomPage(view: RoomView, notes: Html = nothing): View {
  const { language } = view.reader
  const other = language === 'en' ? 'zh' : 'en'
  const w = speak(roomWords, language)
  const { title } = view.text
  const [left, right] = halves(view)
  const over = html`<a href="/agreements/${view.agreement.id}">${w.agreement}</a> · ${w.over}`
  const body = html`${head({ title: title[language], second: title[other], secondLang: htmlLang[other], over })}
    ${notes}${standingNotice(view)}
    ${room({ left, right, language, action: actionsOf(view) })}
    ${lookAgain(view)}`
  return {
    title: tabTitle(w.over, title[language]),
    current: 'agreements',
    body,
    aside: aside(view),
    live: { url: view.live },
  }
}

/** For browsers without scripts, where the page does not renew itself. */
export function lookAgain({ reader }: RoomView): Html {
  return html`<noscript><p><a href="">${speak(roomWords, reader.language).lookAgain}</a></p></noscript>`
}

function actionsOf(view: RoomView): Content | undefined {
  const { session, visitor, progress, seats, reader } = view
  if (session.state !== 'open') return undefined
  const w = speak(roomWords, reader.language)
  const awaited =
    seats.some((seat) => !progress.consents.some((c) => c.seat === seat)) && !isPast(session.deadline, reader.now)
  const sign = awaited && linkButton({ href: `/signing/${session.id}/sign`, label: w.toSign, kind: 'primary' })
  const end = isOfficer(visitor) && mayAsk(view.question) && withdrawal(view)
  return sign || end ? html`${sign}${end}` : undefined
}

function withdrawal({ session, progress, reader }: RoomView): Html {
  const { language } = reader
  const w = speak(roomWords, language)
  const here = mayEndHere(progress)
  return actWithReason({
    id: 'withdrawal',
    action: `/signing/${session.id}/withdrawal`,
    open: here ? w.withdraw : w.ask,
    title: here ? w.withdrawTitle : w.askTitle,
    explain: here ? w.withdrawText : w.askExplain,
    confirm: here ? w.withdraw : w.ask,
    reason: { label: w.reason },
    language,
  })
}

function aside(view: RoomView): Html {
  const { session, reader, agreement } = view
  const w = speak(roomWords, reader.language)
  const deadline = html`${moments(session.deadline, reader)}${session.state === 'open' && isPast(session.deadline, reader.now) && html` (${w.deadlinePast})`}`
  const signed = view.progress.revisions.length > 0
  const about = facts([
    { label: w.attempt, value: w.nth(session.attempt) },
    { label: w.opened, value: html`${moments(session.openedAt, reader)}<br>${w.openedBy(openedBy(view))}` },
    { label: w.deadline, value: deadline },
  ])
  const document = html`<p><a href="/agreements/${agreement.id}/revision-0.pdf">${w.openDocument}</a>${signed && html` · <a href="/agreements/${agreement.id}/agreement.pdf">${w.openSigned}</a> · <a href="/agreements/${agreement.id}/verification">${w.verification}</a>`}</p>
    <p class="small muted">${w.textHash}</p><p>${hash(session.textHash, { language: reader.language, groups: 4 })}</p>
    <p class="small muted">${w.documentHash}</p><p>${hash(session.documentHash, { language: reader.language, groups: 4 })}</p>`
  return html`${panel({ title: w.session, body: about })}${panel({ title: w.document, body: document })}${panel({ title: w.history, body: history(view) })}${earlier(view)}`
}

const openedBy = (view: RoomView) => {
  const { openedBy: side, openedByName: name } = view.session
  return view.reader.language === 'en' ? `${name} (${shortOf(view, side)})` : `${name}（${shortOf(view, side)}）`
}

function history(view: RoomView): Html {
  const { progress, readings, endings, reader, session, agreement } = view
  const w = speak(roomWords, reader.language)
  const seatOf = (id: string) => progress.seats.find((s) => s.id === id)!
  const seatEntry = (id: string, at: Temporal.Instant, what: string): TimelineEntry => {
    const { name, side } = seatOf(id)
    return { at, what, who: name.latin, side }
  }
  const entries: TimelineEntry[] = [
    { at: session.openedAt, what: w.openedNow, who: session.openedByName, side: session.openedBy },
    ...readings.map((r) => seatEntry(r.seat, r.at, w.readsNow)),
    ...progress.consents.map((c) => seatEntry(c.seat, c.at, w.consentedNow)),
    ...progress.revisions.map((r) => seatEntry(r.seat, r.signedAt, w.signedNow)),
    ...endings.map((e) => ({ at: e.at, what: endedTitle(view, e), side: e.side })),
    ...(agreement.concludedAt ? [{ at: agreement.concludedAt, what: w.concludedNow }] : []),
  ]
  // Signatures are dated to the second: within one, things happened in the order in which they stand above.
  const second = ({ at }: TimelineEntry) => at.round({ smallestUnit: 'second', roundingMode: 'floor' })
  const ordered = entries
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => Temporal.Instant.compare(second(b.entry), second(a.entry)) || b.i - a.i)
  return timeline({
    entries: ordered.map((o) => o.entry),
    places: reader.places,
    language: reader.language,
    label: w.history,
  })
}

function earlier({ earlier: sessions, reader }: RoomView): Html {
  if (sessions.length === 0) return nothing
  const w = speak(roomWords, reader.language)
  const items = sessions.map(
    (s) =>
      html`<li><a href="/signing/${s.id}">${w.earlierSession} ${w.nth(s.attempt)}</a> <span class="muted small">${moments(s.openedAt, reader)}</span></li>`,
  )
  return panel({ title: w.earlier, body: html`<ul>${items}</ul>` })
}
