/** What the minutes print. Pure. */
import { clockTime, dateWords } from '#src/platform/time.ts'
import type { HeldMinutes } from './minutes.ts'
import { clocksOf, commonData, filled, type PaperParts, universities } from './papers-data.ts'
import type { Bilingual } from './plan.ts'

const standings: Record<HeldMinutes['state'], Bilingual | null> = {
  draft: { en: 'Draft, not yet proposed', zh: '草稿，尚未提交' },
  proposed: { en: 'Proposed, not yet agreed by both universities', zh: '已提交，尚待双方确认' },
  agreed: null,
}

/** Minutes as data for their template, at the clock times of both cities. */
export function minutesData(parts: PaperParts, held: HeldMinutes) {
  const { minutes: m } = held
  const at = Temporal.Instant.from
  const span = { from: at(m.startedAt), to: at(m.endedAt) }
  const named = universities(parts)
  const nameOf = (ror: string) => named.find((one) => one.ror === ror)?.name ?? { en: ror, zh: ror }
  const common = commonData(parts, { en: 'Minutes', zh: '纪要' }, span)
  // As they were when the minutes were written, whatever the plan says now.
  const places = m.places.map((place) => ({
    university: nameOf(place.party),
    city: filled(place.city),
    hall: place.hall,
    date: { en: dateWords(span.from, place.zone, 'en'), zh: dateWords(span.from, place.zone, 'zh') },
    from: clockTime(span.from, place.zone),
    to: clockTime(span.to, place.zone),
  }))
  const clocks = clocksOf(m.places, span.from)
  return {
    ...common,
    title: m.title,
    places,
    standing: standings[held.state],
    opening: m.opening,
    closing: m.closing,
    audience: m.audience,
    hash: held.hash,
    present: m.present.map(({ party, people }) => ({ university: nameOf(party), people })),
    items: m.items.map((item) => ({ ...item, clocks: clocks(at(item.startedAt), at(item.endedAt)) })),
    commitments: m.commitments,
    agreed: agreedBy(parts, held),
  }
}

function agreedBy({ us, partner }: PaperParts, { ours, theirs }: HeldMinutes) {
  const given = [
    { university: us, yes: ours },
    { university: partner, yes: theirs },
  ]
  return given.flatMap(({ university, yes }) =>
    yes
      ? [
          {
            university: university.short,
            name: yes.byName,
            at: `${yes.at.toZonedDateTimeISO('UTC').toPlainDate()} ${clockTime(yes.at, 'UTC')} UTC`,
          },
        ]
      : [],
  )
}
