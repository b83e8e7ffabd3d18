/** The front door of mail. */
export { type Composed, composeMail, type Recipient } from './compose.ts'
export { type MailConfig, mailDeliverer } from './deliver.ts'
export type { MailEvent } from './event-part.ts'
export { forgetLetters, lettersDue } from './forget-letters.ts'
export { type Mail, type MailFile, mail } from './mail.ts'
export { findMail, listMailbox, type MailboxMail } from './mailbox.ts'
export { mailRoutes } from './routes.ts'
