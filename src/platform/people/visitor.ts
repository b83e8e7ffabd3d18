/** The person signed in, and what they may do. */

/** Roles of a node's people. `approver` carries the approval step it is for in `scope`; others have scope ''. */
export const roles = ['administrator', 'officer', 'editor', 'approver', 'signatory', 'reader', 'auditor'] as const
export type RoleName = (typeof roles)[number]

/** The part of the house a role is for: units with everything below them, types of agreements; an empty list is every one. */
export interface RoleLimit {
  units: string[]
  kinds: string[]
}

export interface Role {
  name: RoleName
  /** The step of approval an approver's role is for; '' for every other role. */
  scope: string
  /** Absent for the whole house. */
  limit?: RoleLimit
}

/** Roles that can be held for a part of the house. */
export const limitable: readonly RoleName[] = ['officer', 'reader']

export interface Account {
  id: string
  email: string
  name: { latin: string; native: string | null }
  language: 'en' | 'zh'
}

export interface Visitor {
  account: Account
  roles: Role[]
  session: { id: string; method: 'passkey' | 'link' | 'oidc'; since: Temporal.Instant }
}

/**
 * Whether the visitor holds a role for the whole house; with `scope` given, holds it for that scope. Who holds it for a part of the house
 * does not: a sentence that lets them do something says so itself.
 */
export function holds(visitor: Visitor | null, role: RoleName, scope?: string): boolean {
  return visitor?.roles.some((r) => r.name === role && !r.limit && (scope === undefined || r.scope === scope)) ?? false
}

/** For which parts of the house the visitor holds one of these roles. */
export const limitsOf = (visitor: Visitor | null, names: readonly RoleName[]): RoleLimit[] =>
  visitor?.roles.flatMap(({ name, limit }) => (limit && names.includes(name) ? [limit] : [])) ?? []

/** Officers, approvers, administrators and readers work in the office; an auditor sees all that they see, and changes nothing. */
export const worksHere = (visitor: Visitor | null): boolean =>
  (['officer', 'approver', 'administrator', 'reader', 'auditor'] as const).some((role) => holds(visitor, role))
