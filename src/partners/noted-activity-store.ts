/** SQL of what people note by hand of what happened with a partner. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { NotedKind } from './activity.ts'
import './activity-tables.ts'

export interface NotedActivity {
  kind: NotedKind
  on: string
  title: { en: string; zh: string }
  source: string
}

export async function insertNoted(
  tx: Tx,
  partner: string,
  { kind, on, title, source }: NotedActivity,
  by: { name: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('noted_activity')
    .values({
      id: crypto.randomUUID(),
      partner,
      happened_on: on,
      kind,
      title_en: title.en,
      title_zh: title.zh,
      source,
      by_name: by.name,
      at: by.at,
    })
    .execute()
}

/** @returns what was taken out; undefined where it is gone */
export async function deleteNoted(tx: Tx, partner: string, id: string) {
  return tx
    .deleteFrom('noted_activity')
    .where('partner', '=', partner)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function notedWith(db: Db, partner: string) {
  return db
    .selectFrom('noted_activity')
    .selectAll()
    .where('partner', '=', partner)
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute()
}
