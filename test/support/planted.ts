/** Words of our own office hidden in every field that is for us alone, each with who may read it. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'

/** `officers`; `notes`: they and whoever reads the journal; the `office`: officers, approvers, administrators, readers; those `writing` stories: the office and editors; `roles`: whoever has any. */
export type Audience = 'officers' | 'notes' | 'office' | 'writing' | 'roles'

interface Field {
  table: string
  column: string
  audience: Audience
  /** Which rows, where not all. */
  where?: string
}

const field = (name: string, audience: Audience, where?: string): Field => {
  const [table = '', column = ''] = name.split('.')
  return { table, column, audience, where }
}

export const internalFields: Field[] = [
  field('agreement_entry.note', 'notes'),
  field('entry_settlement.note', 'office'),
  field('agreement_comment.body', 'office', 'internal'),
  field('person.note', 'officers'),
  field('person.email', 'officers'),
  field('person.phone', 'officers'),
  field('person.assistant', 'officers'),
  field('person.basis_note', 'officers'),
  field('partnership_lead.handover', 'roles'),
  field('partnership_step.reason', 'roles'),
  field('ceremony_item_note.note', 'office'),
  field('ceremony_guest_private.remark', 'office'),
  field('ceremony_guest_private.email', 'office'),
  field('ceremony_briefing.points_en', 'office'),
  field('ceremony_background.ties_en', 'office'),
  field('story.summary_en', 'writing', 'published_at is null'),
]

/** A word nobody writes, one for each field; digits end it, so that none begins another. */
export const wordFor = (n: number): string => `zqplanted${n}x`

/** Puts its word into every row of every field. @returns fields that have no row yet */
export async function plant(db: Db): Promise<string[]> {
  const bare: string[] = []
  await sql`update person set basis = 'consent' where basis = 'none'`.execute(db)
  for (const [n, { table, column, where = 'true' }] of internalFields.entries()) {
    const word = column === 'email' ? `${wordFor(n)}@secret.example` : wordFor(n)
    const done = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${word} where ${sql.raw(where)}`.execute(
      db,
    )
    if (done.numAffectedRows === 0n) bare.push(`${table}.${column}`)
  }
  return bare
}

/** Everything a database holds, as text, table by table. */
export async function everything(db: Db): Promise<{ table: string; text: string }[]> {
  const { rows } = await sql<{ table_name: string }>`select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  return Promise.all(
    rows.map(async ({ table_name: table }) => {
      const dump = await sql<{
        text: string
      }>`select coalesce(string_agg(t::text, ' '), '') as text from ${sql.table(table)} t`.execute(db)
      return { table, text: dump.rows[0]!.text }
    }),
  )
}
