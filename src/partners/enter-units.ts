/** An officer enters units: one with all that is known of it, or a whole tree at once, a line each. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { Institution } from './store.ts'
import { checkParent, refuseUnit } from './unit.ts'
import { insertUnit, type Unit, type UnitDetails, unitsOf, updateUnit } from './unit-store.ts'

export interface OfficersUnits {
  officer: Visitor
  institution: Institution
}

const plain = { since: null, until: null, strengths: [], wishes: [], tags: [], evidence: '' }

/** @returns the new unit's id. @throws Refusal `unit_name_missing`, `unit_unknown`, `unit_date_wrong` */
export async function addUnit(
  db: Db,
  { officer, institution }: OfficersUnits,
  { details, at }: { details: UnitDetails; at: Temporal.Instant },
): Promise<string> {
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    const units = await unitsOf(tx, [institution.ror])
    checkDetails(details, units)
    await insertUnit(tx, { id, institution: institution.ror, at, position: units.length }, details)
    const about = { kind: 'unit', id }
    const detail = { institution: institution.ror, name: details.name.en || details.name.zh }
    await record(tx, { at, by: actorOf(officer), about, act: 'unit.added', detail })
  })
  return id
}

/**
 * @param input `revision`: the one the officer's form began from
 * @throws Refusal as `addUnit`, `unit_under_itself`, and `unit_changed_meanwhile` where a colleague saved in between
 */
export async function changeUnit(
  db: Db,
  { officer, unit }: { officer: Visitor; unit: Unit },
  { details, revision, at }: { details: UnitDetails; revision: number; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const units = await unitsOf(tx, [unit.institution])
    checkDetails(details, units)
    checkParent(units, unit.id, details.parent)
    if (!(await updateUnit(tx, unit.id, details, revision))) refuseUnit('unit_changed_meanwhile')
    const about = { kind: 'unit', id: unit.id }
    const detail = { from: unit.name_en || unit.name_zh, to: details.name.en || details.name.zh, until: details.until }
    await record(tx, { at, by: actorOf(officer), about, act: 'unit.changed', detail })
  })
}

/**
 * A tree as lines: two spaces lead one step down, a bar divides the English from the Chinese name. All of it or nothing.
 * @returns how many were entered; a unit of that name at that place is left as it is, so that the same list again adds nothing
 * @throws Refusal `units_line_unreadable` with its number
 */
export async function enterUnits(
  db: Db,
  { officer, institution }: OfficersUnits,
  { lines, at }: { lines: string; at: Temporal.Instant },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const units = await unitsOf(tx, [institution.ror])
    const known = new Map(units.map((u) => [placeOf(u.parent, { en: u.name_en, zh: u.name_zh }), u.id]))
    const above: string[] = []
    let entered = 0
    for (const { depth, name } of readLines(lines)) {
      const parent = depth > 0 ? above[depth - 1]! : null
      const there = known.get(placeOf(parent, name))
      const id = there ?? crypto.randomUUID()
      above.splice(depth, above.length, id)
      if (there) continue
      known.set(placeOf(parent, name), id)
      const position = units.length + entered++
      await insertUnit(tx, { id, institution: institution.ror, at, position }, { ...plain, name, parent })
    }
    const about = { kind: 'partner', id: institution.ror }
    if (entered > 0)
      await record(tx, { at, by: actorOf(officer), about, act: 'unit.entered', detail: { count: entered } })
    return entered
  })
}

const placeOf = (parent: string | null, name: { en: string; zh: string }) => `${parent ?? ''}|${name.en}|${name.zh}`

/** @throws Refusal `units_line_unreadable` for a line set further in than one step below the line above it */
export function readLines(text: string): { depth: number; name: { en: string; zh: string } }[] {
  let last = -1
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const indent = /^[\s　]*/.exec(line)![0].replaceAll('\t', '  ').replaceAll('　', '  ').length
    const depth = Math.floor(indent / 2)
    if (depth > last + 1) refuseUnit('units_line_unreadable', { line: at + 1 }, 422)
    last = depth
    const [first = '', second = ''] = line.split(/[|｜]/).map((part) => part.trim().slice(0, 300))
    const chinese = second === '' && /\p{Script=Han}/u.test(first)
    return [{ depth, name: chinese ? { en: '', zh: first } : { en: first, zh: second } }]
  })
}

function checkDetails(details: UnitDetails, units: Unit[]): void {
  const { name, parent, since, until } = details
  if (!name.en && !name.zh) refuseUnit('unit_name_missing', {}, 422)
  if (parent && !units.some(({ id }) => id === parent)) refuseUnit('unit_unknown', {}, 422)
  for (const day of [since, until]) if (day && !readDay(day)) refuseUnit('unit_date_wrong', {}, 422)
  if (since && until && since > until) refuseUnit('unit_date_wrong', {}, 422)
}
