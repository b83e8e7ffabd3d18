/** Reads accounts and their roles. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Actor } from '#src/platform/record.ts'
import './tables.ts'
import type { Account, Role, RoleName, Visitor } from './visitor.ts'

export interface ListedAccount {
  account: Account
  roles: Role[]
  endedAt: Temporal.Instant | null
}

type AccountRow = Pick<Selectable<Tables['account']>, 'id' | 'email' | 'name_latin' | 'name_native' | 'language'>

export function toAccount(row: AccountRow): Account {
  const { id, email, name_latin, name_native, language } = row
  return { id, email, name: { latin: name_latin, native: name_native }, language }
}

/** An account in use; ended ones are not found. */
export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** An account in use by its address, however its letters are cased. */
export async function accountByEmail(db: Db, email: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where((eb) => eb(eb.fn('lower', ['email']), '=', eb.fn('lower', [eb.val(email.trim())])))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && toAccount(row)
}

/** Roles by name, in the order of `roles` in the database's collation. */
export async function rolesOf(db: Db, account: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('role')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('name')
    .orderBy('scope')
    .execute()
  return rows.map(toRole)
}

const toRole = ({ name, scope, units, kinds }: Selectable<Tables['role']>): Role =>
  units.length + kinds.length > 0 ? { name, scope, limit: { units, kinds } } : { name, scope }

/** Every account with its roles, ended ones last. */
export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  const accounts = await db
    .selectFrom('account')
    .selectAll()
    .orderBy('ended_at', (ob) => ob.desc().nullsFirst())
    .orderBy('name_latin')
    .orderBy('id')
    .execute()
  const roles = await db.selectFrom('role').selectAll().orderBy('name').orderBy('scope').execute()
  const byAccount = Map.groupBy(roles, (r) => r.account_id)
  return accounts.map((row) => ({
    account: toAccount(row),
    roles: (byAccount.get(row.id) ?? []).map(toRole),
    endedAt: row.ended_at,
  }))
}

/** Accounts in use that hold a role for the whole house, e.g. whom to write to; with `scope`, those who hold it for that scope. */
export async function accountsWithRole(db: Db, role: RoleName, scope?: string): Promise<Account[]> {
  let query = db
    .selectFrom('account')
    .innerJoin('role', 'role.account_id', 'account.id')
    .select(['account.id', 'email', 'name_latin', 'name_native', 'language'])
    .distinct()
    .where('role.name', '=', role)
    .where('role.units', '=', sql<string[]>`'{}'`)
    .where('role.kinds', '=', sql<string[]>`'{}'`)
    .where('ended_at', 'is', null)
    .orderBy('name_latin')
    .orderBy('account.id')
  if (scope !== undefined) query = query.where('role.scope', '=', scope)
  return (await query.execute()).map(toAccount)
}

/** The actor to put in the journal for somebody signed in. */
export const actorOf = (visitor: Visitor): Actor => accountActor(visitor.account)

export const accountActor = (account: Account): Actor => ({
  kind: 'account',
  id: account.id,
  name: account.name.latin,
})

/** When each account signed in last, as far as it ever did. */
export async function lastSignIns(db: Db): Promise<Map<string, Temporal.Instant>> {
  const rows = await db
    .selectFrom('journal')
    .select((eb) => ['subject_id', eb.fn.max('at').as('at')])
    .where('subject_kind', '=', 'account')
    .where('act', '=', 'session.begun')
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map(({ subject_id, at }) => [subject_id, at]))
}
