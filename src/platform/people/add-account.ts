/** Opens an account for a person. */
import { sql } from 'kysely'
import type { Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/mail.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { toAccount } from './accounts.ts'
import { giveRole } from './change-roles.ts'
import { peopleMail } from './mail-words.ts'
import { refuse } from './refusals.ts'
import './tables.ts'
import type { Account, Role } from './visitor.ts'

export interface NewAccount {
  email: string
  name: { latin: string; native: string | null }
  language: 'en' | 'zh'
  roles?: Role[]
  by: Actor
  now: Temporal.Instant
  /** Writes to the person that the account exists and where to sign in. */
  invite?: boolean
}

/** Opens an account with its first roles. @throws Refusal email_invalid, name_missing, email_taken, role_unknown */
export async function addAccount(tx: Tx, asked: NewAccount): Promise<Account> {
  const { language, by, now, invite = false, roles = [] } = asked
  const email = asked.email.trim()
  if (!/^[^@\s]+@[^@\s]+$/.test(email) || email.length > 254) refuse('email_invalid', {}, 422)
  const latin = asked.name.latin.trim()
  if (latin === '') refuse('name_missing', {}, 422)
  const native = asked.name.native?.trim() || null
  const row = await tx
    .insertInto('account')
    .values({ email, name_latin: latin, name_native: native, language, created_at: now, ended_at: null })
    .onConflict((oc) => oc.expression(sql`lower(email)`).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) return refuse('email_taken', { email })
  const account = toAccount(row)
  const then = invite
    ? [mail({ to: { account: account.id }, ...peopleMail.invitation(account), path: '/sign-in' })]
    : []
  await record(tx, {
    at: now,
    by,
    about: { kind: 'account', id: row.id },
    act: 'account.added',
    detail: { email },
    then,
  })
  for (const role of roles) await giveRole(tx, { account: row.id, role, by, now })
  return account
}
