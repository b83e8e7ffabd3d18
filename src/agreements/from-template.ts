/** Beginning an agreement from a template: its type, its title where none was given, its clauses. */
import type { Tx } from '#src/platform/database/tables.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { findTemplate, findType, type Template, type TemplateVersion, templateVersions } from '#src/procedures/index.ts'
import type { Agreement } from './agreement.ts'
import type { AgreementText, Bilingual, Term } from './text.ts'

export interface ChosenTemplate extends Template {
  version: TemplateVersion
}

/** The template in its latest version. @throws Refusal `not_found` where it is unknown or no longer used */
export async function readTemplate(tx: Tx, id: string): Promise<ChosenTemplate> {
  const template = await findTemplate(tx, id)
  const [version] = template ? await templateVersions(tx, template.id) : []
  if (!template || template.retired || !version) throw new Refusal('not_found', {}, 404)
  return { ...template, version }
}

/** Whether an agreement of this type makes a key partner. */
export const kindOf = async (tx: Tx, type: string): Promise<Agreement['kind']> =>
  (await findType(tx, type))?.countsAs === 'key' ? 'key' : 'general'

/** The usual term and notice of a type; what it leaves open stays as every new draft has it. */
export async function termOf(tx: Tx, type: string, usual: Term): Promise<Term> {
  const found = await findType(tx, type)
  const years = found?.termMonths ? found.termMonths / 12 : undefined
  return {
    ends: years && Number.isInteger(years) ? { kind: 'years', years } : usual.ends,
    noticeMonths: found?.noticeMonths ?? usual.noticeMonths,
  }
}

export function textOf(
  { version: { title, clauses, prevails } }: ChosenTemplate,
  { title: given }: { title: Bilingual },
): Pick<AgreementText, 'title' | 'clauses' | 'prevails'> {
  return { title: given.en || given.zh ? given : title, clauses, prevails }
}
