/** SQL of the whole journal, with what each act changed. */
import { sql } from 'kysely'
import { countRows } from '#src/platform/database/connect.ts'
import type { Db } from '#src/platform/database/tables.ts'
import '#src/platform/record.ts'
import type { JournalFilter } from './journal-filter.ts'
import './tables.ts'

/** The latest first. @param zone whose days the filter means */
export async function journalEntries(
  db: Db,
  filter: JournalFilter,
  o: { zone: string; limit: number; offset: number },
) {
  const from = filter.from && Temporal.PlainDate.from(filter.from).toZonedDateTime(o.zone).toInstant()
  const to = filter.to && Temporal.PlainDate.from(filter.to).add({ days: 1 }).toZonedDateTime(o.zone).toInstant()
  const holding = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const asked = db
    .selectFrom('journal')
    .$if(filter.who !== '', (q) => q.where('actor_name', 'ilike', holding(filter.who)))
    .$if(filter.act !== '', (q) => q.where('act', 'like', holding(filter.act)))
    .$if(filter.about !== '', (q) => q.where('subject_kind', '=', filter.about))
    .$if(filter.id !== '', (q) => q.where('subject_id', '=', filter.id))
    .$if(Boolean(from), (q) => q.where('at', '>=', from as Temporal.Instant))
    .$if(Boolean(to), (q) => q.where('at', '<', to as Temporal.Instant))
  const [rows, counted] = await Promise.all([
    asked.selectAll('journal').orderBy('at', 'desc').orderBy('id', 'desc').limit(o.limit).offset(o.offset).execute(),
    asked.select(countRows.as('n')).executeTakeFirstOrThrow(),
  ])
  return { rows: await withChanges(db, rows), total: counted.n }
}

export type JournalLine = Awaited<ReturnType<typeof journalEntries>>['rows'][number]

/** What was changed in the same transaction stands beside its first act. */
async function withChanges<Row extends { id: string; act_group: string | null }>(db: Db, rows: Row[]) {
  const groups = [...new Set(rows.flatMap(({ act_group: group }) => group ?? []))]
  if (groups.length === 0) return rows.map((row) => ({ ...row, changes: [] }))
  const changes = await db.selectFrom('row_change').selectAll().where('act_group', 'in', groups).orderBy('id').execute()
  const firsts = await db
    .selectFrom('journal')
    .select([sql<string>`min(id)`.as('id')])
    .where('act_group', 'in', groups)
    .groupBy('act_group')
    .execute()
  const first = new Set(firsts.map(({ id }) => String(id)))
  return rows.map((row) => ({
    ...row,
    changes: first.has(String(row.id)) ? changes.filter((change) => change.act_group === row.act_group) : [],
  }))
}

/** Kinds of things acts were about. */
export async function journalKinds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('journal').select('subject_kind').distinct().orderBy('subject_kind').execute()
  return rows.map(({ subject_kind: kind }) => kind)
}
