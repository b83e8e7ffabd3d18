/** A ceremony as the public may know of it. Rules only. */
import type { Plan, PlanItem, Speaker, Times } from '#src/ceremonies/index.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Place } from '#src/platform/ui/index.ts'

export type EventStanding = 'tentative' | 'confirmed' | 'live' | 'past' | 'postponed' | 'cancelled'

export interface EventPlace extends Place {
  party: string
  hall: Phrase
}

export interface EventItem {
  id: string
  title: Phrase
  startsAt: Temporal.Instant
  minutes: number
  speaker: Speaker | null
}

export interface PublicEvent {
  id: string
  kind: Plan['kind']
  partner: string
  agreement: string | null
  title: Phrase
  standing: EventStanding
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** The convenor's first. */
  places: EventPlace[]
  items: EventItem[]
  /** Grows with every change of time, place or standing. */
  sequence: number
  modifiedAt: Temporal.Instant
}

const standings: Record<Plan['state'], EventStanding> = {
  planning: 'tentative',
  confirmed: 'confirmed',
  live: 'live',
  held: 'past',
  closed: 'past',
  postponed: 'postponed',
  cancelled: 'cancelled',
}

/**
 * Announced is what is open to the public and was confirmed by both sides once. From then on it stays known, as tentative while
 * it is planned anew: what vanished from a calendar would stay in people's own.
 */
export function isAnnounced(plan: Plan): boolean {
  const begun = ['live', 'held', 'closed'].includes(plan.state)
  const confirmed = plan.parties.every((party) => plan.confirmations[party])
  return plan.open && plan.rehearsalOf === null && (begun || confirmed)
}

/**
 * Only what is listed here leaves the office: no guests, notes, contacts, interpreters, meeting rooms. What was held stands with the
 * times it really had, and with what was on stage.
 */
export function publicEvent(plan: Plan, took?: Times): PublicEvent {
  const { id, kind, partner, agreement, title, parties } = plan
  const known = [
    plan.sharedAt,
    took?.endedAt ?? null,
    ...Object.values(plan.confirmations).map((yes) => yes?.at ?? null),
  ]
  const { startedAt: startsAt, endedAt: endsAt } = took ?? { startedAt: plan.startsAt, endedAt: plan.endsAt }
  return {
    ...{ id, kind, partner, agreement, title, startsAt, endsAt },
    standing: standings[plan.state],
    places: parties.map((party) => {
      const { city, zone, hall } = plan.places[party]!
      return { party, city, zone, hall }
    }),
    items: took ? playedItems(plan, took) : plan.items.map((item) => itemFrom(item, item.startsAt, item.minutes)),
    sequence: plan.version + Object.values(plan.sheetVersions).reduce((sum, version) => sum + version, took ? 1 : 0),
    modifiedAt: latest(known.filter((at) => at !== null)) ?? startsAt,
  }
}

const itemFrom = ({ id, title, speaker }: PlanItem, startsAt: Temporal.Instant, minutes: number): EventItem => ({
  ...{ id, title, speaker },
  ...{ startsAt, minutes },
})

const playedItems = ({ items }: Plan, took: Times): EventItem[] =>
  took.items.flatMap(({ item: id, startedAt, endedAt }) => {
    const item = items.find((one) => one.id === id)
    const minutes = Math.max(1, Math.round(startedAt.until(endedAt).total('minutes')))
    return item ? [itemFrom(item, startedAt, minutes)] : []
  })

export function latest(instants: Temporal.Instant[]): Temporal.Instant | undefined {
  return instants.toSorted(Temporal.Instant.compare).at(-1)
}

/** Still to come or under way; what was cancelled is neither. */
export const isToCome = (event: PublicEvent, now: Temporal.Instant): boolean =>
  event.standing === 'live' ||
  (['tentative', 'confirmed', 'postponed'].includes(event.standing) && Temporal.Instant.compare(event.endsAt, now) > 0)

/** The next first, then the past with the latest first. */
export function inOrder(events: PublicEvent[], now: Temporal.Instant): { toCome: PublicEvent[]; past: PublicEvent[] } {
  const byStart = events.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  return {
    toCome: byStart.filter((event) => isToCome(event, now)),
    past: byStart.filter((event) => !isToCome(event, now)).reverse(),
  }
}
