/** Signing in by a mailed link. Opening it only shows a page with a button, since mail scanners open links too. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/mail.ts'
import { record } from '#src/platform/record.ts'
import { accountByEmail } from './accounts.ts'
import { localPath } from './local-path.ts'
import { peopleMail } from './mail-words.ts'
import { countTowards } from './rate-limit.ts'
import { type PeopleRefusal, refuse } from './refusals.ts'
import { rowSecret, sha256 } from './secrets.ts'
import './tables.ts'

const minutes = 20

export interface LinkRequest {
  email: string
  /** Local path to go to after signing in. */
  next?: string
  now: Temporal.Instant
  secretKey: Uint8Array
}

/**
 * Mails a link to the account with this address, if there is one; the caller cannot tell. At most three in a quarter
 * of an hour to one address, known or not.
 * @throws Refusal too_many_requests
 */
export async function requestLink(tx: Tx, { email, next, now, secretKey }: LinkRequest): Promise<void> {
  const key = `sign-in-link:${sha256(email.trim().toLowerCase()).toString('hex')}`
  await countTowards(tx, { key, times: 3, minutes: 15, now })
  const account = await accountByEmail(tx, email)
  if (!account) return
  const id = crypto.randomUUID()
  const secret = { kind: 'sign-in-link', id } as const
  await tx
    .insertInto('sign_in_link')
    .values({
      id,
      token_sha256: sha256(rowSecret(secretKey, secret)),
      account_id: account.id,
      next: localPath(next),
      created_at: now,
      expires_at: now.add({ minutes }),
      used_at: null,
    })
    .execute()
  const letter = mail({
    to: { account: account.id },
    ...peopleMail.signInLink(minutes),
    path: '/sign-in/link/{secret}',
    secret,
  })
  const about = { kind: 'account', id: account.id }
  await record(tx, { at: now, by: { kind: 'node' }, about, act: 'sign_in_link.sent', then: [letter] })
}

export interface UsableLink {
  account: string
  next: string
}

/** Uses a link up. @throws Refusal link_unknown, link_used, link_expired */
export async function useLink(tx: Tx, token: string, now: Temporal.Instant): Promise<UsableLink> {
  const link = await tx
    .selectFrom('sign_in_link')
    .select(['id', 'account_id', 'next', 'used_at', 'expires_at'])
    .where('token_sha256', '=', sha256(token))
    .forUpdate()
    .executeTakeFirst()
  const no = whyNot(link, now)
  if (!link || no) return refuse(no ?? 'link_unknown', {}, no === 'link_unknown' ? 404 : 409)
  await tx.updateTable('sign_in_link').set({ used_at: now }).where('id', '=', link.id).execute()
  return { account: link.account_id, next: link.next }
}

export interface CheckedLink {
  /** Why it cannot be used, or undefined if it can. */
  no: PeopleRefusal | undefined
  /** Whose it is and where it leads, where it was ever ours. */
  leads?: UsableLink
}

/** Looks at a link and leaves it as it is. */
export async function checkLink(db: Db, token: string, now: Temporal.Instant): Promise<CheckedLink> {
  const link = await db
    .selectFrom('sign_in_link')
    .select(['account_id', 'next', 'used_at', 'expires_at'])
    .where('token_sha256', '=', sha256(token))
    .executeTakeFirst()
  return { no: whyNot(link, now), leads: link && { account: link.account_id, next: link.next } }
}

type Held = { used_at: Temporal.Instant | null; expires_at: Temporal.Instant }

function whyNot(
  link: Held | undefined,
  now: Temporal.Instant,
): 'link_unknown' | 'link_used' | 'link_expired' | undefined {
  if (!link) return 'link_unknown'
  if (link.used_at) return 'link_used'
  if (Temporal.Instant.compare(link.expires_at, now) <= 0) return 'link_expired'
  return undefined
}
