/** How the seats of a session are shown in the two halves of the room. */
import type { Seat, Side } from '#src/agreements/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { otherDay } from '#src/platform/time.ts'
import { type Content, type Half, html, moments, type SeatView } from '#src/platform/ui/index.ts'
import type { RoomView } from './read-room.ts'
import { roomWords } from './room-words.ts'
import { seatState } from './session.ts'

type ShownSeat = RoomView['progress']['seats'][number]

/** The short name of a side's university, in the reader's language. */
export const shortOf = ({ us, partner, reader }: Pick<RoomView, 'us' | 'partner' | 'reader'>, side: Side): string =>
  (side === 'ours' ? us : partner).short[reader.language]

/** The halves in the order of the parties in the text, so that both nodes show the same picture. */
export function halves(view: RoomView): [Half, Half] {
  const [left, right] = view.text.parties
  return [halfOf(view, left!.ror), halfOf(view, right!.ror)]
}

function halfOf(view: RoomView, ror: string): Half {
  const institution = view.us.ror === ror ? view.us : view.partner
  const seats = view.progress.seats.filter((s) => s.party === ror)
  const name = view.text.parties.find((p) => p.ror === ror)!.name
  return {
    name,
    seal: sealOf(institution.short),
    side: view.us.ror === ror ? 'ours' : 'theirs',
    seats: seats.map((s) => seatView(view, s)),
  }
}

/** One to three characters: initials of several words, else the Chinese short name, else the first letters. */
export function sealOf({ en, zh }: { en: string; zh: string }): string {
  const words = en.split(/[\s-]+/).filter(Boolean)
  if (words.length > 1)
    return words
      .slice(0, 3)
      .map((w) => [...w][0])
      .join('')
  if (zh && [...zh].length <= 3) return zh
  return [...en].slice(0, 3).join('')
}

/** What a seat of this session shows now: its state, since when, and by which means. */
export function seatView(view: RoomView, seat: ShownSeat): SeatView {
  const { name, title } = seat
  const consent = view.progress.consents.find((c) => c.seat === seat.id)
  if (declined(view, seat)) return { name, title, state: 'declined' }
  const state = seatState(
    view.progress,
    seat.id,
    view.readings.map((r) => r.seat),
  )
  const at = reachedAt(view, seat)
  const w = speak(roomWords, view.reader.language)
  const pending = consent?.side === 'ours' && !consent.acknowledgedAt && view.session.state === 'open'
  const way = consent && (consent.method === 'passkey' ? w.byPasskey : w.byCode)
  const note: Content | undefined =
    way && (pending ? html`${way} · ${w.consentNotConfirmed(shortOf(view, 'theirs'))}` : way)
  return { name, title, state, note, at: at && moments(at, { ...view.reader, date: !isToday(at, view) }) }
}

function declined({ endings, progress }: RoomView, seat: ShownSeat): boolean {
  const only = progress.seats.filter((s) => s.side === seat.side).length === 1
  return endings.some((e) => e.kind === 'declined' && e.side === seat.side && (only || e.byName === seat.name.latin))
}

function reachedAt({ progress, readings }: RoomView, { id }: Seat): Temporal.Instant | undefined {
  const signed = progress.revisions.find((r) => r.seat === id)?.signedAt
  return signed ?? progress.consents.find((c) => c.seat === id)?.at ?? readings.find((r) => r.seat === id)?.at
}

/** Whether it was today where we are: then the hour says it. */
export const isToday = (at: Temporal.Instant, { us: { zone }, reader: { now, language } }: RoomView): boolean =>
  otherDay(at, { than: now, zone, language }) === ''
