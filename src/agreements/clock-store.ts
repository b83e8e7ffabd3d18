/** SQL of what happened to agreements, for their clocks. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import { type Happened, type Stretch, stretches } from './stage-clock.ts'

/** The stretches of each of these agreements, in one question however many they are. */
export async function stretchesOf(db: Db, agreements: string[]): Promise<Map<string, Stretch[]>> {
  if (agreements.length === 0) return new Map()
  const began = await db.selectFrom('agreement').select(['id', 'created_at']).where('id', 'in', agreements).execute()
  const rows = await db
    .selectFrom('journal')
    .select(['subject_id', 'act', 'at', 'actor_kind'])
    .select(sql<boolean>`coalesce((detail->>'complete')::boolean, false)`.as('complete'))
    .where('subject_kind', '=', 'agreement')
    .where('subject_id', 'in', agreements)
    .orderBy('id')
    .execute()
  const by = Map.groupBy(rows, (r) => r.subject_id)
  const happened = (id: string): Happened[] =>
    (by.get(id) ?? []).map(({ act, at, actor_kind, complete }) => ({
      act,
      at,
      complete,
      byPartner: actor_kind === 'partner',
    }))
  return new Map(began.map(({ id, created_at }) => [id, stretches(created_at, happened(id))]))
}
