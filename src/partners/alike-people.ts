/** Who is already known under a name or an e-mail address: told before somebody is written down twice. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { nameKeys } from '#src/platform/search/names.ts'
import { type PersonFound, searchPeople } from './search-people.ts'
import './person-tables.ts'

export interface TypedPerson {
  latin: string
  native: string | null
  email: string
}

const shown = 5

/** The same name in any order, written together or apart, with or without accents, in either script; or the same e-mail address. */
export async function samePeople(db: Db, typed: TypedPerson): Promise<PersonFound[]> {
  const names = nameKeys(typed).joined.split(' ').filter(Boolean)
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where((eb) =>
      eb.or([
        ...(typed.email ? [sql<boolean>`lower(email) = ${typed.email.toLowerCase()}`] : []),
        ...(names.length > 0 ? [sql<boolean>`string_to_array(joined, ' ') && ${names}::text[]`] : []),
        sql<boolean>`false`,
      ]),
    )
    .limit(shown)
    .execute()
  return withPosts(
    db,
    rows.map(({ id }) => id),
  )
}

/** People whose name begins like what is being typed, or is the same: the latter first. */
export async function likePeople(db: Db, typed: TypedPerson): Promise<PersonFound[]> {
  const same = await samePeople(db, typed)
  const asked = [typed.latin, typed.native ?? ''].filter(
    (name) => [...name.trim()].length > (/\p{Script=Han}/u.test(name) ? 1 : 2),
  )
  const like = (await Promise.all(asked.map((name) => searchPeople(db, name, { limit: shown })))).flat()
  return [...new Map([...same, ...like].map((one) => [one.id, one])).values()].slice(0, shown)
}

async function withPosts(db: Db, ids: string[]): Promise<PersonFound[]> {
  return ids.length > 0 ? searchPeople(db, '', { limit: shown, among: ids }) : []
}
