/** Minutes as they follow from the record, and the words in them a person wrote. Rules only. */
import type { CeremonyRecord } from './ceremony-record.ts'
import type { Guest, Speaker } from './guest.ts'
import type { Minutes, MinutesPerson, Prose } from './minutes.ts'
import type { Party, Plan } from './plan.ts'

/** Minutes as they follow from the record, with the given words around them. */
export function minutesOf(record: CeremonyRecord, prose: Prose): Minutes {
  const { plan } = record
  return {
    ceremony: plan.id,
    title: plan.title,
    startedAt: second(record.startedAt),
    endedAt: second(record.endedAt),
    audience: record.audience,
    places: plan.parties.map((party) => placeOf(plan, party)),
    present: plan.parties.map((party) => ({ party, people: record.attended[party]!.map(personOf) })),
    items: record.items.map(({ item, startedAt, endedAt }) => ({
      id: item.id,
      block: item.block,
      title: item.title,
      speaker: item.speaker && personOf(item.speaker),
      startedAt: second(startedAt),
      endedAt: second(endedAt),
      summary: prose.summaries[item.id] ?? { en: '', zh: '' },
    })),
    commitments: record.commitments.map(({ words, by, to }) => ({ words, by, to })),
    opening: prose.opening,
    closing: prose.closing,
  }
}

const personOf = ({ name, title, organisation }: Speaker | Guest): MinutesPerson => ({ name, title, organisation })

const second = (at: Temporal.Instant): string => at.round('second').toString()

function placeOf({ places }: Plan, party: Party): Minutes['places'][number] {
  const { city, zone, hall } = places[party]!
  return { party, city, zone, hall }
}

/** The words of minutes, taken out again to be written on. */
export const proseOf = ({ opening, closing, items }: Minutes): Prose => ({
  opening,
  closing,
  summaries: Object.fromEntries(items.map(({ id, summary }) => [id, summary])),
})
