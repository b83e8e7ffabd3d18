/** Reads a grouping with its members, and finds who may be added. */
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { mayMovePartnership, requirePartnersReader } from './access.ts'
import { type FoundGrouping, findGrouping, membersOf } from './grouping-store.ts'
import { partnerList } from './partner-list.ts'
import { searchDirectory } from './search-directory.ts'

export interface SeenGrouping {
  visitor: Visitor
  grouping: FoundGrouping
}

/** @throws Refusal `sign_in_first`, `not_found` */
export async function seeGrouping(db: Db, visitor: Visitor | null, id: string): Promise<SeenGrouping> {
  requirePartnersReader(visitor)
  const grouping = isId(id) ? await findGrouping(db, id) : undefined
  if (!grouping) throw new Refusal('not_found', {}, 404)
  return { visitor, grouping }
}

export type ReadGrouping = Awaited<ReturnType<typeof readGrouping>>

const mostFound = 12

/** @param typed part of a name, in our register or in the directory */
export async function readGrouping(db: Db, { visitor, grouping }: SeenGrouping, typed: string) {
  const members = await membersOf(db, grouping.id)
  const mayKeep = mayMovePartnership(visitor)
  const found = mayKeep && typed.trim() ? await institutionsFound(db, typed) : []
  const inside = new Set(members.map(({ ror }) => ror))
  return { grouping, members, mayKeep, typed, found: found.filter(({ ror }) => !inside.has(ror)) }
}

/** Our register first. */
async function institutionsFound(db: Db, typed: string) {
  const { rows } = await partnerList(db, { words: typed, state: '' }, { page: 1, size: mostFound })
  const known = rows.map(({ ror, name_en, name_zh, country }) => ({ ror, name_en, name_zh, country }))
  const more = (await searchDirectory(db, typed, mostFound))
    .filter(({ ror, status }) => status === 'active' && !known.some((one) => one.ror === ror))
    .map(({ ror, name, nameZh, country }) => ({ ror, name_en: name, name_zh: nameZh ?? '', country }))
  return [...known, ...more].slice(0, mostFound)
}
