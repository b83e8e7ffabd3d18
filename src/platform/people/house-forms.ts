/** Reads the forms of the people pages. */
import type { NewAccount } from './add-account.ts'
import type { ApprovalStep, RoleScopes } from './people-config.ts'
import { refuse } from './refusals.ts'
import { type Role, roles } from './visitor.ts'

type Values = Partial<Record<string, string>>

/** Every role that can be given here: an approver's once for each approval step. */
export function givableRoles(steps: ApprovalStep[]): Role[] {
  return roles.flatMap((name): Role[] =>
    name === 'approver' ? steps.map((step) => ({ name, scope: step.key })) : [{ name, scope: '' }],
  )
}

/** A role as the value of a form's option: `officer`, `approver:legal`. */
export const roleValue = ({ name, scope }: Role): string => (scope === '' ? name : `${name}:${scope}`)

/** The role an option stands for; `held` are roles that count though they could not be given any more. @throws Refusal role_unknown */
export function roleFrom(value: string | undefined, steps: ApprovalStep[], held: Role[] = []): Role {
  const role = [...held, ...givableRoles(steps)].find((r) => roleValue(r) === value)
  return role ?? refuse('role_unknown', {}, 422)
}

/** A role with the part of the house that was ticked for it. @throws Refusal role_unknown where a unit or type is none of ours */
export function limitedBy(role: Role, values: Values, scopes: RoleScopes): Role {
  const ticked = (name: string, all: RoleScopes['units']) =>
    Object.keys(values).flatMap((field) => {
      if (!field.startsWith(`${name}_`)) return []
      const key = field.slice(name.length + 1)
      return all.some((one) => one.key === key) ? [key] : refuse('role_unknown', {}, 422)
    })
  const limit = { units: ticked('unit', scopes.units), kinds: ticked('kind', scopes.kinds) }
  return limit.units.length + limit.kinds.length > 0 ? { ...role, limit } : role
}

/** A new account as typed in. @throws Refusal role_unknown */
export function accountFrom(
  values: Values,
  steps: ApprovalStep[],
): Pick<NewAccount, 'email' | 'name' | 'language' | 'roles'> {
  const { email = '', latin = '', native = '', role = '' } = values
  return {
    email,
    name: { latin, native },
    language: values.language === 'zh' ? 'zh' : 'en',
    roles: role === '' ? [] : [roleFrom(role, steps)],
  }
}
