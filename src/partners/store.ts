/** All SQL of the partners area: institutions, people and posts, partnerships. */
import { type ColumnType, type Generated, sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold } from '#src/platform/search/terms.ts'
import type { Partnership, PartnershipState } from './partnership.ts'
import type { Basis, PostEnd } from './person.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    institution: InstitutionTable
    institution_fact: InstitutionFactTable
    person: PersonTable
    post: PostTable
    partnership: PartnershipTable
    partnership_step: PartnershipStepTable
  }
}

interface InstitutionTable {
  ror: string
  name_en: string
  name_zh: string
  short_en: string
  short_zh: string
  city_en: string
  city_zh: string
  country: string
  zone: string
  website: string | null
  ours: boolean
  haystack: ColumnType<string, string | undefined, string>
}

interface InstitutionFactTable {
  institution: string
  position: number
  label_en: string
  label_zh: string
  value_en: string
  value_zh: string
  source: string
  as_of: ColumnType<Temporal.PlainDate, string, string>
}

interface PersonTable {
  id: string
  name_latin: string
  name_native: string | null
  family_name_first: boolean
  account: ColumnType<string | null, string | null | undefined, string | null>
  language: ColumnType<'en' | 'zh' | null, 'en' | 'zh' | null | undefined, 'en' | 'zh' | null>
  email: ColumnType<string, string | undefined, string>
  phone: ColumnType<string, string | undefined, string>
  assistant: ColumnType<string, string | undefined, string>
  basis: ColumnType<Basis, Basis | undefined, Basis>
  basis_note: ColumnType<string, string | undefined, string>
  note: ColumnType<string, string | undefined, string>
  revision: ColumnType<number, number | undefined, number>
  terms: string[]
  joined: string
}

type DateColumn = ColumnType<Temporal.PlainDate | null, string | null, string | null>

interface PostTable {
  id: string
  person: string
  institution: string
  unit_en: string
  unit_zh: string
  title_en: string
  title_zh: string
  rank: number
  since: DateColumn
  until: DateColumn
  source: string | null
  ended_as: ColumnType<PostEnd | null, PostEnd | null | undefined, PostEnd | null>
}

interface PartnershipTable {
  id: string
  partner: string
  state: PartnershipState
  since: string
}

interface PartnershipStepTable {
  id: Generated<string>
  partnership: string
  act: string
  from_state: string
  to_state: string
  at: Temporal.Instant
  by_name: string
  reason: string
  agreement: string | null
}

export interface Institution {
  ror: string
  name: { en: string; zh: string }
  short: { en: string; zh: string }
  city: { en: string; zh: string }
  country: string
  zone: string
  website: string | null
  ours: boolean
}

const toInstitution = (r: Omit<InstitutionTable, 'haystack'>): Institution => ({
  ror: r.ror,
  name: { en: r.name_en, zh: r.name_zh },
  short: { en: r.short_en, zh: r.short_zh },
  city: { en: r.city_en, zh: r.city_zh },
  country: r.country,
  zone: r.zone,
  website: r.website,
  ours: r.ours,
})

/** Every institution known here, our own first, then by English name. */
export async function institutions(db: Db): Promise<Institution[]> {
  const rows = await db.selectFrom('institution').selectAll().orderBy('ours', 'desc').orderBy('name_en').execute()
  return rows.map(toInstitution)
}

/** The institutions of these ROR ids. */
export async function institutionsOf(db: Db, rors: string[]): Promise<Institution[]> {
  if (rors.length === 0) return []
  const rows = await db
    .selectFrom('institution')
    .selectAll()
    .where('ror', 'in', [...new Set(rors)])
    .execute()
  return rows.map(toInstitution)
}

/** Partners for a list to choose from, by English name; at most `limit`. */
export async function somePartners(db: Db, limit: number): Promise<Institution[]> {
  const rows = await db
    .selectFrom('institution')
    .selectAll()
    .where('ours', '=', false)
    .orderBy('name_en')
    .limit(limit)
    .execute()
  return rows.map(toInstitution)
}

/** The institution someone named: by ROR id, or exactly by one of its names. */
export async function institutionNamed(db: Db, typed: string): Promise<Institution | undefined> {
  const row = await db
    .selectFrom('institution')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('ror', '=', typed),
        eb('name_zh', '=', typed),
        eb('short_zh', '=', typed),
        eb(eb.fn<string>('lower', ['name_en']), '=', typed.toLowerCase()),
        eb(eb.fn<string>('lower', ['short_en']), '=', typed.toLowerCase()),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row && toInstitution(row)
}

