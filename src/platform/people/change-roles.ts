/** Gives and takes roles. Somebody must always be left who can: the last administrator keeps the role. */
import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { refuse } from './refusals.ts'
import './tables.ts'
import { limitable, type Role, roles } from './visitor.ts'

export interface RoleChange {
  account: string
  role: Role
  by: Actor
  now: Temporal.Instant
}

/**
 * Gives a role; one already held for the same part of the house is left as it is, and one held for another is then held for this one.
 * @throws Refusal role_unknown for an approver without a step, role_not_limitable
 */
export async function giveRole(tx: Tx, { account, role, by, now }: RoleChange): Promise<void> {
  if (!roles.includes(role.name) || (role.name === 'approver') !== (role.scope !== '')) refuse('role_unknown', {}, 422)
  const limit = { units: role.limit?.units ?? [], kinds: role.limit?.kinds ?? [] }
  if (role.limit && !limitable.includes(role.name)) refuse('role_not_limitable', {}, 422)
  const given = await tx
    .insertInto('role')
    .values({ account_id: account, name: role.name, scope: role.scope, given_at: now, ...limit })
    .onConflict((oc) =>
      oc
        .columns(['account_id', 'name', 'scope'])
        .doUpdateSet({ ...limit, given_at: now })
        .where(sql<SqlBool>`(role.units, role.kinds) is distinct from (excluded.units, excluded.kinds)`),
    )
    .returning('name')
    .executeTakeFirst()
  if (!given) return
  const detail = { name: role.name, scope: role.scope, ...(role.limit && limit) }
  await record(tx, { at: now, by, about: { kind: 'account', id: account }, act: 'role.given', detail })
}

/** Takes a role away; one not held is nothing to do. @throws Refusal last_administrator */
export async function takeRole(tx: Tx, { account, role, by, now }: RoleChange): Promise<void> {
  if (role.name === 'administrator') await keepAnAdministrator(tx, account)
  const taken = await tx
    .deleteFrom('role')
    .where('account_id', '=', account)
    .where('name', '=', role.name)
    .where('scope', '=', role.scope)
    .returning('name')
    .executeTakeFirst()
  if (!taken) return
  const detail = { name: role.name, scope: role.scope, ...(role.limit && { ...role.limit }) }
  await record(tx, { at: now, by, about: { kind: 'account', id: account }, act: 'role.taken', detail })
}

/**
 * Holds all administrators until the transaction ends, so that two of them cannot remove each other at once.
 * @throws Refusal last_administrator when `leaving` is the only one
 */
export async function keepAnAdministrator(tx: Tx, leaving: string): Promise<void> {
  const held = await tx
    .selectFrom('role')
    .innerJoin('account', 'account.id', 'role.account_id')
    .select('account.id')
    .where('role.name', '=', 'administrator')
    .where('account.ended_at', 'is', null)
    .orderBy('account.id')
    .forUpdate()
    .execute()
  if (held.some((a) => a.id === leaving) && held.every((a) => a.id === leaving)) refuse('last_administrator')
}
