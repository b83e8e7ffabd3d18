/** What the public may know of our partners: who they are, that we work together, since when. Nothing of how it came to that. */
import type { Db } from '#src/platform/database/tables.ts'
import './directory-tables.ts'
import { groupingsOf } from './grouping-store.ts'
import { factsOf } from './institution-facts-store.ts'
import type { PartnershipState } from './partnership.ts'
import { partnerships } from './partnership-store.ts'
import { type Coordinates, type Institution, institutions } from './store.ts'

/** `key`: both have signed a key agreement. */
export type PublicStanding = 'key' | 'partner'

/**
 * What a state looks like from outside. Who is being courted, nominated, reviewed or given up is the office's own affair, so
 * the public sees the standing that holds meanwhile; null: no partner yet, or no longer.
 */
const standings: Record<PartnershipState, PublicStanding | null> = {
  prospect: null,
  scoping: null,
  approved_in_principle: null,
  cooperating: 'partner',
  nominated_key: 'partner',
  key_partner: 'key',
  under_review: 'key',
  stepped_down: 'partner',
  ended: null,
}

/** An institution as the register's public side shows it. */
export type PublicInstitution = Pick<
  Institution,
  'ror' | 'name' | 'short' | 'city' | 'country' | 'zone' | 'website'
> & {
  coordinates: Coordinates | null
}

export interface PublicPartner extends PublicInstitution {
  standing: PublicStanding
  /** A year, or a date. */
  since: string
}

export interface PublicFact {
  label: { en: string; zh: string }
  value: { en: string; zh: string }
  source: string
  asOf: Temporal.PlainDate
}

/** Our partners, key partners first, then by English name. */
export async function publicPartners(db: Db): Promise<PublicPartner[]> {
  const [known, ties] = [await institutions(db), await partnerships(db)]
  const places = await directoryPlaces(db)
  const found = known.flatMap((one) => {
    const tie = ties.find(({ partner }) => partner === one.ror)
    const standing = tie && standings[tie.state]
    return standing && !one.ours ? [{ ...publicOf(one, places), standing, since: tie.since }] : []
  })
  return found.sort((a, b) => a.standing.localeCompare(b.standing) || a.name.en.localeCompare(b.name.en, 'en'))
}

/** This university itself, as the public sees it. */
export async function publicSelf(db: Db): Promise<PublicInstitution> {
  const us = (await institutions(db)).find(({ ours }) => ours)!
  return publicOf(us, await directoryPlaces(db))
}

/** Each fact with where it was published and as of when; groupings that are public among them. */
export async function publicFacts(db: Db, ror: string): Promise<PublicFact[]> {
  const rows = await factsOf(db, ror)
  const groups = await groupingsOf(db, ror, { public: true })
  const member = groups.map((g) => ({
    label: memberOf,
    value: { en: g.name_en, zh: g.name_zh },
    source: g.source,
    asOf: g.as_of,
  }))
  const facts = rows.map((r) => ({
    label: { en: r.label_en, zh: r.label_zh },
    value: { en: r.value_en, zh: r.value_zh },
    source: r.source,
    asOf: r.as_of,
  }))
  return [...facts, ...member]
}

const memberOf = { en: 'Member of', zh: '所属群组' }

function publicOf(one: Institution, places: Map<string, Coordinates>): PublicInstitution {
  const { ror, name, short, city, country, zone, website } = one
  return { ror, name, short, city, country, zone, website, coordinates: one.coordinates ?? places.get(ror) ?? null }
}

/** Where the institutions of our register lie, as far as the directory knows. */
async function directoryPlaces(db: Db): Promise<Map<string, Coordinates>> {
  const rows = await db
    .selectFrom('directory_institution')
    .innerJoin('institution', 'institution.ror', 'directory_institution.ror')
    .select(['directory_institution.ror', 'directory_institution.latitude', 'directory_institution.longitude'])
    .execute()
  return new Map(
    rows.flatMap(({ ror, latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [[ror, { latitude, longitude }] as const],
    ),
  )
}
