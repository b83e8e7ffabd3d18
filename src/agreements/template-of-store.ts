/** SQL of which template an agreement was begun from. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { findTemplate, type Template, type TemplateVersion, templateVersions } from '#src/procedures/index.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_template: { agreement: string; template: string; version: number }
  }
}

export async function saveTemplateOf(
  tx: Tx,
  agreement: string,
  { id, version }: { id: string; version: { number: number } },
): Promise<void> {
  await tx.insertInto('agreement_template').values({ agreement, template: id, version: version.number }).execute()
}

export interface TemplateOf {
  template: Template
  /** As it was when the agreement was begun. */
  version: TemplateVersion
  /** The number of the latest version by now. */
  latest: number
}

export async function templateOf(db: Db, agreement: string): Promise<TemplateOf | undefined> {
  const row = await db
    .selectFrom('agreement_template')
    .selectAll()
    .where('agreement', '=', agreement)
    .executeTakeFirst()
  if (!row) return undefined
  const [template, versions] = [await findTemplate(db, row.template), await templateVersions(db, row.template)]
  const version = versions.find(({ number }) => number === row.version)
  return template && version ? { template, version, latest: versions[0]!.number } : undefined
}
