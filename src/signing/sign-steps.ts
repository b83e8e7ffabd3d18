/** What happens after a signatory's consent, step by step. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Html, moments, type Step, steps } from '#src/platform/ui/index.ts'
import type { RoomView } from './read-room.ts'
import { signWords } from './room-words.ts'
import { isToday, shortOf } from './seat-view.ts'

export function nextSteps(view: RoomView & { seat: string }): Html {
  const { progress, reader, seat, agreement } = view
  const { concludedAt } = agreement
  const w = speak(signWords, reader.language)
  const mine = progress.consents.find((c) => c.seat === seat)!
  const when = (at: Temporal.Instant | null | undefined) =>
    at ? moments(at, { ...reader, date: !isToday(at, view) }) : undefined
  const state = (at: unknown): Step['state'] => (at ? 'done' : 'half')
  const consents = progress.seats
    .filter((s) => s.id !== seat)
    .map((s): Step => {
      const at = progress.consents.find((c) => c.seat === s.id)?.at
      return { label: w.stepOther(s.name.latin), state: state(at), note: when(at), side: s.side }
    })
  const all = progress.seats.every((s) => progress.consents.some((c) => c.seat === s.id))
  const signatures = progress.seats.map((s): Step => {
    const at = progress.revisions.find((r) => r.seat === s.id)?.signedAt
    return {
      label: w.stepSigned(s.name.latin),
      state: at ? 'done' : all ? 'half' : 'open',
      note: when(at),
      side: s.side,
    }
  })
  return steps({
    title: w.next,
    language: reader.language,
    steps: [
      { label: w.stepConsent, state: 'done', note: when(mine.at), side: 'ours' },
      {
        label: w.stepHeld(shortOf(view, 'theirs')),
        state: state(mine.acknowledgedAt),
        note: when(mine.acknowledgedAt),
        side: 'theirs',
      },
      ...consents,
      ...signatures,
      { label: w.stepConcluded, state: concludedAt ? 'done' : 'open', note: when(concludedAt) },
    ],
  })
}
