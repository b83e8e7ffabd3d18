import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { putFile } from '#src/platform/files/index.ts'
import { startOutbox } from '#src/platform/outbox/index.ts'
import { rowSecret } from '#src/platform/people/secrets.ts'
import { queue } from '#src/platform/record.ts'
import { Browser, publicUrl, secretKey, type TestNode, testNode } from '#test/people/front-door.ts'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { type Mail, mail, mailDeliverer } from './index.ts'

let database: TestDatabase
let node: TestNode
before(async () => {
  database = await freshDatabase()
  node = testNode(database.db, { tryIt: true })
})
after(() => database.close())

const secret = { kind: 'reply-link', id: '7b0d6b5e-2f0a-4a59-b8a0-1a2a54d0b8ad' } as const

const invitation: Mail = {
  to: { address: 'wang@hust.example', name: '王小明', language: 'zh' },
  subject: { en: 'You are invited', zh: '诚邀出席' },
  text: { en: 'Please come.', zh: '恭请光临。' },
  path: '/reply/{secret}',
  secret,
  event: {
    method: 'REQUEST',
    uid: 'ceremony-1@hust.example',
    sequence: 2,
    status: 'CONFIRMED',
    start: '2021-09-23T07:30:00Z',
    end: '2021-09-23T09:00:00Z',
    created: '2021-09-01T00:00:00Z',
    modified: '2021-09-06T00:00:00Z',
    summary: { en: 'Signing', zh: '签约仪式，线上线下' },
    description: { en: 'London 08:30', zh: '武汉 15:30' },
    location: { en: 'Great Hall', zh: '大礼堂' },
    path: '/reply/{secret}',
    conference: '/reply/{secret}',
  },
}

/** Sends over a real mail server on this machine. @returns the message as it went over the line */
async function sent(message: Mail): Promise<string> {
  let raw = ''
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => done())
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  await node.db.transaction().execute((tx) => queue(tx, node.now, [mail(message)]))
  const clock = () => node.now
  const config = { publicUrl, secretKey, mailFrom: '国际处 Office <oia@porto.example>', smtpUrl, tryIt: false }
  const outbox = await startOutbox({ db: node.db, clock, deliverers: { mail: mailDeliverer({ clock, config }) } })
  await outbox.drain()
  await outbox.stop()
  await new Promise<void>((closed) => server.close(closed))
  return raw
}

interface Part {
  type: string
  disposition: string
  body: Buffer
}

/** Every leaf of a multipart message. */
function leaves(raw: string): Part[] {
  const [head, ...rest] = raw.split('\r\n\r\n')
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(head!)?.[1]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
  const boundary = /boundary="([^"]+)"/.exec(header('Content-Type'))?.[1]
  const body = rest.join('\r\n\r\n')
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => leaves(part.replace(/^\r\n/, '')))
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(body)
  return [{ type: header('Content-Type'), disposition: header('Content-Disposition'), body: bytes }]
}

test('an invitation goes out as a calendar part mail programs act on, and as a file; both say the same', async () => {
  const parts = leaves(await sent(invitation))
  const calendarPart = parts.find(({ type }) => type.startsWith('text/calendar'))!
  assert.match(calendarPart.type, /charset="?utf-8"?/i)
  assert.match(calendarPart.type, /method="?REQUEST"?/)
  const file = parts.find(({ disposition }) => disposition.startsWith('attachment'))!
  assert.match(`${file.type} ${file.disposition}`, /invitation\.ics/)
  const text = file.body.toString()
  assert.deepEqual(lintCalendar(text), [])
  const unfolded = text.replace(/\r\n /g, '')
  const link = `${publicUrl}/reply/${rowSecret(secretKey, secret)}`
  assert.ok(unfolded.includes(`\r\nURL:${link}\r\n`))
  assert.ok(unfolded.includes(`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${link}\r\n`))
  assert.ok(unfolded.includes('SUMMARY;LANGUAGE=zh-CN:签约仪式，线上线下'))
  assert.ok(unfolded.includes('ORGANIZER;CN="国际处 Office":mailto:oia@porto.example'))
  assert.match(unfolded, /ATTENDEE;[^:]*CN="王小明":mailto:wang@hust\.example/)
  assert.match(unfolded, /SEQUENCE:2\r\n/)
})

test('a cancellation says so in the mail’s own type and in the file', async () => {
  const cancelled: Mail = { ...invitation, event: { ...invitation.event!, method: 'CANCEL', sequence: 3 } }
  const parts = leaves(await sent(cancelled))
  assert.match(parts.find(({ type }) => type.startsWith('text/calendar'))!.type, /method="?CANCEL"?/)
  const text = parts.find(({ disposition }) => disposition.startsWith('attachment'))!.body.toString()
  assert.deepEqual(lintCalendar(text), [])
  assert.match(text, /STATUS:CANCELLED/)
})

test('a file of this node goes along byte for byte', async () => {
  const bytes = Buffer.from('%PDF-1.7 programme')
  const sha256 = await node.db.transaction().execute((tx) => putFile(tx, bytes, 'application/pdf'))
  const { event: _, ...letter } = invitation
  const parts = leaves(await sent({ ...letter, attachments: [{ sha256, name: '议程 programme.pdf' }] }))
  const file = parts.find(({ disposition }) => disposition.startsWith('attachment'))!
  assert.match(file.type, /^application\/pdf/)
  assert.deepEqual(file.body, bytes)
})

test('the mailbox of a try-it node shows what was attached, to be saved; the outbox never holds the link', async () => {
  const waiting = await node.db.transaction().execute(async (tx) => {
    await queue(tx, node.now, [mail(invitation)])
    return tx.selectFrom('outbox').select('body').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  })
  assert.ok(!JSON.stringify(waiting).includes(rowSecret(secretKey, secret)))
  await node.deliver()
  const [newest] = await node.mails()
  const browser = new Browser(node)
  const page = await (await browser.get(`/mailbox/${newest!.id}`)).text()
  assert.match(page, new RegExp(`href="/mailbox/${newest!.id}/files\\?n=0"`))
  const file = await browser.get(`/mailbox/${newest!.id}/files?n=0`)
  assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.deepEqual(lintCalendar(await file.text()), [])
  assert.equal((await browser.get(`/mailbox/${newest!.id}/files?n=1`)).status, 404)
})
