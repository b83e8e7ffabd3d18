/** Administrators write ways of approval, put them in order, and take them out of use. */
import { chooseUnit } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { KeptProcedures } from './access.ts'
import { refuse } from './refusals.ts'
import type { Route } from './route.ts'
import { lockRoutes, putRoute } from './route-store.ts'

export type RouteDetails = Pick<Route, 'name' | 'kinds' | 'risks' | 'extent' | 'unit' | 'unitId' | 'steps'>

export interface RouteInput {
  /** Null for a new one. */
  id: string | null
  details: RouteDetails
  /** The revision the administrator began from. */
  revision: number
  at: Temporal.Instant
}

/** @returns the route's id. @throws Refusal `names_missing`, `steps_missing`, `changed_meanwhile` */
export async function saveRoute(db: Db, { keeper }: KeptProcedures, input: RouteInput): Promise<string> {
  const { details, at } = input
  if (!details.name.en || !details.name.zh) refuse('names_missing', {}, 422)
  if (details.steps.length === 0) refuse('steps_missing', {}, 422)
  const id = input.id ?? crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    const all = await lockRoutes(tx)
    const before = all.find((route) => route.id === input.id)
    if (before && before.revision !== input.revision) refuse('changed_meanwhile')
    const position = before?.position ?? Math.max(0, ...all.map((route) => route.position)) + 1
    const revision = (before?.revision ?? 0) + 1
    const chosen = await chooseUnit(tx, details.unit, before)
    await putRoute(tx, { id, position, ...details, ...chosen, revision, retired: before?.retired ?? false }, at)
    const detail = { before: before ? told(before) : null, after: told(details) }
    const about = { kind: 'route', id }
    await record(tx, { at, by: actorOf(keeper), about, act: before ? 'route.changed' : 'route.added', detail })
  })
  return id
}

const told = ({ name, kinds, risks, extent, unit, steps }: RouteDetails): Json =>
  ({ name, kinds, risks, extent, unit, steps }) as unknown as Json

/** Puts a route before or after its neighbour. At either end it stays where it is. */
export async function moveRoute(
  db: Db,
  { keeper }: KeptProcedures,
  { id, way, at }: { id: string; way: 'up' | 'down'; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const used = (await lockRoutes(tx)).filter((route) => !route.retired)
    const from = used.findIndex((route) => route.id === id)
    const [one, other] = [used[from], used[from + (way === 'up' ? -1 : 1)]]
    if (!one) refuse('route_retired')
    if (!one || !other) return
    await putRoute(tx, { ...one, position: other.position }, at)
    await putRoute(tx, { ...other, position: one.position }, at)
    const about = { kind: 'route', id }
    await record(tx, { at, by: actorOf(keeper), about, act: 'route.moved', detail: { way, past: other.name.en } })
  })
}

/** Takes a route out of use or into use again; frozen agreements keep what was fixed. */
export async function retireRoute(
  db: Db,
  { keeper }: KeptProcedures,
  { id, retired, at }: { id: string; retired: boolean; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const route = (await lockRoutes(tx)).find((one) => one.id === id)
    if (!route || route.retired === retired) return
    await putRoute(tx, { ...route, retired, revision: route.revision + 1 }, at)
    const act = retired ? 'route.retired' : 'route.restored'
    await record(tx, { at, by: actorOf(keeper), about: { kind: 'route', id }, act })
  })
}
