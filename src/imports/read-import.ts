/** Reads what the page of one list shows: while it is looked at, everything it would do; afterwards, what it did. */

import { isOfficer } from '#src/agreements/index.ts'
import { institutionsOf } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { seeImport } from './access.ts'
import { type DateQuestion, dateQuestion } from './date-question.ts'
import type { PartnerChoice } from './match-partners.ts'
import { takenBy } from './partner-store.ts'
import { type Outcome, outcomes } from './row-plan.ts'
import { type Import, rowsOf, type SavedRow } from './store.ts'
import type { Stays } from './tables.ts'
import { type UnderstoodList, understandList } from './understand-list.ts'

export interface ListView {
  found: Import
  list: UnderstoodList
  counts: Record<Outcome, number>
  dates: DateQuestion | null
  /** Institutions the rows to be entered bring into our register. */
  joining: PartnerChoice[]
  /** Types no word of ours says, each with its rows. */
  kinds: Map<string, number>
  officer: boolean
}

export interface BroughtView {
  found: Import
  rows: SavedRow[]
  /** Partners it brought, once it is taken back: with why they stay, or without. */
  partners: BroughtPartner[]
  /** Partners' names by ROR id are in the rows. */
  officer: boolean
}

/** @throws Refusal `sign_in_first`, `not_found` */
export async function readImport(db: Db, visitor: Visitor | null, id: string): Promise<ListView | BroughtView> {
  const found = await seeImport(db, visitor, id)
  const officer = isOfficer(visitor)
  if (found.state !== 'prepared')
    return { found, rows: await rowsOf(db, id), partners: await partnersBrought(db, found), officer }
  const list = await understandList(db, found)
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, list.plan.filter((row) => row.outcome === outcome).length]),
  ) as Record<Outcome, number>
  return { found, list, counts, dates: dateQuestion(list), joining: joiningOf(list), kinds: kindsAsked(list), officer }
}

export interface BroughtPartner {
  ror: string
  /** Null where it left. */
  stays: Stays | null
  name: { en: string; zh: string }
}

async function partnersBrought(db: Db, { id, state }: Import) {
  if (state !== 'undone') return []
  const partners = await takenBy(db, id)
  const rors = partners.map(({ ror }) => ror)
  const named = new Map((await institutionsOf(db, rors)).map(({ ror, name }) => [ror, name]))
  return partners.map((one) => ({ ...one, name: named.get(one.ror) ?? { en: one.ror, zh: '' } }))
}

function joiningOf({ plan, partners, ours }: UnderstoodList): PartnerChoice[] {
  const entering = new Set(plan.filter(({ outcome }) => outcome === 'new').map(({ details }) => details.partner))
  const choices = partners.flatMap((match) => match.choices)
  return [...new Map(choices.map((one) => [one.ror, one])).values()].filter(
    ({ ror }) => entering.has(ror) && !ours.has(ror),
  )
}

/** Types to be asked about, and those answered. */
function kindsAsked({ plan, settings }: UnderstoodList): Map<string, number> {
  const asked = new Map<string, number>(Object.keys(settings.kinds ?? {}).map((cell) => [cell, 0]))
  for (const { problems } of plan)
    for (const { why, value } of problems) if (why === 'kind_unknown') asked.set(value, (asked.get(value) ?? 0) + 1)
  return asked
}
