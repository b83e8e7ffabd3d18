/** Administrators enter who may sign what, with the document it rests on, and take it back. */
import type { Db } from '#src/platform/database/tables.ts'
import { accountsWithRole, actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { KeptProcedures } from './access.ts'
import type { SignAuthority } from './authority.ts'
import { endAuthorityRow, insertAuthority } from './authority-store.ts'
import { refuse } from './refusals.ts'

export type NewAuthority = Omit<SignAuthority, 'id'>

/** @throws Refusal `basis_missing`, `person_unknown` for an account that is no signatory, `dates_wrong` */
export async function giveAuthority(
  db: Db,
  { keeper }: KeptProcedures,
  { given, at }: { given: NewAuthority; at: Temporal.Instant },
): Promise<void> {
  if (!given.basis.trim()) refuse('basis_missing', {}, 422)
  if (given.to && Temporal.PlainDate.compare(given.to, given.from) < 0) refuse('dates_wrong', {}, 422)
  await db.transaction().execute(async (tx) => {
    const holder = (await accountsWithRole(tx, 'signatory')).find((one) => one.id === given.account)
    if (!holder) return refuse('person_unknown', {}, 422)
    const id = crypto.randomUUID()
    await insertAuthority(tx, { id, ...given }, { by: keeper.account.id, at })
    const { kinds, risk, valueUpTo, currency, from, to, basis } = given
    const days = { from: from.toString(), to: to?.toString() ?? null }
    const detail = { signatory: holder.name.latin, kinds, risk, valueUpTo, currency, ...days, basis }
    await record(tx, { at, by: actorOf(keeper), about: { kind: 'sign_authority', id }, act: 'authority.given', detail })
  })
}

/** @throws Refusal `person_unknown` where there is none such */
export async function endAuthority(
  db: Db,
  { keeper }: KeptProcedures,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await endAuthorityRow(tx, id, { by: keeper.account.id, at }))) refuse('person_unknown', {}, 422)
    await record(tx, { at, by: actorOf(keeper), about: { kind: 'sign_authority', id }, act: 'authority.taken' })
  })
}
