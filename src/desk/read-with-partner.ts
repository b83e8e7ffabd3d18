/** What we have with one partner: agreements on their way and in force, occasions, promises still open, stories told. */
import {
  agreementRegister,
  countEntries,
  listEntries,
  maySeeAgreements,
  maySeeSomeAgreements,
} from '#src/agreements/index.ts'
import { followed, plans } from '#src/ceremonies/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { reachOf } from '#src/procedures/index.ts'
import { maySeeStories, publishedStories } from '#src/stories/index.ts'
import { openStates } from './brief-promises.ts'

/** Of one kind so many are shown by name; the rest are counted. */
const shown = 5

export type WithPartner = Awaited<ReturnType<typeof readWithPartner>>

/** Only what this visitor sees anyway; whoever works outside the office sees none of it. */
export async function readWithPartner(db: Db, visitor: Visitor, ror: string, now: Temporal.Instant) {
  const office = maySeeAgreements(visitor)
  const some = maySeeSomeAgreements(visitor)
  const reach = await reachOf(db, visitor)
  const day = now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
  const filter = { words: '', partner: ror, kind: '', year: null, unit: '' } as const
  const [register, living, all, occasions, promises, stories] = await Promise.all([
    some ? agreementRegister(db, reach) : [],
    some ? listEntries(db, { ...filter, standing: 'living' }, { day, sort: 'end', limit: shown, reach }) : [],
    some ? countEntries(db, { ...filter, standing: '' }, { day, reach }) : 0,
    office ? plans(db, { partner: ror }) : [],
    office ? followed(db, { partner: ror }) : [],
    maySeeStories(visitor) ? publishedStories(db, { partner: ror, limit: shown }) : [],
  ])
  return {
    day,
    onTheirWay: register.filter(({ partner, state }) => partner === ror && state !== 'concluded'),
    living,
    inRegister: all,
    occasions: occasions.slice(0, shown),
    promises: promises.filter(({ state }) => openStates.includes(state)).slice(0, shown),
    stories,
  }
}
