/** What we have with one partner: agreements on their way and in force, occasions, promises still open, stories told. */
import {
  agreementRegister,
  countEntries,
  listEntries,
  maySeeAgreements,
  maySeeSomeAgreements,
} from '#src/agreements/index.ts'
import { followed, plans } from '#src/ceremonies/index.ts'
import type { SeenPartner } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { reachOf } from '#src/procedures/index.ts'
import { maySeeStories, publishedStories } from '#src/stories/index.ts'
import { openStates } from './brief-promises.ts'

/** Of one kind so many are shown by name; the rest are counted. */
const shown = 5

export type WithPartner = Awaited<ReturnType<typeof readWithPartner>>

/** Only what this visitor sees anyway; whoever works outside the office sees none of it. */
export async function readWithPartner(db: Db, { visitor, institution, us }: SeenPartner, now: Temporal.Instant) {
  const { ror } = institution
  const office = maySeeAgreements(visitor)
  const some = maySeeSomeAgreements(visitor)
  const reach = await reachOf(db, visitor)
  const day = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const filter = { words: '', partner: ror, kind: '', year: null, unit: '' } as const
  const [onTheirWay, living, all, occasions, promises, stories] = await Promise.all([
    some ? agreementRegister(db, reach, { partner: ror, underWay: true }) : [],
    some ? listEntries(db, { ...filter, standing: 'living' }, { day, sort: 'end', limit: shown, reach }) : [],
    some ? countEntries(db, { ...filter, standing: '' }, { day, reach }) : 0,
    office ? plans(db, { partner: ror }) : [],
    office ? followed(db, { partner: ror }) : [],
    maySeeStories(visitor) ? publishedStories(db, { partner: ror, limit: shown }) : [],
  ])
  return {
    day,
    onTheirWay,
    living,
    inRegister: all,
    occasions: occasions.slice(0, shown),
    promises: promises.filter(({ state }) => openStates.includes(state)).slice(0, shown),
    stories,
  }
}
