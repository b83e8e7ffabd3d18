/** What the papers of a ceremony print, as data: words and clock times, never markup. Pure. */
import type { Institution } from '#src/partners/index.ts'
import { clockTime, dateWords, otherDay } from '#src/platform/time.ts'
import type { Guest, Speaker } from './guest.ts'
import type { Bilingual, Party, Plan, PlanItem, PlannedPlace } from './plan.ts'
import { attendingWords, tongueWords } from './value-words.ts'

export interface PaperParts {
  plan: Plan
  us: Institution
  partner: Institution
  /** Our house's colour, `#rrggbb`. */
  accent: string
  demonstration: boolean
}

const both = (make: (language: 'en' | 'zh') => string): Bilingual => ({ en: make('en'), zh: make('zh') })

/** The clock of one item in one city; `day` where it is another day there than when the ceremony begins. */
function clockOf({ zone }: Zoned, from: Temporal.Instant, to: Temporal.Instant, begin: Temporal.Instant) {
  const day = both((language) => otherDay(from, { than: begin, zone, language }))
  return { from: clockTime(from, zone), to: clockTime(to, zone), day: day.en ? day : null }
}

type Zoned = Pick<PlannedPlace, 'zone'>

export const clocksOf = (cities: Zoned[], begin: Temporal.Instant) => (from: Temporal.Instant, to: Temporal.Instant) =>
  cities.map((place) => clockOf(place, from, to, begin))

/** The two universities of a plan, in its order. */
export const universities = ({ plan, us, partner }: Pick<PaperParts, 'plan' | 'us' | 'partner'>): Institution[] =>
  plan.parties.map((party) => (party === us.ror ? us : partner))

/** What every paper has: title, colour, both cities with their dates. */
export function commonData(
  parts: PaperParts,
  kind: Bilingual,
  span?: { from: Temporal.Instant; to: Temporal.Instant },
) {
  const { plan, accent, demonstration } = parts
  const { from, to } = span ?? { from: plan.startsAt, to: plan.endsAt }
  const named = plan.title.en || plan.title.zh
  const places = universities(parts).map(({ ror, name }) => {
    const { zone, city, hall } = plan.places[ror]!
    const date = both((language) => dateWords(from, zone, language))
    return { university: name, city: filled(city), hall, date, from: clockTime(from, zone), to: clockTime(to, zone) }
  })
  return { document: `${kind.en} · ${kind.zh} · ${named}`, title: plan.title, accent, demonstration, places }
}

/** A name in each language, the other's where there is none. */
export const filled = ({ en, zh }: Bilingual): Bilingual => ({ en: en || zh, zh: zh || en })

/** A speaker as printed; `third` for one of neither university. */
export const speakerData = ({ name, title, organisation, party }: Speaker) => ({
  name,
  title,
  organisation,
  third: party === null,
})

/** One item with its clock times in both cities. */
export function itemData(plan: Plan, { title, startsAt, minutes, speaker, language, interpreter }: PlanItem) {
  const cities = plan.parties.map((party) => plan.places[party]!)
  return {
    title,
    minutes,
    clocks: clocksOf(cities, plan.startsAt)(startsAt, startsAt.add({ minutes })),
    speaker: speaker && speakerData(speaker),
    language: tongueWords[language],
    interpreter,
  }
}

const kinds = {
  programme: { en: 'Programme', zh: '议程' },
  cards: { en: 'Place cards', zh: '席位卡' },
  names: { en: 'List of names', zh: '嘉宾名单' },
  attendance: { en: 'Attendance', zh: '签到表' },
}

export const programmeData = (parts: PaperParts) => ({
  ...commonData(parts, kinds.programme),
  items: parts.plan.items.map((item) => itemData(parts.plan, item)),
})

/** Whoever has not said they stay away. */
const expected = ({ attending }: Guest) => attending !== 'declined'

/** A card for each guest expected, in the order of the sides. @param party one side only */
export function cardsData(parts: PaperParts, party?: Party) {
  const sides = party ? [party] : parts.plan.parties
  const cards = sides.flatMap((side) => (parts.plan.guests[side] ?? []).filter(expected).map(speakerData))
  return { ...commonData(parts, kinds.cards), cards }
}

/** Both sides, each in its order of precedence. @param sign room to sign instead of what they answered */
export function namesData(parts: PaperParts, sign: boolean) {
  const kind = sign ? kinds.attendance : kinds.names
  const sides = universities(parts).map(({ ror, name }) => ({
    university: name,
    guests: parts.plan.guests[ror]!.filter((guest) => !sign || expected(guest)).map((guest) => ({
      ...speakerData(guest),
      attending: attendingWords[guest.attending],
    })),
  }))
  return { ...commonData(parts, kind), kind, sign, sides }
}
