/** SQL of an agreement's own way of approval and of approvers' noes. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RouteStep } from '#src/procedures/index.ts'
import type { Agreement } from './agreement.ts'
import './route-tables.ts'

type Frozen = Pick<Agreement, 'id' | 'version' | 'round'>

export interface FixedRoute {
  route: string | null
  name: Phrase
  steps: RouteStep[]
}

/** The way fixed when this version was frozen in this round. */
export async function fixedRoute(db: Db, a: Frozen): Promise<FixedRoute | undefined> {
  return (await fixedRoutes(db, [a])).get(a.id)
}

/** The same for several at once, by the agreement's id. */
export async function fixedRoutes(db: Db, agreements: Frozen[]): Promise<Map<string, FixedRoute>> {
  const ids = agreements.map(({ id }) => id)
  const rows = await db.selectFrom('agreement_route').selectAll().where('agreement', 'in', ids).execute()
  const now = rows.filter((row) =>
    agreements.some((a) => a.id === row.agreement && a.version === row.version && a.round === row.round),
  )
  return new Map(
    now.map(({ agreement, route, name_en: en, name_zh: zh, steps }) => [agreement, { route, name: { en, zh }, steps }]),
  )
}

export async function insertFixedRoute(tx: Tx, a: Frozen, r: FixedRoute, at: Temporal.Instant): Promise<void> {
  const { route, name, steps } = r
  const row = { route, name_en: name.en, name_zh: name.zh, steps: JSON.stringify(steps), fixed_at: at }
  await tx
    .insertInto('agreement_route')
    .values({ agreement: a.id, version: a.version, round: a.round, ...row })
    .onConflict((c) => c.columns(['agreement', 'version', 'round']).doUpdateSet(row))
    .execute()
}

/** Whether a route fixed for the agreement names this person. */
export async function isNamedIn(db: Db, agreement: string, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('agreement_route')
    .select('agreement')
    .where('agreement', '=', agreement)
    .where(sql<boolean>`steps @> ${JSON.stringify([{ account }])}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface Rejection {
  step: string
  label: Phrase
  account: string
  byName: string
  /** In whose place. */
  forName: string | null
  reason: string
  at: Temporal.Instant
}

export async function insertRejection(tx: Tx, a: Frozen, r: Rejection): Promise<void> {
  const { step, label, account, byName, forName, reason, at } = r
  const of = { agreement: a.id, version: a.version, round: a.round, step, label_en: label.en, label_zh: label.zh }
  await tx
    .insertInto('agreement_rejection')
    .values({ id: crypto.randomUUID(), ...of, account, by_name: byName, for_name: forName, reason, at })
    .execute()
}

/** Every no there was, the latest first. */
export async function rejectionsOf(db: Db, agreement: string): Promise<(Rejection & { version: number })[]> {
  const rows = await db
    .selectFrom('agreement_rejection')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('at', 'desc')
    .execute()
  return rows.map((r) => ({
    version: r.version,
    step: r.step,
    label: { en: r.label_en, zh: r.label_zh },
    account: r.account,
    byName: r.by_name,
    forName: r.for_name,
    reason: r.reason,
    at: r.at,
  }))
}