export async function findInstitution(db: Db, ror: string): Promise<Institution | undefined> {
  const row = await db.selectFrom('institution').selectAll().where('ror', '=', ror).executeTakeFirst()
  return row && toInstitution(row)
}

/** Which of these ROR ids are in our register. */
export async function knownOf(db: Db, rors: string[]): Promise<Set<string>> {
  if (rors.length === 0) return new Set()
  const rows = await db.selectFrom('institution').select('ror').where('ror', 'in', rors).execute()
  return new Set(rows.map(({ ror }) => ror))
}

export async function ourInstitution(db: Db): Promise<Institution> {
  return toInstitution(
    await db.selectFrom('institution').selectAll().where('ours', '=', true).executeTakeFirstOrThrow(),
  )
}

/** Saves an institution as known from its node or the register; what is already there is brought up to date. */
export async function saveInstitution(tx: Tx, i: Institution): Promise<void> {
  const row = {
    ror: i.ror,
    name_en: i.name.en,
    name_zh: i.name.zh,
    short_en: i.short.en,
    short_zh: i.short.zh,
    city_en: i.city.en,
    city_zh: i.city.zh,
    country: i.country,
    zone: i.zone,
    website: i.website,
    ours: i.ours,
    haystack: fold(`${i.name.en} ${i.name.zh} ${i.short.en} ${i.short.zh} ${i.city.en} ${i.city.zh} ${i.ror}`),
  }
  const { ror: _, ours: __, ...changed } = row
  await tx
    .insertInto('institution')
    .values(row)
    .onConflict((c) => c.column('ror').doUpdateSet(changed))
    .execute()
}

export async function factsOf(db: Db, ror: string) {
  return db.selectFrom('institution_fact').selectAll().where('institution', '=', ror).orderBy('position').execute()
}

/** People with a post at the institution, in order of rank; posts held now first. */
export async function peopleOf(db: Db, ror: string) {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person')
    .select([
      'person.id',
      'person.name_latin',
      'person.name_native',
      'person.family_name_first',
      'person.account',
      'post.title_en',
      'post.title_zh',
      'post.unit_en',
      'post.unit_zh',
      'post.since',
      'post.until',
      'post.rank',
      'post.source',
    ])
    .where('post.institution', '=', ror)
    .orderBy('post.rank')
    .orderBy('person.name_latin')
    .execute()
}

export type PersonInPost = Awaited<ReturnType<typeof peopleOf>>[number]

export async function findPartnership(db: Db, partner: string): Promise<Partnership | undefined> {
  return db.selectFrom('partnership').selectAll().where('partner', '=', partner).executeTakeFirst()
}

/** How many partnerships there are, and how many of them with key partners. */
export async function partnerCounts(db: Db): Promise<{ all: number; key: number }> {
  return db
    .selectFrom('partnership')
    .select([countRows.as('all'), sql<number>`(count(*) filter (where state = 'key_partner'))::int`.as('key')])
    .executeTakeFirstOrThrow()
}

export async function partnerships(db: Db): Promise<Partnership[]> {
  return db.selectFrom('partnership').selectAll().execute()
}

/** Holds the partnership's row until the transaction ends. */
export async function lockPartnership(tx: Tx, partner: string): Promise<Partnership | undefined> {
  return tx.selectFrom('partnership').selectAll().where('partner', '=', partner).forUpdate().executeTakeFirst()
}

export interface Step {
  act: string
  to: PartnershipState
  at: Temporal.Instant
  byName: string
  reason: string
  agreement?: string
}

/** Moves the partnership and writes down who did it, when and why. */
export async function saveStep(tx: Tx, partnership: Partnership, step: Step): Promise<void> {
  await tx.updateTable('partnership').set({ state: step.to }).where('id', '=', partnership.id).execute()
  await tx
    .insertInto('partnership_step')
    .values({
      partnership: partnership.id,
      act: step.act,
      from_state: partnership.state,
      to_state: step.to,
      at: step.at,
      by_name: step.byName,
      reason: step.reason,
      agreement: step.agreement ?? null,
    })
    .execute()
}

export async function stepsOf(db: Db, partnership: string) {
  return db
    .selectFrom('partnership_step')
    .selectAll()
    .where('partnership', '=', partnership)
    .orderBy('id', 'desc')
    .execute()
}

/** Begins the record of a partnership in the given state, once; repeated calls change nothing. */
export async function startPartnership(tx: Tx, p: Partnership): Promise<void> {
  await tx
    .insertInto('partnership')
    .values(p)
    .onConflict((c) => c.column('partner').doNothing())
    .execute()
}
