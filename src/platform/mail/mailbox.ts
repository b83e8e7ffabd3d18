/** Stores and reads the mailbox of the try-it node. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Composed } from './compose.ts'
import type { MailFile } from './mail.ts'
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
  const kept = await tx
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
    .returning('id')
    .executeTakeFirst()
  if (kept) await attach(tx, kept.id, mail)
}

/** The calendar file first, as mail programs show it. */
async function attach(tx: Tx, mail: string, { calendar, attachments }: Composed): Promise<void> {
  const invitation = calendar && {
    name: calendar.name,
    sha256: await putFile(tx, Buffer.from(calendar.content), 'text/calendar'),
  }
  const files = [...(invitation ? [invitation] : []), ...attachments]
  if (files.length === 0) return
  const rows = files.map(({ name, sha256 }, position) => ({ mail, position, name, sha256 }))
  await tx.insertInto('mailbox_attachment').values(rows).execute()
}

/** What came with a mail, in its order. */
export async function attachmentsOf(db: Db, mail: string): Promise<MailFile[]> {
  return db
    .selectFrom('mailbox_attachment')
    .select(['name', 'sha256'])
    .where('mail', '=', mail)
    .orderBy('position')
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
