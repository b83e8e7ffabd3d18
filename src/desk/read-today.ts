/** All that the Today page shows, for one visitor. */
import {
  agreementRegister,
  countStandings,
  isOfficer,
  listEntries,
  maySeeAgreements,
  maySeeSomeAgreements,
} from '#src/agreements/index.ts'
import { plans } from '#src/ceremonies/index.ts'
import { peers, waitingMessages } from '#src/federation/index.ts'
import {
  answersEndingBy,
  institutionsOf,
  ourInstitution,
  partnerCounts,
  someDormant,
  withoutLead,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { type Reach, reachOf } from '#src/procedures/index.ts'
import { storiesWaitingFor } from '#src/stories/index.ts'
import { activity } from './activity.ts'
import { readOwners } from './read-reminders.ts'
import { ownsIt } from './reminder.ts'
import { waitingFor } from './waiting.ts'

export async function readToday(db: Db, visitor: Visitor, steps: string[], now: Temporal.Instant) {
  const office = maySeeAgreements(visitor)
  const us = await ourInstitution(db)
  const day = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const some = maySeeSomeAgreements(visitor)
  const reach = await reachOf(db, visitor)
  const all = await agreementRegister(db)
  const waiting = await waitingFor(db, visitor, { steps, now, all })
  const agreements = reach === 'everything' ? all : some ? await agreementRegister(db, reach) : []
  const paired = office ? (await peers(db)).filter((p) => p.confirmed_at) : []
  const occasions = office ? await occasionsFrom(db, now) : []
  const named = [
    ...agreements.map(({ partner }) => partner),
    ...paired.map(({ institution }) => institution),
    ...waiting.map(({ agreement }) => agreement.partner),
    ...occasions.map(({ partner }) => partner),
  ]
  return {
    waiting,
    stories: await storiesWaitingFor(db, visitor),
    office,
    agreements,
    day,
    /** Sides of partnerships that nobody leads any more; officers name another. */
    contactNeeded: isOfficer(visitor) ? await withoutLead(db, day) : [],
    lookAt: isOfficer(visitor) ? await partnersToLookAt(db, visitor, day) : null,
    ending: some ? await endingWithin(db, day, reach) : null,
    occasions,
    institutions: [us, ...(await institutionsOf(db, named))],
    partners: office ? await partnerCounts(db) : { all: 0, key: 0 },
    peers: paired,
    undelivered: office ? await waitingMessages(db) : [],
  }
}

export type Today = Awaited<ReturnType<typeof readToday>>

/** Partners of an officer whose due diligence ends, or that are dormant by their record: the first few, and how many. */
async function partnersToLookAt(db: Db, { account: { id } }: Visitor, day: Temporal.PlainDate) {
  const { leads, officers } = await readOwners(db)
  const who = { id, officer: true }
  const except = [...leads].flatMap(([partner, ids]) => (ownsIt(who, ids) ? [] : [partner]))
  const [answers, dormant] = await Promise.all([
    answersEndingBy(db, day.add({ days: 90 })),
    someDormant(db, activity, day, { except, limit: 4 }),
  ])
  return { answers: answers.filter((one) => ownsIt(who, officers.get(one.institution))), dormant }
}

/** The agreements that end within a year, the soonest first, and of how many in force. */
async function endingWithin(db: Db, day: Temporal.PlainDate, reach: Reach) {
  const filter = { words: '', partner: '', kind: '', standing: 'ending', year: null, unit: '' } as const
  const [rows, counts] = await Promise.all([
    listEntries(db, filter, { day, sort: 'end', limit: 5, reach }),
    countStandings(db, day, reach),
  ])
  return { rows, counts }
}

/** What is to come, or going on: the next three. */
async function occasionsFrom(db: Db, now: Temporal.Instant) {
  const open = (await plans(db)).filter(
    ({ state, endsAt }) =>
      ['planning', 'confirmed', 'live'].includes(state) && Temporal.Instant.compare(endsAt, now) >= 0,
  )
  return open.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)).slice(0, 3)
}
