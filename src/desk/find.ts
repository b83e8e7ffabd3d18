/** One question to everything an office keeps; each area answers for itself, with what this visitor may see. */
import { type EntryFilter, maySeeAgreements, maySeeSomeAgreements, searchEntries } from '#src/agreements/index.ts'
import { plans } from '#src/ceremonies/index.ts'
import { ourInstitution, partnerList, searchPeople } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fold } from '#src/platform/search/terms.ts'
import { reachOf } from '#src/procedures/index.ts'
import { findStories, maySeeStories } from '#src/stories/index.ts'

/** How many of each kind one page shows. */
const shown = 6

export type FoundThings = Awaited<ReturnType<typeof findThings>>

const none = { rows: [], total: 0 }

/** @throws Refusal `sign_in_first` for the public, `not_found` for who sees none of it */
export async function findThings(db: Db, visitor: Visitor | null, typed: string, now: Temporal.Instant) {
  const words = typed.trim()
  const office = sees(visitor)
  const reach = await reachOf(db, visitor)
  const some = maySeeSomeAgreements(visitor)
  if (words === '') return { words, agreements: none, partners: none, people: [], ceremonies: [], stories: none }
  const day = now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
  const filter: EntryFilter = { words, partner: '', kind: '', standing: '', year: null, unit: '' }
  const [agreements, partners, people, ceremonies, stories] = await Promise.all([
    some ? searchEntries(db, filter, { day, sort: 'signed', limit: shown, reach }) : none,
    some ? partnerList(db, { words, state: '' }, { page: 1, size: shown }) : none,
    some ? searchPeople(db, words, { limit: shown }) : [],
    office ? ceremoniesNamed(db, words) : [],
    maySeeStories(visitor) ? findStories(db, words, { limit: shown }) : none,
  ])
  return { words, agreements, partners, people, ceremonies, stories }
}

/** Whether all of the office's lists are open, or to an editor or somebody of a part only theirs. @throws Refusal as `findThings` */
function sees(visitor: Visitor | null): boolean {
  if (visitor && (maySeeStories(visitor) || maySeeSomeAgreements(visitor)) && !maySeeAgreements(visitor)) return false
  requireOffice(visitor)
  return true
}

async function ceremoniesNamed(db: Db, words: string) {
  const parts = fold(words).split(' ')
  const named = (await plans(db)).filter(({ title }) => {
    const text = fold(`${title.en} ${title.zh}`)
    return parts.every((part) => text.includes(part))
  })
  return named.slice(0, shown)
}

/** Whoever works in the office sees all of its lists. @throws Refusal `sign_in_first`, `not_found` */
export function requireOffice(visitor: Visitor | null): asserts visitor is Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeAgreements(visitor)) throw new Refusal('not_found', {}, 404)
}
