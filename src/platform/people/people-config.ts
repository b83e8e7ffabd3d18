/** What the routes of people need to know of this node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { Clock } from '#src/platform/time.ts'
import { limitWords } from './limit-words.ts'
import type { OidcConfig } from './oidc-provider.ts'
import type { Role, RoleLimit } from './visitor.ts'
import { roleWords } from './words.ts'

/** A step of approval, which is what an approver's role is for. */
export interface ApprovalStep {
  key: string
  label: Phrase
}

export interface PeopleConfig {
  /** Address of this node's pages, e.g. `https://chirograph.example.edu`. */
  publicUrl: string
  /** At least 32 random bytes, kept outside the database. */
  secretKey: Uint8Array
  sessionDays: number
  tryIt: boolean
  approvalSteps: ApprovalStep[]
  oidc?: OidcConfig
  /** Mails to people here carry links that sign them in, good for so many days. For a partner whose node we run. */
  personalLinkDays?: number
}

export interface PeopleParts {
  db: Db
  clock: Clock
  config: PeopleConfig
  /** What roles can be limited to here; nothing where a house has neither units nor types. */
  scopes?: (db: Db) => Promise<RoleScopes>
}

/** What a role can be limited to: units, as their tree has them, and types of agreements. */
export interface RoleScopes {
  units: { key: string; label: Phrase }[]
  kinds: { key: string; label: Phrase }[]
}

export const noScopes: RoleScopes = { units: [], kinds: [] }

/** A role in words; an approver's with its step, a limited one with what it is for. */
export function roleName(role: Role, steps: ApprovalStep[], language: Language, scopes = noScopes): string {
  const name = roleWords[role.name][language]
  if (role.limit) return limitWords.limited[language](name, limitName(role.limit, scopes, language))
  if (role.scope === '') return name
  const step = steps.find((s) => s.key === role.scope)?.label[language] ?? role.scope
  return language === 'zh' ? `${name}（${step}）` : `${name}: ${step}`
}

/** Several roles in one line. */
export const roleNames = (roles: Role[], steps: ApprovalStep[], language: Language, scopes = noScopes): string =>
  roles.map((role) => roleName(role, steps, language, scopes)).join(language === 'zh' ? '、' : ', ')

/** The part of the house a role is for, in words. Where the names are not known, only that it is a part. */
export function limitName({ units, kinds }: RoleLimit, scopes: RoleScopes, language: Language): string {
  const named = (keys: string[], all: RoleScopes['units']) =>
    all.flatMap(({ key, label }) => (keys.includes(key) ? [label[language].trim()] : []))
  const [ofUnits, ofKinds] = [named(units, scopes.units), named(kinds, scopes.kinds)]
  const said = [
    ...(ofUnits.length > 0 ? [limitWords.units[language](ofUnits)] : []),
    ...(ofKinds.length > 0 ? [limitWords.kinds[language](ofKinds)] : []),
  ]
  return said.length > 0 ? said.join(language === 'zh' ? '，' : ', ') : limitWords.part[language]
}
