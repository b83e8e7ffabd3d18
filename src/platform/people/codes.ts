/** One-time codes by mail, for somebody who has no passkey. Weaker: whoever reads the mailbox reads the code. */
import { timingSafeEqual } from 'node:crypto'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { mail } from '#src/platform/mail/mail.ts'
import { type Json, record } from '#src/platform/record.ts'
import { peopleMail } from './mail-words.ts'
import { countTowards } from './rate-limit.ts'
import { refuse } from './refusals.ts'
import { rowSecret } from './secrets.ts'
import './tables.ts'

const minutes = 10
const mostTries = 5

interface CodeOwner {
  account: string
  /** What the code is for; a code for one purpose is worth nothing for another. */
  purpose: string
  now: Temporal.Instant
}

/** Mails a code of eight digits; the one sent before stops working. @throws Refusal too_many_requests after 5 in an hour */
export async function sendCode(
  tx: Tx,
  { account, purpose, now, payload, about }: CodeOwner & { payload: Json; about: Phrase },
): Promise<{ id: string }> {
  await countTowards(tx, { key: `code:${account}`, times: 5, minutes: 60, now })
  const earlier = tx.deleteFrom('mailed_code').where('account_id', '=', account).where('purpose', '=', purpose)
  await earlier.where('used_at', 'is', null).execute()
  const row = await tx
    .insertInto('mailed_code')
    .values({
      account_id: account,
      purpose,
      payload: JSON.stringify(payload),
      created_at: now,
      expires_at: now.add({ minutes }),
      used_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const secret = { kind: 'mailed-code', id: row.id } as const
  const letter = mail({ to: { account }, ...peopleMail.code(about, minutes), secret })
  const subject = { kind: 'account', id: account }
  await record(tx, {
    at: now,
    by: { kind: 'node' },
    about: subject,
    act: 'code.sent',
    detail: { purpose },
    then: [letter],
  })
  return row
}

/** A code found right, not yet used. Only `checkCode` makes one. */
export interface CheckedCode {
  readonly codeId: string
  readonly rightAt: Temporal.Instant
}

/**
 * Compares a typed code with the newest one sent. Takes the database, not the act's transaction: a wrong try must
 * count even though the act it belongs to comes to nothing.
 * @throws Refusal code_unknown, code_used, code_expired, code_used_up, code_wrong (details.left: tries left)
 */
export async function checkCode(
  db: Db,
  asked: CodeOwner & { code: string; secretKey: Uint8Array },
): Promise<CheckedCode> {
  const { account, purpose, now, secretKey } = asked
  const held = await db.transaction().execute((tx) => countTry(tx, account, purpose, now))
  const typed = Buffer.from(asked.code.normalize('NFKC').replace(/[\s-]/g, ''))
  const right = Buffer.from(rowSecret(secretKey, { kind: 'mailed-code', id: held.id }))
  if (typed.length !== right.length || !timingSafeEqual(typed, right)) refuse('code_wrong', { left: held.left }, 422)
  return { codeId: held.id, rightAt: now }
}

async function countTry(tx: Tx, account: string, purpose: string, now: Temporal.Instant) {
  const code = await tx
    .selectFrom('mailed_code')
    .select(['id', 'tries', 'expires_at', 'used_at'])
    .where('account_id', '=', account)
    .where('purpose', '=', purpose)
    .orderBy('used_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!code) return refuse('code_unknown')
  if (code.used_at) refuse('code_used')
  if (Temporal.Instant.compare(code.expires_at, now) <= 0) refuse('code_expired')
  if (code.tries >= mostTries) refuse('code_used_up')
  await tx
    .updateTable('mailed_code')
    .set({ tries: code.tries + 1 })
    .where('id', '=', code.id)
    .execute()
  return { id: code.id, left: mostTries - code.tries - 1 }
}

/** Uses a checked code up, in the transaction of the act it stands for. @throws Refusal code_used when used meanwhile */
export async function useCode(
  tx: Tx,
  checked: CheckedCode,
  now: Temporal.Instant,
): Promise<{ id: string; payload: Json }> {
  const row = await tx
    .updateTable('mailed_code')
    .set({ used_at: now })
    .where('id', '=', checked.codeId)
    .where('used_at', 'is', null)
    .returning(['id', 'payload'])
    .executeTakeFirst()
  if (!row) return refuse('code_used')
  return { id: row.id, payload: row.payload as Json }
}
