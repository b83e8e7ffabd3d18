/** Passkeys of an account: reads them, names them, removes them. */

import type { Db, Tx } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { mail } from '#src/platform/mail/mail.ts'
import { record } from '#src/platform/record.ts'
import { accountActor } from './accounts.ts'
import { peopleMail } from './mail-words.ts'
import { newsOfPeople } from './news.ts'
import { refuse } from './refusals.ts'
import './tables.ts'
import type { Visitor } from './visitor.ts'

export interface Passkey {
  id: string
  /** base64url */
  credentialId: string
  /** COSE key, base64url */
  publicKey: string
  rpId: string
  origin: string
  name: string
  createdAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
}

/** Passkeys in use, the oldest first. */
export async function passkeysOf(db: Db, account: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', account)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    publicKey: Buffer.from(row.public_key).toString('base64url'),
    rpId: row.rp_id,
    origin: row.origin,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Credentials to name to the browser, with how each is reached. */
export async function credentialsOf(
  db: Db,
  account: string,
  rpId: string,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('account_id', '=', account)
    .where('rp_id', '=', rpId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ id: row.credential_id, transports: row.transports }))
}

/** A name fit for the list: never empty, never long. */
export const passkeyName = (name: string | undefined, fallback: string): string =>
  name?.trim().slice(0, 100) || fallback

/** Gives one of the visitor's own passkeys another name. @throws Refusal passkey_unknown, name_missing */
export async function namePasskey(tx: Tx, visitor: Visitor, id: string, name: string): Promise<void> {
  if (name.trim() === '') refuse('name_missing', {}, 422)
  const named = await ownPasskey(tx, visitor, id)
  await tx
    .updateTable('passkey')
    .set({ name: passkeyName(name, named.name) })
    .where('id', '=', id)
    .execute()
}

/** Removes one of the visitor's own passkeys, and says so by mail. @throws Refusal passkey_unknown */
export async function removePasskey(tx: Tx, visitor: Visitor, id: string, now: Temporal.Instant): Promise<void> {
  const { name, credential_id } = await ownPasskey(tx, visitor, id)
  await tx.updateTable('passkey').set({ removed_at: now }).where('id', '=', id).execute()
  const account = visitor.account.id
  await record(tx, {
    at: now,
    by: accountActor(visitor.account),
    about: { kind: 'account', id: account },
    act: 'passkey.removed',
    detail: { credential: credential_id, name },
    then: [newsOfPeople('passkey.removed', account), mail({ to: { account }, ...peopleMail.passkeyRemoved(name) })],
  })
}

async function ownPasskey(tx: Tx, visitor: Visitor, id: string) {
  if (!isId(id)) refuse('passkey_unknown', {}, 404)
  const row = await tx
    .selectFrom('passkey')
    .select(['name', 'credential_id'])
    .where('id', '=', id)
    .where('account_id', '=', visitor.account.id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? refuse('passkey_unknown', {}, 404)
}
