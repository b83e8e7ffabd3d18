/** SQL of what our side takes an agreement to be. */

import type { Selectable } from 'kysely'
import type { Db, Tables, Tx } from '#src/platform/database/tables.ts'
import type { Reached, Risk } from '#src/procedures/index.ts'
import type { Agreement } from './agreement.ts'
import './route-tables.ts'

export interface AgreementClass {
  /** Key of the house's own type. */
  kind: string
  /** The unit it is for; '' for the whole university. */
  unit: string
  /** The same in the tree of ours, where it was chosen from it. */
  unitId: string | null
  risk: Risk | null
  value: number | null
  currency: string
  proposer: string | null
}

/** As classed by an officer or by its proposal; a new one by whether it makes a key partner. */
export async function classOf(db: Db, agreement: Pick<Agreement, 'id' | 'kind'>): Promise<AgreementClass> {
  return (await classesOf(db, [agreement])).get(agreement.id)!
}

/** The same for several at once, by the agreement's id. */
export async function classesOf(
  db: Db,
  agreements: Pick<Agreement, 'id' | 'kind'>[],
): Promise<Map<string, AgreementClass>> {
  const ids = agreements.map(({ id }) => id)
  const rows = await db.selectFrom('agreement_class').selectAll().where('agreement', 'in', ids).execute()
  const classed = new Map(rows.map((row) => [row.agreement, row]))
  return new Map(agreements.map(({ id, kind }) => [id, toClass(classed.get(id), kind === 'key' ? 'key' : 'other')]))
}

function toClass(row: Selectable<Tables['agreement_class']> | undefined, usual: string): AgreementClass {
  if (!row) return { kind: usual, unit: '', unitId: null, risk: null, value: null, currency: '', proposer: null }
  const { agreement: _, value, unit_id: unitId, ...rest } = row
  return { ...rest, unitId, value: value === null ? null : Number(value) }
}

/** As the reach of a role is compared with it. */
export async function reachedAs(db: Db, agreement: Pick<Agreement, 'id' | 'kind'>): Promise<Reached> {
  const { kind, unitId } = await classOf(db, agreement)
  return { kind, units: unitId ? [unitId] : [] }
}

export async function saveClass(tx: Tx, agreement: string, c: AgreementClass): Promise<void> {
  const { unitId, ...rest } = c
  const row = { ...rest, unit_id: unitId, value: c.value === null ? null : String(c.value) }
  await tx
    .insertInto('agreement_class')
    .values({ agreement, ...row })
    .onConflict((on) => on.column('agreement').doUpdateSet(row))
    .execute()
}
