/** What a mail is before it is sent. Acts put it in the outbox; it is written out and sent on delivery. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { RowSecret } from '#src/platform/people/secrets.ts'
import type { Following, Json } from '#src/platform/record.ts'
import type { MailEvent } from './event-part.ts'

export interface Mail {
  /** An account of this node (its address and language as they are on delivery), or somebody without one. */
  to: { account: string } | { address: string; name: string; language: Language }
  subject: Phrase
  /** Paragraphs separated by a blank line. */
  text: Phrase
  /** A local path; its full address stands in a line of its own after the text. */
  path?: string
  /** Put in place of `{secret}` in text and path on delivery, so that the outbox never holds it. */
  secret?: RowSecret
  /** An event the reader's program can take into its calendar, or take out of it again. */
  event?: MailEvent
  /** Files of this node, by what they hold. */
  attachments?: MailFile[]
}

export interface MailFile {
  sha256: string
  /** File name with its ending, as the reader sees it. */
  name: string
}

/** The outbox item for one mail. */
export function mail(message: Mail): Following {
  return { topic: 'mail', body: message as unknown as Json }
}
