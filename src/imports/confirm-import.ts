/** An officer brings the list in: every row that is new enters the register, in one transaction. */
import { bringEntry, holdRegister } from '#src/agreements/index.ts'
import { findInDirectory, ourInstitution, takeIntoRegister, zonesOf } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersImport } from './access.ts'
import { insertTaken } from './partner-store.ts'
import { refuseImport } from './refusals.ts'
import { inOrder } from './relate-rows.ts'
import type { RowPlan } from './row-plan.ts'
import { insertRows, lockImport, type SavedRow, saveDone } from './store.ts'
import { type UnderstoodList, understandList } from './understand-list.ts'

/** @param shown the hash of what the officer saw. @throws Refusal where that is no longer so, or nothing would be entered */
export async function confirmImport(
  db: Db,
  { officer, found }: OfficersImport,
  { shown, at }: { shown: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const locked = await lockImport(tx, found.id)
    await holdRegister(tx)
    if (locked.state !== 'prepared') refuseImport('import_changed_meanwhile')
    const list = await understandList(tx, locked)
    if (list.hash !== shown) refuseImport('import_changed_meanwhile')
    const entering = list.plan.filter(({ outcome }) => outcome === 'new')
    if (entering.length === 0) refuseImport('import_nothing_new')
    await insertTaken(tx, locked.id, await takePartners(tx, officer, { list, entering, at }))
    const entered = await enterRows(tx, officer, { entering, from: locked.name, at })
    const rows = list.plan.map((row) => savedRow(row, list, entered.get(row.line) ?? null))
    await insertRows(tx, locked.id, rows)
    await saveDone(tx, locked.id, officer.account.name.latin, at)
    const detail = { name: locked.name, sha256: locked.file, entered: entering.length, rows: rows.length }
    const about = { kind: 'import', id: locked.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'import.confirmed', detail })
  })
}

/** Umbrellas before what stands under them. @returns the agreement each row became, by its line */
async function enterRows(
  tx: Tx,
  officer: Visitor,
  { entering, from, at }: { entering: RowPlan[]; from: string; at: Temporal.Instant },
): Promise<Map<number, string>> {
  const entered = new Map<number, string>()
  for (const { line, details, relatives } of inOrder(entering)) {
    const beside = relatives.flatMap((one) => (one.line ? [[one.field, entered.get(one.line)!]] : []))
    const whole = { ...details, ...Object.fromEntries(beside) }
    entered.set(line, await bringEntry(tx, officer, { details: whole, from, at }))
  }
  return entered
}

/** Institutions that were not yet our partners enter the register as prospects. @returns which those are */
async function takePartners(
  tx: Tx,
  officer: Visitor,
  { list, entering, at }: { list: UnderstoodList; entering: RowPlan[]; at: Temporal.Instant },
): Promise<string[]> {
  const missing = new Set(entering.map(({ details }) => details.partner).filter((ror) => !list.ours.has(ror)))
  const us = await ourInstitution(tx)
  if (entering.some(({ details }) => details.partner === us.ror))
    refuseImport('import_partner_unknown', { typed: us.name.en }, 422)
  for (const ror of missing) {
    const institution = await findInDirectory(tx, ror)
    if (!institution) return refuseImport('import_partner_unknown', { typed: ror }, 422)
    const zones = zonesOf(institution.country)
    const chosen = list.settings.zones?.[ror] ?? ''
    const name = { en: institution.name, zh: institution.name_zh ?? '' }
    await takeIntoRegister(
      tx,
      { officer, institution },
      {
        ...{ name, short: { en: '', zh: '' }, city: { en: institution.city, zh: '' } },
        ...{ zone: zones.includes(chosen) ? chosen : zones[0]!, at },
      },
    )
  }
  return [...missing]
}

function savedRow(row: RowPlan, list: UnderstoodList, entry: string | null): SavedRow {
  const { line, outcome, details, problems, there = null } = row
  const partner = list.ours.get(details.partner)?.en ?? details.partner
  const cell = problems.find(({ field }) => field === 'partner')?.value ?? ''
  const said = { title: details.titleEn || details.titleZh, partner: partner || cell, problems }
  return { line, outcome: outcome === 'asked' ? 'unreadable' : outcome, entry: entry ?? there, said }
}
