/** Stores and reads the mailbox of the try-it node. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Composed } from './compose.ts'
import './tables.ts'

export interface MailboxMail {
  id: string
  toName: string
  toAddress: string
  language: Language
  subject: string
  text: string
  sentAt: Temporal.Instant
}

/** Puts a mail in; the same outbox item twice is one mail. */
export async function putIntoMailbox(tx: Tx, outboxId: string, mail: Composed, now: Temporal.Instant): Promise<void> {
  const { to, subject, text } = mail
  const { name, address, language } = to
  await tx
    .insertInto('mailbox')
    .values({
      outbox_id: outboxId,
      to_name: name,
      to_address: address,
      language,
      subject,
      body_text: text,
      sent_at: now,
    })
    .onConflict((oc) => oc.column('outbox_id').doNothing())
    .execute()
}

/** The newest two hundred, newest first. */
export async function listMailbox(db: Db): Promise<MailboxMail[]> {
  const rows = await mails(db).orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(200).execute()
  return rows
}

export async function findMail(db: Db, id: string): Promise<MailboxMail | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  return mails(db).where('id', '=', id).executeTakeFirst()
}

const mails = (db: Db) =>
  db
    .selectFrom('mailbox')
    .select(['id', 'to_name as toName', 'to_address as toAddress', 'language', 'subject'])
    .select(['body_text as text', 'sent_at as sentAt'])
