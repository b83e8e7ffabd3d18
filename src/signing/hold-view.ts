/** Why the signature of our side waits although both have consented, drawn: with both clocks, and who can change it. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Html, html, nothing, notice } from '#src/platform/ui/index.ts'
import { holdWords } from './hold-words.ts'
import type { RoomView } from './read-room.ts'
import { shortOf } from './seat-view.ts'

/** To the second, in one zone for both: what is compared here is not where the two are. */
const shown = (clock: Temporal.Instant): string =>
  clock.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')

export function holdNotice({ hold, reader, ...view }: RoomView): Html {
  if (!hold) return nothing
  const w = speak(holdWords, reader.language)
  const who = shortOf({ ...view, reader }, 'theirs')
  if (hold.reason === 'not_compared')
    return notice({ kind: 'waiting', title: w.notComparedTitle(who), body: w.notCompared })
  if (hold.reason === 'set_back') return notice({ kind: 'warning', title: w.setBackTitle, body: w.setBack(who) })
  const clocks = w.clocks(shown(hold.ourClock), who, hold.theirClock ? shown(hold.theirClock) : '–')
  return notice({ kind: 'warning', title: w.clocksTitle, body: html`${clocks} ${w.clocksAdvice}` })
}
