/** Filters someone keeps under a name: theirs alone, on every device. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { refuseEntry } from './entry-refusal.ts'
import './entry-tables.ts'

/** @param page which list, e.g. `register` */
export async function viewsOf(db: Db, visitor: Visitor, page: string) {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('account', '=', visitor.account.id)
    .where('page', '=', page)
    .orderBy('name')
    .execute()
}

/** Keeping another filter under the same name replaces it. @throws Refusal `view_name_missing` */
export async function keepView(
  db: Db,
  visitor: Visitor,
  view: { page: string; name: string; query: string },
): Promise<void> {
  if (!view.name) refuseEntry('view_name_missing', {}, 422)
  await db
    .insertInto('saved_view')
    .values({ id: crypto.randomUUID(), account: visitor.account.id, ...view })
    .onConflict((c) => c.columns(['account', 'page', 'name']).doUpdateSet({ query: view.query }))
    .execute()
}

/** Drops a view of one's own; anyone else's is left alone. */
export async function dropView(db: Db, visitor: Visitor, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).where('account', '=', visitor.account.id).execute()
}
