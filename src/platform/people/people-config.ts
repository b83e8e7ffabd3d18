/** What the routes of people need to know of this node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { Clock } from '#src/platform/time.ts'
import type { OidcConfig } from './oidc-provider.ts'
import type { Role } from './visitor.ts'
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
}

/** A role in words; an approver's with its step. */
export function roleName(role: Role, steps: ApprovalStep[], language: Language): string {
  const name = roleWords[role.name][language]
  if (role.scope === '') return name
  const step = steps.find((s) => s.key === role.scope)?.label[language] ?? role.scope
  return language === 'zh' ? `${name}（${step}）` : `${name}: ${step}`
}

/** Several roles in one line. */
export const roleNames = (roles: Role[], steps: ApprovalStep[], language: Language): string =>
  roles.map((role) => roleName(role, steps, language)).join(language === 'zh' ? '、' : ', ')
