/** Delivers the outbox topic `mail`: over SMTP, or into the mailbox page of a try-it node. */
import nodemailer from 'nodemailer'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import type { Deliverer, Item } from '#src/platform/outbox/index.ts'
import { findAccount } from '#src/platform/people/accounts.ts'
import { withNote } from '#src/platform/people/mail-words.ts'
import { personalLink } from '#src/platform/people/personal-link.ts'
import { record } from '#src/platform/record.ts'
import type { Clock } from '#src/platform/time.ts'
import { type Composed, composeMail, type Recipient } from './compose.ts'
import type { Mail } from './mail.ts'
import { putIntoMailbox } from './mailbox.ts'

export interface MailConfig {
  publicUrl: string
  secretKey: Uint8Array
  /** Sender, e.g. `Chirograph <chirograph@example.edu>`. */
  mailFrom: string
  smtpUrl?: string
  tryIt: boolean
  /** Links in mails to accounts sign their reader in, for so many days. */
  personalLinkDays?: number
}

/** @throws CannotStart when neither SMTP nor the mailbox is there to take mail */
export function mailDeliverer({ clock, config }: { clock: Clock; config: MailConfig }): Deliverer {
  if (config.tryIt) return intoMailbox(clock, config)
  if (!config.smtpUrl)
    throw new CannotStart('SMTP_URL is not set: without a mail server nobody can be sent a sign-in link.')
  return bySmtp(clock, { ...config, smtpUrl: config.smtpUrl })
}

function intoMailbox(clock: Clock, config: MailConfig): Deliverer {
  return {
    async inTransaction(tx, item) {
      const said = item.body as unknown as Mail
      const to = await recipient(tx, said)
      if (!to) return
      const mail = await withPersonalLink(tx, said, item, config, clock())
      await putIntoMailbox(tx, item.id, composeMail(mail, to, config), clock())
    },
  }
}

/** Sent at least once: a repeat bears the same Message-ID and date, by which mail servers know it. */
function bySmtp(clock: Clock, config: MailConfig & { smtpUrl: string }): Deliverer {
  const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
  const transport = nodemailer.createTransport({ url: config.smtpUrl, ...patience })
  return async (item, { db }) => {
    const said = item.body as unknown as Mail
    const to = await recipient(db, said)
    if (!to) return 'done'
    try {
      const mail = await withPersonalLink(db, said, item, config, clock())
      const composed = composeMail(mail, to, config)
      await transport.sendMail(message(composed, await filesOf(db, composed), item, config))
      return 'done'
    } catch (error) {
      if (!isFinal(error)) return { retry: error instanceof Error ? error.message : String(error) }
      await noteRefused(db, to, item, error, clock())
      return 'done'
    }
  }
}

/** Where this node's people come by mailed links alone, each mail to one of them brings its reader in. */
async function withPersonalLink(db: Db, mail: Mail, { id: item }: Item, config: MailConfig, now: Temporal.Instant) {
  const { personalLinkDays: days, secretKey } = config
  if (!days || mail.path === undefined || mail.secret || !('account' in mail.to)) return mail
  const account = mail.to.account
  const { path, secret } = await personalLink(db, { account, next: mail.path, item, secretKey, days, now })
  return { ...mail, path, secret, text: withNote(mail.text, days) }
}

/** The account as it is now; nobody when it has ended meanwhile. */
async function recipient(db: Db, { to }: Mail): Promise<Recipient | undefined> {
  if (!('account' in to)) return to
  const account = await findAccount(db, to.account)
  if (!account) return undefined
  const { email, name, language } = account
  return { address: email, name: language === 'zh' && name.native ? name.native : name.latin, language }
}

/** The attached files. One that is gone from the database is left out: the letter still has its reader. */
async function filesOf(db: Db, { attachments }: Composed) {
  const found = await Promise.all(
    attachments.map(async ({ sha256, name }) => ({ name, file: await getFile(db, sha256) })),
  )
  return found.flatMap(({ name, file }) =>
    file ? [{ filename: name, content: Buffer.from(file.bytes), contentType: file.type }] : [],
  )
}

type Attached = Awaited<ReturnType<typeof filesOf>>

function message(
  { to, subject, text, html, calendar }: Composed,
  attachments: Attached,
  { id, queuedAt }: Item,
  { mailFrom, publicUrl }: MailConfig,
) {
  return {
    attachments,
    // As a part of its own beside text and HTML, which mail programs show with buttons, and as a file for all others.
    icalEvent: calendar && { method: calendar.method, filename: calendar.name, content: calendar.content },
    from: mailFrom,
    to: { name: to.name, address: to.address },
    subject,
    text,
    html,
    messageId: `<outbox.${id}.${queuedAt.epochMilliseconds}@${new URL(publicUrl).hostname}>`,
    date: new Date(queuedAt.epochMilliseconds),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': to.language === 'zh' ? 'zh-CN, en' : 'en, zh-CN',
    },
  }
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  command?: string
}

/** A lasting refusal (5yz, RFC 5321, 4.2.1) of this recipient or this mail; one of the login or the greeting may be mended. */
function isFinal(error: unknown): error is SmtpError {
  const { responseCode = 0, command = '' } = error as SmtpError
  return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command)
}

async function noteRefused(db: Db, to: Recipient, item: Item, error: SmtpError, now: Temporal.Instant): Promise<void> {
  const detail = { address: to.address, answer: error.message }
  const entry = {
    at: now,
    by: { kind: 'node' } as const,
    about: { kind: 'mail', id: item.id },
    act: 'mail.refused',
    detail,
  }
  await db.transaction().execute((tx) => record(tx, entry))
}
