/** One question to everything an office keeps; each area answers for itself, with what this visitor may see. */
import { maySeeAgreements, searchEntries } from '#src/agreements/index.ts'
import { plans } from '#src/ceremonies/index.ts'
import { ourInstitution, partnerList, searchPeople } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fold } from '#src/platform/search/terms.ts'

/** How many of each kind one page shows. */
const shown = 6

export type FoundThings = Awaited<ReturnType<typeof findThings>>

/** @throws Refusal `sign_in_first` for the public, `not_found` for who sees none of it */
export async function findThings(db: Db, visitor: Visitor | null, typed: string, now: Temporal.Instant) {
  requireOffice(visitor)
  const words = typed.trim()
  if (words === '')
    return { words, agreements: { rows: [], total: 0 }, partners: { rows: [], total: 0 }, people: [], ceremonies: [] }
  const day = now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
  const filter = { words, partner: '', kind: '', standing: '', year: null, unit: '' } as const
  const [agreements, partners, people, ceremonies] = await Promise.all([
    searchEntries(db, filter, { day, sort: 'signed', limit: shown }),
    partnerList(db, { words, state: '' }, { page: 1, size: shown }),
    searchPeople(db, words, { limit: shown }),
    ceremoniesNamed(db, words),
  ])
  return { words, agreements, partners, people, ceremonies }
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
