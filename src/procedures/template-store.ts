/** SQL of templates and their versions. */
import type { Selectable } from 'kysely'
import type { Db, Tables, Tx } from '#src/platform/database/tables.ts'
import type { Template, TemplateVersion } from './template.ts'
import './template-tables.ts'

const toTemplate = (r: Selectable<Tables['template']>): Template => ({
  id: r.id,
  kind: r.kind,
  name: { en: r.name_en, zh: r.name_zh },
  retired: r.retired_at !== null,
})

const toVersion = (r: Selectable<Tables['template_version']>): TemplateVersion => ({
  number: r.number,
  title: r.title,
  prevails: r.prevails,
  clauses: r.clauses,
  note: r.note,
  byName: r.by_name,
  at: r.at,
})

/** Every template by its English name, those no longer used last. */
export async function templates(db: Db): Promise<Template[]> {
  const rows = await db.selectFrom('template').selectAll().orderBy('name_en').orderBy('id').execute()
  return rows.map(toTemplate).sort((a, b) => Number(a.retired) - Number(b.retired))
}

export async function findTemplate(db: Db, id: string): Promise<Template | undefined> {
  const row = await db.selectFrom('template').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTemplate(row)
}

/** Holds the template until the transaction ends. */
export async function lockTemplate(tx: Tx, id: string): Promise<Template | undefined> {
  const row = await tx.selectFrom('template').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toTemplate(row)
}

/** A template in use by its English name, held. */
export async function lockTemplateNamed(tx: Tx, name: string): Promise<Template | undefined> {
  const row = await tx
    .selectFrom('template')
    .selectAll()
    .where((e) => e(e.fn('lower', ['name_en']), '=', name.trim().toLowerCase()))
    .where('retired_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && toTemplate(row)
}

export async function putTemplate(tx: Tx, t: Template, at: Temporal.Instant): Promise<void> {
  const row = { kind: t.kind, name_en: t.name.en, name_zh: t.name.zh, retired_at: t.retired ? at : null }
  await tx
    .insertInto('template')
    .values({ id: t.id, ...row })
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute()
}

/** All versions, the latest first. */
export async function templateVersions(db: Db, id: string): Promise<TemplateVersion[]> {
  const rows = await db
    .selectFrom('template_version')
    .selectAll()
    .where('template', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

export async function insertTemplateVersion(tx: Tx, template: string, v: TemplateVersion): Promise<void> {
  const { number, title, prevails, clauses, note, byName, at } = v
  const text = { title: JSON.stringify(title), prevails, clauses: JSON.stringify(clauses) }
  await tx
    .insertInto('template_version')
    .values({ template, number, ...text, note, by_name: byName, at })
    .execute()
}
