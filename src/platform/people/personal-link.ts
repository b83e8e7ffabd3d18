/**
 * A link that is one person's alone: it signs them in and leads to the very page a mail is about. For people whose university has no
 * node of its own: their mails are the way in.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#src/platform/database/tables.ts'
import { localPath } from './local-path.ts'
import { type RowSecret, rowSecret, sha256 } from './secrets.ts'
import './tables.ts'

export interface PersonalLink {
  account: string
  /** Local path it leads to. */
  next: string
  /** Outbox item of the mail: a mail delivered twice carries one link. */
  item: string
  secretKey: Uint8Array
  days: number
  now: Temporal.Instant
}

/** Makes the link, once for each mail. Like every sign-in link it acts on a press, and once. */
export async function personalLink(db: Db, asked: PersonalLink): Promise<{ path: string; secret: RowSecret }> {
  const { account, next, item, secretKey, days, now } = asked
  const id = idOf(secretKey, item)
  const secret = { kind: 'sign-in-link', id } as const
  await db
    .insertInto('sign_in_link')
    .values({
      id,
      token_sha256: sha256(rowSecret(secretKey, secret)),
      account_id: account,
      next: localPath(next),
      created_at: now,
      expires_at: now.add({ hours: 24 * days }),
      used_at: null,
    })
    .onConflict((oc) => oc.column('id').doNothing())
    .execute()
  return { path: '/sign-in/link/{secret}', secret }
}

/** The same for the same mail, and of this node only. */
function idOf(secretKey: Uint8Array, item: string): string {
  const hex = createHash('sha256').update(secretKey).update(`personal-link\n${item}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Takes back every link sent to a person and not used yet, and signs them out everywhere. @returns how many of both */
export async function revokeAccess(db: Db, account: string, now: Temporal.Instant): Promise<number> {
  const links = await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .returning('id')
    .execute()
  const sessions = await db.deleteFrom('session').where('account_id', '=', account).returning('id').execute()
  return links.length + sessions.length
}
