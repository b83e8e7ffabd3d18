/** SQL that reads whole plans: a frame with both its sheets. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { mergePlan } from './merge-plan.ts'
import type { Party, Plan } from './plan.ts'
import type { SheetState } from './sheet.ts'
import { type Side, toState } from './sheet-store.ts'
import { toCeremony } from './store.ts'
import type { CeremonyTable, SheetTable } from './tables.ts'
import './tables.ts'

/** The plan as both sides see it, once both have shared their parts. */
export async function findPlan(db: Db, id: string): Promise<Plan | undefined> {
  const [plan] = await read(db, { id })
  return plan
}

/** Every ceremony, the latest first; rehearsals are none. */
export async function plans(db: Db, asked: { partner?: Party; agreement?: string } = {}): Promise<Plan[]> {
  return read(db, { ...asked, rehearsalOf: null })
}

/** The marked copies on which a ceremony was or is rehearsed, the latest first. */
export async function rehearsalsOf(db: Db, id: string): Promise<Plan[]> {
  return read(db, { rehearsalOf: id })
}

interface Asked {
  id?: string
  partner?: Party
  agreement?: string
  /** Null: none of them. */
  rehearsalOf?: string | null
}

async function read(db: Db, asked: Asked): Promise<Plan[]> {
  let query = db.selectFrom('ceremony').selectAll().orderBy('starts_at', 'desc').orderBy('created_at', 'desc')
  if (asked.id) query = query.where('id', '=', asked.id)
  if (asked.partner) query = query.where('partner', '=', asked.partner)
  if (asked.agreement) query = query.where('agreement', '=', asked.agreement)
  if (asked.rehearsalOf === null) query = query.where('rehearsal_of', 'is', null)
  if (asked.rehearsalOf) query = query.where('rehearsal_of', '=', asked.rehearsalOf)
  const rows = (await query.execute()) as unknown as CeremonyTable[]
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const sheets = (await db
    .selectFrom('ceremony_sheet')
    .selectAll()
    .where('ceremony', 'in', ids)
    .execute()) as unknown as SheetTable[]
  const us = await ourInstitution(db)
  return rows.map((row) => {
    const ceremony = toCeremony(row)
    const of = (side: Side) => toState(sheets.find((s) => s.ceremony === row.id && s.side === side)!)
    const ours = [us.ror, of('ours')] as [Party, SheetState]
    const theirs = [ceremony.partner, of('theirs')] as [Party, SheetState]
    return mergePlan({ ...ceremony, sheets: ceremony.convenor === us.ror ? [ours, theirs] : [theirs, ours] })
  })
}
