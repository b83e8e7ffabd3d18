/** The mailbox of the try-it node. */
import type { Generated } from 'kysely'
import type { Language } from '#src/platform/i18n/words.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    mailbox: MailboxTable
    mailbox_attachment: { mail: string; position: number; name: string; sha256: string }
  }
}

interface MailboxTable {
  id: Generated<string>
  outbox_id: string
  to_name: string
  to_address: string
  language: Language
  subject: string
  body_text: string
  sent_at: Temporal.Instant
}
