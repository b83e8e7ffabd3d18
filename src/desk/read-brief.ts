/** Gathers what a president should know of a partner before meeting them: only what stands in the register, with its source. */
import { searchEntries } from '#src/agreements/index.ts'
import { findRecord, followed, plans } from '#src/ceremonies/index.ts'
import {
  factsOf,
  findInstitution,
  findPartnership,
  leadsOf,
  ourInstitution,
  peopleOf,
  readLiveliness,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'

import { activity } from './activity.ts'

export type Brief = Awaited<ReturnType<typeof readBrief>>

/** Agreements listed by name; the rest are counted. */
const listed = 8
/** Occasions told of, the latest first. */
const occasions = 3

/** @throws Refusal `not_found` where there is no such partner */
export async function readBrief(db: Db, visitor: Visitor, ror: string, now: Temporal.Instant) {
  const [us, partner] = await Promise.all([ourInstitution(db), findInstitution(db, ror)])
  if (!partner || partner.ours) throw new Refusal('not_found', {}, 404)
  const day = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const partnership = await findPartnership(db, ror)
  const filter = { words: '', partner: ror, kind: '', year: null, unit: '' } as const
  const ask = (standing: 'living' | 'expired', sort: 'end' | 'signed') =>
    searchEntries(db, { ...filter, standing }, { day, sort, limit: listed, reach: 'everything' })
  const [facts, people, leads, living, expired, promises, held] = await Promise.all([
    factsOf(db, ror),
    peopleOf(db, ror),
    partnership ? leadsOf(db, partnership.id) : [],
    ask('living', 'end'),
    ask('expired', 'end'),
    followed(db, { partner: ror }),
    heldWith(db, ror),
  ])
  const lively = await readLiveliness(db, activity, { visitor, institution: partner, partnership, us }, now)
  return {
    us,
    partner,
    partnership,
    day,
    facts,
    people,
    leads,
    living,
    expired,
    promises,
    held,
    gaps: lively.gaps,
    lively,
  }
}

/** The latest occasions that took place, with who came. */
async function heldWith(db: Db, partner: string) {
  const over = (await plans(db, { partner })).filter(({ state }) => state === 'held' || state === 'closed')
  const records = await Promise.all(over.slice(0, occasions).map(({ id }) => findRecord(db, id)))
  return { total: over.length, records: records.filter((record) => record !== undefined) }
}
