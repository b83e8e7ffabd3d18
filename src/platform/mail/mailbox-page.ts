/** The mailbox of the try-it node: a list, and one mail with its links to press. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  empty,
  facts,
  head,
  html,
  isSafeLink,
  link,
  moments,
  page,
  placeOf,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { MailFile } from './mail.ts'
import type { MailboxMail } from './mailbox.ts'
import { mailboxWords } from './words.ts'

const when = (c: Context<WebEnv>, at: Temporal.Instant): Content =>
  moments(at, { places: [placeOf(c.var.house.zone)], language: c.var.language })

export function mailboxPage(c: Context<WebEnv>, mails: MailboxMail[]): Response {
  const w = speak(mailboxWords, c.var.language)
  const rows = mails.map((mail) => [
    html`<a href="/mailbox/${mail.id}">${mail.subject}</a>`,
    html`<span translate="no">${mail.toName}</span> <span class="muted">${mail.toAddress}</span>`,
    when(c, mail.sentAt),
  ])
  const columns = [{ label: w.subject, head: true }, { label: w.to }, { label: w.sent }]
  const list =
    rows.length === 0
      ? empty({ title: w.emptyTitle, text: w.emptyText })
      : table({ caption: w.caption, captionHidden: true, columns, rows })
  return page(c, { title: w.title, body: html`${head({ title: w.title, meta: w.note })}${list}` })
}

export function mailPage(c: Context<WebEnv>, mail: MailboxMail, files: MailFile[]): Response {
  const w = speak(mailboxWords, c.var.language)
  const rows = [
    {
      label: w.to,
      value: html`<span translate="no">${mail.toName}</span> <span class="muted">${mail.toAddress}</span>`,
    },
    { label: w.sent, value: when(c, mail.sentAt) },
    ...(files.length > 0 ? [{ label: w.files, value: attached(mail, files) }] : []),
  ]
  const text = mail.text.trim().split('\n\n').map(paragraph)
  const body = html`${head({ title: mail.subject, over: w.title })}${facts(rows)}<div class="stack">${text}</div>
    <p><a href="/mailbox">${w.back}</a></p>`
  // A tab holds no more; the heading has it whole.
  const title = mail.subject.length > 45 ? `${mail.subject.slice(0, 44)}…` : mail.subject
  return page(c, { title, kind: 'plain', body })
}

const attached = ({ id }: MailboxMail, files: MailFile[]): Content =>
  html`<ul class="list">${files.map(({ name }, n) => html`<li><a href="/mailbox/${id}/files?n=${n}" download="${name}">${name}</a></li>`)}</ul>`

function paragraph(text: string): Content {
  const address = /^https?:\/\/\S+$/.test(text) && isSafeLink(text)
  return address ? html`<p><a href="${link(text)}">${text}</a></p>` : html`<p>${text}</p>`
}
