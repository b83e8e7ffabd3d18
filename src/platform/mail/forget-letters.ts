/** Letters long sent, month by month: which are still kept, and taking them out. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { forgetFiles } from '#src/platform/files/index.ts'
import './tables.ts'

/** Each letter once: as the mailbox shows it, else as it was delivered from the outbox. */
const sent = sql`(select sent_at as at from mailbox
  union all select done_at from outbox where topic = 'mail' and done_at is not null
    and not exists (select from mailbox where outbox_id = outbox.id))`

/** Never by a cast alone: that would take the zone of whichever server it is. */
const lastDay = sql`(max(at) at time zone 'UTC')::date`

/** Whole months whose last letter was sent before a day. @returns months as `2024-03`, by the clock of UTC */
export async function lettersDue(db: Db, before: string) {
  const { rows } = await sql<{ month: string; letters: number; ended: Temporal.PlainDate }>`
    select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as letters, ${lastDay} as ended
    from ${sent} letters group by 1 having ${lastDay} < ${before}::date order by 1`.execute(db)
  return rows
}

const within = (column: string, months: string[]) =>
  sql<boolean>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM') = any(${months})`

/** @returns how many letters */
export async function forgetLetters(tx: Tx, months: string[]): Promise<number> {
  const shown = await tx.selectFrom('mailbox').select(['id', 'outbox_id']).where(within('sent_at', months)).execute()
  const ids = shown.map(({ id }) => id)
  const items = shown.map(({ outbox_id: item }) => item)
  const attached = await sql<{ sha256: string }>`
    delete from mailbox_attachment where mail = any(${ids}) returning sha256`.execute(tx)
  await sql`delete from mailbox where id = any(${ids})`.execute(tx)
  const delivered = await tx
    .deleteFrom('outbox')
    .where('topic', '=', 'mail')
    .where('done_at', 'is not', null)
    .where((eb) => eb.or([within('done_at', months), sql<boolean>`id = any(${items})`]))
    .returning('id')
    .execute()
  // Calendar files are made for one letter; what else was attached is somebody else's document.
  await forgetFiles(tx, [...new Set(attached.rows.map(({ sha256 }) => sha256))], 'text')
  return ids.length + delivered.filter(({ id }) => !items.includes(id)).length
}
