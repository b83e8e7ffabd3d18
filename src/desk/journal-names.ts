/** Names for what the journal keeps by its id alone: units, and the part of the house a role is for. */
import { unitName, unitsWithId } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { type ApprovalStep, type Role, type RoleScopes, roleName, roles } from '#src/platform/people/index.ts'
import { roleScopes } from '#src/procedures/index.ts'
import type { JournalLine } from './journal-store.ts'

export interface JournalNames {
  /** Units by their id, also those closed since. */
  units: Map<string, Phrase>
  scopes: RoleScopes
  steps: ApprovalStep[]
}

const ids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

/** Asks once for all lines. */
export async function journalNames(db: Db, lines: JournalLine[], steps: ApprovalStep[]): Promise<JournalNames> {
  const written = JSON.stringify(lines.map(({ detail, changes }) => [detail, changes]))
  const [{ kinds }, found] = await Promise.all([roleScopes(db), unitsWithId(db, [...new Set(written.match(ids))])])
  const units = new Map(found.map((unit) => [unit.id, { en: unitName(unit, 'en'), zh: unitName(unit, 'zh') }]))
  return { units, scopes: { units: [...units].map(([key, label]) => ({ key, label })), kinds }, steps }
}

/** The role an act gave or took, with the part of the house it is for; '' of other acts. */
export function roleSaid(
  { act, detail }: Pick<JournalLine, 'act' | 'detail'>,
  names: JournalNames,
  language: Language,
) {
  if (act !== 'role.given' && act !== 'role.taken') return ''
  const { name, scope = '', units = [], kinds = [] } = detail as Partial<Role> & Partial<NonNullable<Role['limit']>>
  const known = roles.find((one) => one === name)
  if (!known) return ''
  const limit = units.length + kinds.length > 0 ? { units, kinds } : undefined
  return roleName({ name: known, scope, ...(limit && { limit }) }, names.steps, language, names.scopes)
}

/** A value with the names of units in place of their ids. */
export function withNames(value: unknown, { units }: JournalNames, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => withNames(one, { units } as JournalNames, language)).join(', ')
  return (typeof value === 'string' && units.get(value)?.[language]) || value
}
