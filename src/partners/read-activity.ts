/** Reads what happened with a partner: year by year, the latest by name, and whether the partnership is dormant. */
import type { Db } from '#src/platform/database/tables.ts'
import { mayMovePartnership, type SeenPartner } from './access.ts'
import { coversYear, dormancyOn, gapYears } from './activity.ts'
import type { Activity } from './activity-source.ts'
import { happenedWith, lastDecision, spansOf, yearsOf } from './activity-store.ts'
import { asDecision } from './decide-dormancy.ts'
import { notedWith } from './noted-activity-store.ts'

export type ReadActivity = Awaited<ReturnType<typeof readActivity>>

/** Things told by name; the years count them all. */
export const toldOf = 100

export async function readActivity(db: Db, activity: Activity, seen: SeenPartner, now: Temporal.Instant) {
  const { visitor, institution } = seen
  const partner = institution.ror
  const sources = activity.sources.filter((source) => source.maySee(visitor))
  const tie = await readLiveliness(db, activity, seen, now)
  return {
    ...tie,
    institution,
    partnership: seen.partnership,
    mayKeep: mayMovePartnership(visitor) && seen.partnership !== undefined,
    kinds: Object.assign({}, ...sources.map(({ kinds }) => kinds)) as Activity['sources'][number]['kinds'],
    happened: await happenedWith(db, sources, { partner, today: tie.today, limit: toldOf }),
    noted: new Map((await notedWith(db, partner)).map((row) => [row.id, row])),
    years: tie.years.map((year) => ({ ...year, covered: tie.spans.some((span) => coversYear(span, year.year)) })),
  }
}

/** What the partner's page says of it: when something happened last, years without an agreement, and whether the partnership is dormant. */
export async function readLiveliness(
  db: Db,
  activity: Activity,
  { institution, partnership, visitor, us }: SeenPartner,
  now: Temporal.Instant,
) {
  const today = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const partner = institution.ror
  const sources = activity.sources.filter((source) => source.maySee(visitor))
  const [years, spans] = [await yearsOf(db, activity, partner, today), await spansOf(db, activity, partner)]
  const last = years[0]?.last ?? null
  const [latest] = await happenedWith(db, sources, { partner, today, limit: 1 })
  const decision = partnership ? await lastDecision(db, partnership.id) : undefined
  const months = partnership?.dormant_after ?? null
  const standing = partnership ? dormancyOn(partnership, { last, decision: asDecision(decision) }, today) : 'none'
  const words = latest && sources.flatMap(({ kinds }) => kinds[latest.kind] ?? [])[0]?.words
  return {
    ...{ today, last, latest: latest && words ? { ...latest, words } : null, decision, months, standing },
    ...{ years, spans, gaps: gapsIn(years, spans) },
  }
}

const gapsIn = (years: Awaited<ReturnType<typeof yearsOf>>, spans: Awaited<ReturnType<typeof spansOf>>): number[] =>
  gapYears(
    years.map(({ year, needsAgreement }) => ({
      on: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
      needsAgreement,
    })),
    spans,
  )
