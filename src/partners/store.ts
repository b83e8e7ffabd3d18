/** SQL of institutions: finding them, and keeping them up to date. */
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { fold } from '#src/platform/search/terms.ts'
import type { InstitutionTable } from './institution-tables.ts'
import './institution-tables.ts'

export interface Institution {
  ror: string
  name: { en: string; zh: string }
  short: { en: string; zh: string }
  city: { en: string; zh: string }
  country: string
  zone: string
  website: string | null
  ours: boolean
  /** Where its city lies, in degrees; null where nobody said. Saving without it keeps what is known. */
  coordinates?: Coordinates | null
  /** ROR id of the institution on whose node its half is kept; null where it runs its own. */
  keptBy?: string | null
  /** ROR id of the one it was merged into; null where it stands for itself. */
  movedTo?: string | null
}

export interface Coordinates {
  latitude: number
  longitude: number
}

const toInstitution = (r: Selectable<InstitutionTable>): Institution => ({
  ror: r.ror,
  name: { en: r.name_en, zh: r.name_zh },
  short: { en: r.short_en, zh: r.short_zh },
  city: { en: r.city_en, zh: r.city_zh },
  country: r.country,
  zone: r.zone,
  website: r.website,
  ours: r.ours,
  keptBy: r.kept_by,
  movedTo: r.moved_to,
  coordinates: r.latitude === null || r.longitude === null ? null : { latitude: r.latitude, longitude: r.longitude },
})

/** Every institution known here, our own first, then by English name. */
export async function institutions(db: Db): Promise<Institution[]> {
  const rows = await db.selectFrom('institution').selectAll().orderBy('ours', 'desc').orderBy('name_en').execute()
  return rows.map(toInstitution)
}

/** Every partner to choose from: not ourselves, and none that was merged into another. */
export const partnersKnown = async (db: Db): Promise<Institution[]> =>
  (await institutions(db)).filter(({ ours, movedTo }) => !ours && !movedTo)

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
    .where('moved_to', 'is', null)
    .orderBy('name_en')
    .limit(limit)
    .execute()
  return rows.map(toInstitution)
}

/** The institution someone named: by ROR id, or exactly by one of its names; its successor where it was merged. */
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
    .orderBy(sql`moved_to is not null`)
    .limit(1)
    .executeTakeFirst()
  return row?.moved_to ? findInstitution(db, row.moved_to) : row && toInstitution(row)
}

export async function findInstitution(db: Db, ror: string): Promise<Institution | undefined> {
  const row = await db.selectFrom('institution').selectAll().where('ror', '=', ror).executeTakeFirst()
  return row && toInstitution(row)
}

/** An institution as it stands now, its successor where it was merged, and the one whose node this is: one question for both. */
export async function besideUs(
  db: Db,
  ror: string,
): Promise<{ institution: Institution | undefined; us: Institution }> {
  const rows = await db
    .selectFrom('institution')
    .selectAll()
    .where((eb) => {
      const successor = eb.selectFrom('institution as asked').select('moved_to').where('asked.ror', '=', ror)
      return eb.or([eb('ours', '=', true), eb('ror', '=', eb.fn.coalesce(successor, eb.val(ror)))])
    })
    .execute()
  const us = toInstitution(rows.find(({ ours }) => ours)!)
  const other = rows.find((row) => !row.ours)
  if (other) return { institution: toInstitution(other), us }
  return { institution: us.ror === ror ? us : undefined, us }
}

/** The id under which our register has an institution now: its own, or its successor's where it was merged. */
export async function standsAs(db: Db, ror: string): Promise<string> {
  const row = await db.selectFrom('institution').select('moved_to').where('ror', '=', ror).executeTakeFirst()
  return row?.moved_to ?? ror
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

/** The day it is at our own university. */
export const ourToday = async (db: Db, now: Temporal.Instant): Promise<Temporal.PlainDate> =>
  now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()

/** Saves an institution as known from its node or the register; what is already there is brought up to date. */
export async function saveInstitution(tx: Tx, i: Institution): Promise<void> {
  const row: Insertable<InstitutionTable> = {
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
    ...i.coordinates,
    haystack: fold(`${i.name.en} ${i.name.zh} ${i.short.en} ${i.short.zh} ${i.city.en} ${i.city.zh} ${i.ror}`),
  }
  const { ror: _, ours: __, ...changed } = row
  await tx
    .insertInto('institution')
    .values(row)
    .onConflict((c) =>
      c.column('ror').doUpdateSet({ ...changed, haystack: sql`trim(excluded.haystack || ' ' || institution.former)` }),
    )
    .execute()
}

/** Notes on whose node an institution's half is kept; null once it has a node of its own. */
export async function saveKeeper(tx: Tx, ror: string, keeper: string | null): Promise<void> {
  await tx.updateTable('institution').set({ kept_by: keeper }).where('ror', '=', ror).execute()
}
