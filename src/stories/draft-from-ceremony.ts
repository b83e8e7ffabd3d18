/** The first draft of a story from what is recorded of a ceremony. Plain facts in their order; editors make a story of it. */
import type { CeremonyRecord, Guest } from '#src/ceremonies/index.ts'
import type { Institution } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { clockTime, daysApart } from '#src/platform/time.ts'
import type { Bilingual, Translation } from './content.ts'
import { attendedLine, spokenLine } from './spoken-lines.ts'

export interface DraftSource {
  took: CeremonyRecord
  us: Institution
  partner: Institution
  /** What was signed and when; null where nothing was. */
  agreement: { title: Bilingual; concluded: boolean } | null
}

export interface CeremonyDraft {
  heldOn: Temporal.PlainDate
  section: Bilingual
  translations: Record<Language, Translation>
}

/** The day is that of our own hall: near midnight the partner's may be another. */
export function draftFromCeremony(source: DraftSource): CeremonyDraft {
  const zone = source.took.plan.places[source.us.ror]?.zone ?? source.us.zone
  return {
    heldOn: source.took.startedAt.toZonedDateTimeISO(zone).toPlainDate(),
    section: { en: 'News', zh: '要闻' },
    translations: { en: translation(source, 'en'), zh: translation(source, 'zh') },
  }
}

function translation(source: DraftSource, language: Language): Translation {
  return {
    headline: headline(source, language),
    summary: '',
    body: body(source, language).filter(Boolean).join('\n\n'),
    ready: false,
  }
}

function headline({ us, partner, agreement, took }: DraftSource, language: Language): string {
  const [a, b] = [us.short[language], partner.name[language]]
  const title = agreement && either(agreement.title, language)
  if (title) return language === 'en' ? `${a} and ${b} sign ${title}` : `${a}与${b}签署${title}`
  const what = either(took.plan.title, language)
  return language === 'en' ? `${a} and ${b}: ${what}` : `${a}与${b}：${what}`
}

function body(source: DraftSource, language: Language): string[] {
  const { took } = source
  const spoken = took.items.flatMap(({ item }) => {
    if (item.block === 'signing') return signed(source, language)
    return item.speaker ? [spokenLine(item, language)] : []
  })
  return [opening(source, language), ...attendance(source, language), ...spoken, ...committed(took, language)]
}

function opening({ took, us, partner }: DraftSource, language: Language): string {
  const { plan, startedAt } = took
  const title = either(plan.title, language)
  const zones = [us, partner].map((side) => plan.places[side.ror]?.zone ?? side.zone)
  const [date, otherDay] = daysApart(startedAt, zones, language)
  const places = [us, partner].map((side, n) => {
    const place = plan.places[side.ror]
    return {
      city: (place && either(place.city, language)) || side.city[language],
      hall: place ? either(place.hall, language) : '',
      time: clockTime(startedAt, zones[n]!),
      // Near midnight it is another day in the partner's hall, and its hour alone would be wrong.
      day: n === 0 ? '' : otherDay!,
    }
  })
  if (language === 'zh') {
    const where = places.map(({ city, hall, time, day }) => `${city}${hall && `（${hall}）`}${day}${time}`).join('、')
    return `${date}，${us.name.zh}与${partner.name.zh}举行“${title}”，开始时间为当地时间${where}。`
  }
  const where = places.map(({ city, hall, time, day }) => {
    const on = day && ` on ${day}`
    return `at ${time}${on} in ${city}${hall && ` (${hall})`}`
  })
  return `On ${date}, ${us.name.en} and ${partner.name.en} held “${title}”. It began ${where.join(' and ')}.`
}

/** Our side, then the partner's, then guests of neither. */
function attendance({ took, us, partner }: DraftSource, language: Language): string[] {
  const all = Object.values(took.attended).flat()
  const own = (side: Institution) => took.attended[side.ror]?.filter(({ party }) => party !== null) ?? []
  const others = all.filter(({ party }) => party === null)
  const lines: [Bilingual | null, Guest[]][] = [
    [us.name, own(us)],
    [partner.name, own(partner)],
    [null, others],
  ]
  return lines.flatMap(([side, guests]) => (guests.length > 0 ? [attendedLine(side, guests, language)] : []))
}

function signed({ agreement, us, partner }: DraftSource, language: Language): string[] {
  if (!agreement?.concluded) return []
  const title = either(agreement.title, language)
  return [
    language === 'en'
      ? `${us.short.en} and ${partner.short.en} signed ${title}, each on its own system.`
      : `${us.short.zh}与${partner.short.zh}分别在各自系统上签署了${title}。`,
  ]
}

function committed({ commitments }: CeremonyRecord, language: Language): string[] {
  return commitments.map(({ by, words }) => {
    const said = either(words, language)
    return language === 'en' ? `${by} announced: ${said}` : `${by}表示：${said}`
  })
}

const either = (text: Bilingual, language: Language): string => text[language] || text[language === 'en' ? 'zh' : 'en']
