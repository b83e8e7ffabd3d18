/** SQL of who may sign what. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { SignAuthority } from './authority.ts'
import './tables.ts'

export interface GivenAuthority extends SignAuthority {
  name: string
}

/** Every authority that was not taken back, by the name of its holder. */
export async function signAuthorities(db: Db): Promise<GivenAuthority[]> {
  const rows = await db
    .selectFrom('sign_authority')
    .innerJoin('account', 'account.id', 'sign_authority.account')
    .selectAll('sign_authority')
    .select('name_latin')
    .where('sign_authority.ended_at', 'is', null)
    .orderBy('name_latin')
    .orderBy('sign_authority.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    account: r.account,
    name: r.name_latin,
    kinds: r.kinds,
    risk: r.risk,
    valueUpTo: r.value_up_to === null ? null : Number(r.value_up_to),
    currency: r.currency,
    from: r.from_on,
    to: r.to_on,
    basis: r.basis,
  }))
}

export async function insertAuthority(
  tx: Tx,
  a: SignAuthority,
  given: { by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('sign_authority')
    .values({
      id: a.id,
      account: a.account,
      kinds: a.kinds,
      risk: a.risk,
      value_up_to: a.valueUpTo === null ? null : String(a.valueUpTo),
      currency: a.currency,
      from_on: a.from.toString(),
      to_on: a.to?.toString() ?? null,
      basis: a.basis,
      given_by: given.by,
      given_at: given.at,
      ended_by: null,
      ended_at: null,
    })
    .execute()
}

/** @returns whose it was, or nothing where it is unknown or over */
export async function endAuthorityRow(tx: Tx, id: string, ended: { by: string; at: Temporal.Instant }) {
  return tx
    .updateTable('sign_authority')
    .set({ ended_by: ended.by, ended_at: ended.at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('account')
    .executeTakeFirst()
}
