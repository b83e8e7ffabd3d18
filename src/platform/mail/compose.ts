/** Writes a mail out: both languages in one, the reader's first, as plain text and as simple HTML. */
import { htmlLang, type Language } from '#src/platform/i18n/words.ts'
import { type RowSecret, rowSecret } from '#src/platform/people/secrets.ts'
import { type Html, html, link } from '#src/platform/ui/index.ts'
import { type CalendarPart, eventPart, senderOf } from './event-part.ts'
import type { Mail, MailFile } from './mail.ts'

export interface Recipient {
  name: string
  address: string
  language: Language
}

export interface Composed {
  to: Recipient
  subject: string
  text: string
  html: string
  calendar?: CalendarPart
  attachments: MailFile[]
}

export interface ComposeOptions {
  publicUrl: string
  secretKey: Uint8Array
  /** Sender, e.g. `Chirograph <chirograph@example.edu>`: who invites, in the eyes of a calendar. */
  mailFrom: string
}

/** @param mail its `{secret}` and path are filled in here, on delivery */
export function composeMail(mail: Mail, to: Recipient, { publicUrl, secretKey, mailFrom }: ComposeOptions): Composed {
  const order: Language[] = to.language === 'zh' ? ['zh', 'en'] : ['en', 'zh']
  const fill = filler(mail.secret, secretKey)
  const { origin } = new URL(publicUrl)
  const address = mail.path === undefined ? undefined : origin + fill(mail.path)
  const parts = order.map((language) => ({ language, paragraphs: paragraphs(fill(mail.text[language]), address) }))
  return {
    to,
    subject: order.map((language) => mail.subject[language].replace(/\s+/g, ' ').trim()).join(' · '),
    text: `${parts.map((part) => part.paragraphs.join('\n\n')).join('\n\n· · ·\n\n')}\n`,
    html: String(htmlMail(parts)),
    calendar: mail.event && eventPart(mail.event, to, { origin, fill, sender: senderOf(mailFrom) }),
    attachments: mail.attachments ?? [],
  }
}

function filler(secret: RowSecret | undefined, secretKey: Uint8Array): (text: string) => string {
  if (!secret) return (text) => text
  const value = rowSecret(secretKey, secret)
  return (text) => text.replaceAll('{secret}', value)
}

function paragraphs(text: string, address: string | undefined): string[] {
  const written = text
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
  return address === undefined ? written : [...written, address]
}

interface Part {
  language: Language
  paragraphs: string[]
}

function htmlMail(parts: Part[]): Html {
  const one = ({ language, paragraphs }: Part) =>
    html`<div lang="${htmlLang[language]}">${paragraphs.map(htmlParagraph)}</div>`
  return html`<html lang="${htmlLang[parts[0]!.language]}"><head><meta charset="utf-8"></head><body>${one(parts[0]!)}<hr>${one(parts[1]!)}</body></html>`
}

function htmlParagraph(text: string): Html {
  if (/^https?:\/\/\S+$/.test(text)) return html`<p><a href="${link(text)}">${text}</a></p>`
  if (/^\d{6,10}$/.test(text)) return html`<p><strong>${text}</strong></p>`
  return html`<p>${text.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}</p>`
}
