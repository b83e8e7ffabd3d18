/** The person signed in, and what they may do. */

/** Roles of a node's people. `approver` carries the approval step it is for in `scope`; others have scope ''. */
export const roles = ['administrator', 'officer', 'editor', 'approver', 'signatory', 'reader', 'auditor'] as const
export type RoleName = (typeof roles)[number]

export interface Role {
  name: RoleName
  /** Unit or duty the role is limited to; '' is the whole house. */
  scope: string
}

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

/** Whether the visitor holds a role; with `scope` given, holds it for that scope. */
export function holds(visitor: Visitor | null, role: RoleName, scope?: string): boolean {
  return visitor?.roles.some((r) => r.name === role && (scope === undefined || r.scope === scope)) ?? false
}

/** Officers, approvers, administrators and readers work in the office; an auditor sees all that they see, and changes nothing. */
export const worksHere = (visitor: Visitor | null): boolean =>
  (['officer', 'approver', 'administrator', 'reader', 'auditor'] as const).some((role) => holds(visitor, role))
