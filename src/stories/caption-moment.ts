/** What a photograph of a ceremony shows, from the minute it was taken. Rules only. */
import type { CeremonyRecord, PlanItem } from '#src/ceremonies/index.ts'
import type { Bilingual } from './content.ts'
import { spokenLine } from './spoken-lines.ts'

/** Empty where nothing is known of that minute. A camera without an offset is taken to be in one of the two halls. */
export function momentCaption(took: CeremonyRecord, takenAt: string): Bilingual {
  const at = instants(
    takenAt,
    Object.values(took.plan.places).map(({ zone }) => zone),
  )
  const within = (moment: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant) =>
    Temporal.Instant.compare(moment, from) >= 0 && Temporal.Instant.compare(moment, to) <= 0
  for (const moment of at) {
    const found = took.items.find(({ startedAt, endedAt }) => within(moment, startedAt, endedAt))
    if (found) return captionOf(found.item)
  }
  return { en: '', zh: '' }
}

function captionOf(item: PlanItem): Bilingual {
  if (!item.speaker) return item.title
  return { en: spokenLine(item, 'en'), zh: spokenLine(item, 'zh') }
}

function instants(takenAt: string, zones: string[]): Temporal.Instant[] {
  try {
    if (/[+-]\d\d:\d\d$/.test(takenAt)) return [Temporal.Instant.from(takenAt)]
    const local = Temporal.PlainDateTime.from(takenAt)
    return zones.map((zone) => local.toZonedDateTime(zone).toInstant())
  } catch {
    return []
  }
}
