/** SQL of the ways of approval. */
import type { Selectable } from 'kysely'
import type { Db, Tables, Tx } from '#src/platform/database/tables.ts'
import type { Route } from './route.ts'
import './tables.ts'

const toRoute = (r: Selectable<Tables['approval_route']>): Route => ({
  id: r.id,
  position: r.position,
  name: { en: r.name_en, zh: r.name_zh },
  kinds: r.kinds,
  risks: r.risks,
  extent: r.extent,
  unit: r.unit,
  unitId: r.unit_id,
  steps: r.steps,
  revision: r.revision,
  retired: r.retired_at !== null,
})

/** Every route in its order, retired ones too. */
export async function routes(db: Db): Promise<Route[]> {
  return (await db.selectFrom('approval_route').selectAll().orderBy('position').orderBy('id').execute()).map(toRoute)
}

export async function findRoute(db: Db, id: string): Promise<Route | undefined> {
  const row = await db.selectFrom('approval_route').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRoute(row)
}

/** Holds every route until the transaction ends: their order is one thing. */
export async function lockRoutes(tx: Tx): Promise<Route[]> {
  const rows = await tx.selectFrom('approval_route').selectAll().orderBy('position').orderBy('id').forUpdate().execute()
  return rows.map(toRoute)
}

export async function putRoute(tx: Tx, route: Route, at: Temporal.Instant): Promise<void> {
  const row = {
    position: route.position,
    name_en: route.name.en,
    name_zh: route.name.zh,
    kinds: route.kinds,
    risks: route.risks,
    extent: route.extent,
    unit: route.unit,
    unit_id: route.unitId,
    steps: JSON.stringify(route.steps),
    revision: route.revision,
    retired_at: route.retired ? at : null,
  }
  await tx
    .insertInto('approval_route')
    .values({ id: route.id, ...row })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
}
