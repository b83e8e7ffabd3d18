import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { startOutbox } from '#src/platform/outbox/index.ts'
import { rowSecret } from '#src/platform/people/secrets.ts'
import { queue } from '#src/platform/record.ts'
import { Browser, openAccount, publicUrl, secretKey, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { composeMail, type Mail, mail, mailDeliverer } from './index.ts'

let database: TestDatabase
let node: TestNode
before(async () => {
  database = await freshDatabase()
  node = testNode(database.db, { tryIt: true })
})
after(() => database.close())

interface Post {
  url: string
  received: { to: string[]; raw: string }[]
  /** Answers RCPT TO with this code, until cleared. */
  refuse: number | undefined
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it is given. */
async function postOffice(): Promise<Post> {
  const post: Post = {
    url: '',
    received: [],
    refuse: undefined,
    close: () => new Promise((done) => server.close(done)),
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) =>
      done(post.refuse ? Object.assign(new Error('not now'), { responseCode: post.refuse }) : undefined),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((r) => r.address)
        post.received.push({ to, raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  post.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return post
}

/** Queues a mail and delivers everything due over SMTP. */
async function sendOver(post: Post, message: Mail): Promise<void> {
  await node.db.transaction().execute((tx) => queue(tx, node.now, [mail(message)]))
  await deliverOver(post)
}

async function deliverOver(post: Post): Promise<void> {
  const clock = () => node.now
  const mailFrom = 'Chirograph 波尔图 <chirograph@porto.example>'
  const deliver = mailDeliverer({ clock, config: { publicUrl, secretKey, mailFrom, smtpUrl: post.url, tryIt: false } })
  const outbox = await startOutbox({ db: node.db, clock, deliverers: { mail: deliver }, backOff: () => 0 })
  await outbox.drain()
  await outbox.stop()
}

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: ((?:.+\\r\\n(?:[ \\t].*\\r\\n)*))`, 'mi')
    .exec(raw)![1]!
    .replace(/\r\n[ \t]?/g, ' ')
    .trim()

/** Encoded words (RFC 2047) put back into characters. */
const decoded = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/((?:=\?UTF-8\?B\?[^?]*\?=)+)/gi, (words) =>
      Buffer.concat([...words.matchAll(/\?B\?([^?]*)\?=/gi)].map((m) => Buffer.from(m[1]!, 'base64'))).toString(),
    )
    .replace(/((?:=\?UTF-8\?Q\?[^?]*\?=)+)/gi, (words) => {
      const quoted = [...words.matchAll(/\?Q\?([^?]*)\?=/gi)].map((m) => m[1]!).join('')
      return decodeURIComponent(
        quoted
          .replaceAll('%', '%25')
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/gi, '%$1'),
      )
    })

/** The plain and the HTML part of a multipart mail. */
const parts = (raw: string) => {
  const boundary = /boundary="([^"]+)"/.exec(raw)![1]!
  return raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head, ...body] = part.trimStart().split('\r\n\r\n')
      const text = body.join('\r\n\r\n')
      if (/base64/i.test(head!)) return Buffer.from(text, 'base64').toString()
      if (!/quoted-printable/i.test(head!)) return text
      const bytes = text
        .replace(/=\r\n/g, '')
        .replaceAll('%', '%25')
        .replace(/=([0-9A-F]{2})/g, '%$1')
      return decodeURIComponent(bytes)
    })
}

const greeting: Mail = {
  to: { address: 'wang@hust.example', name: '王小明', language: 'zh' },
  subject: { en: 'It is your turn: O’Brien & Łódź', zh: '轮到贵方处理' },
  text: { en: 'Version 2 has arrived.\n\nPlease <read> it.', zh: '已收到第 2 版。\n\n请审阅。' },
  path: '/agreements/7?tab=clauses',
}

test('a mail over SMTP carries both languages, Chinese names and subject, and an address of its own', async () => {
  const post = await postOffice()
  await sendOver(post, greeting)
  await post.close()
  assert.equal(post.received.length, 1)
  const { raw, to } = post.received[0]!
  assert.deepEqual(to, ['wang@hust.example'])
  assert.equal(decoded(header(raw, 'Subject')), '轮到贵方处理 · It is your turn: O’Brien & Łódź')
  assert.equal(decoded(header(raw, 'To')), '王小明 <wang@hust.example>')
  assert.equal(decoded(header(raw, 'From')), 'Chirograph 波尔图 <chirograph@porto.example>')
  assert.match(header(raw, 'Message-ID'), /^<outbox\.\d+\.\d+@porto\.localhost>$/)
  assert.equal(header(raw, 'Auto-Submitted'), 'auto-generated')
  assert.equal(header(raw, 'Date'), 'Mon, 06 Sep 2021 14:20:00 +0000')
  const [text, html] = parts(raw)
  assert.ok(text!.indexOf('请审阅。') < text!.indexOf('Please <read> it.'))
  assert.ok(text!.includes(`${publicUrl}/agreements/7?tab=clauses`))
  assert.ok(html!.includes('Please &lt;read&gt; it.'))
  assert.ok(html!.includes(`<a href="${publicUrl}/agreements/7?tab=clauses">`))
  assert.ok(html!.indexOf('lang="zh-CN">') < html!.indexOf('lang="en"'))
})

test('a mail sent a second time is recognised by its Message-ID', async () => {
  const post = await postOffice()
  await sendOver(post, greeting)
  await node.db.updateTable('outbox').set({ done_at: null }).where('topic', '=', 'mail').execute()
  node.wait({ hours: 1 })
  await deliverOver(post)
  await post.close()
  const ids = post.received.map(({ raw }) => header(raw, 'Message-ID'))
  assert.equal(ids.filter((id) => id === ids[0]).length, 2)
  const same = post.received.filter(({ raw }) => header(raw, 'Message-ID') === ids[0])
  assert.equal(header(same[0]!.raw, 'Date'), header(same[1]!.raw, 'Date'))
})

test('a server that is busy is asked again; one that refuses the recipient for good is not, and the journal says so', async () => {
  const post = await postOffice()
  post.refuse = 451
  await sendOver(post, { ...greeting, to: { address: 'busy@hust.example', name: 'Busy', language: 'en' } })
  const open = () => node.db.selectFrom('outbox').select('last_error').where('done_at', 'is', null).execute()
  assert.match((await open())[0]!.last_error!, /451/)
  post.refuse = undefined
  await deliverOver(post)
  assert.deepEqual([await open(), post.received.map((r) => r.to)], [[], [['busy@hust.example']]])

  post.refuse = 550
  await sendOver(post, { ...greeting, to: { address: 'gone@hust.example', name: 'Gone', language: 'en' } })
  await post.close()
  assert.deepEqual(await open(), [])
  const refused = await node.db.selectFrom('journal').select('detail').where('act', '=', 'mail.refused').execute()
  assert.equal((refused[0]!.detail as { address: string }).address, 'gone@hust.example')
})

test('nobody listening means trying again later, nothing lost', async () => {
  const post = await postOffice()
  await post.close()
  // Its own port might be somebody else's by now.
  post.url = 'smtp://127.0.0.1:1'
  await sendOver(post, greeting)
  const open = await node.db.selectFrom('outbox').select('attempts').where('done_at', 'is', null).execute()
  assert.deepEqual(open, [{ attempts: 1 }])
  await node.deliver()
})

test('an account is written to in its language of the moment; an ended one not at all', async () => {
  const post = await postOffice()
  const { id } = await openAccount(node, 'moment@porto.example')
  await node.db.updateTable('account').set({ language: 'zh', name_native: '安娜' }).where('id', '=', id).execute()
  await sendOver(post, { ...greeting, to: { account: id } })
  assert.equal(decoded(header(post.received[0]!.raw, 'To')), '安娜 <moment@porto.example>')
  await node.db.updateTable('account').set({ ended_at: node.now }).where('id', '=', id).execute()
  await sendOver(post, { ...greeting, to: { account: id } })
  await post.close()
  assert.equal(post.received.length, 1)
})

test('secrets are filled in on delivery, and a subject cannot start a header', () => {
  const secret = { kind: 'sign-in-link', id: '7b0d6b5e-2f0a-4a59-b8a0-1a2a54d0b8ad' } as const
  const written = composeMail(
    { ...greeting, subject: { en: 'A\r\nBcc: all@x', zh: '甲' }, path: '/sign-in/link/{secret}', secret },
    { name: 'Ana', address: 'a@b', language: 'en' },
    { publicUrl, secretKey, mailFrom: 'c@porto.example' },
  )
  assert.equal(written.subject, 'A Bcc: all@x · 甲')
  assert.ok(written.text.includes(`${publicUrl}/sign-in/link/${rowSecret(secretKey, secret)}\n`))
})

test('under try, mails lie in the mailbox: a list, and one with its link; elsewhere there is no such page', async () => {
  await node.db.transaction().execute((tx) => queue(tx, node.now, [mail(greeting)]))
  await node.deliver()
  const [newest] = await node.mails()
  const browser = new Browser(node)
  const list = await (await browser.get('/mailbox')).text()
  assert.ok(list.includes(`href="/mailbox/${newest!.id}"`) && list.includes('轮到贵方处理'))
  const one = await (await browser.get(`/mailbox/${newest!.id}`)).text()
  assert.ok(one.includes(`<a href="${publicUrl}/agreements/7?tab=clauses">`))
  assert.equal((await browser.get('/mailbox/99999')).status, 404)
  assert.equal((await browser.get('/mailbox/nothing')).status, 404)
  const real = new Browser(testNode(database.db))
  assert.equal((await real.get('/mailbox')).status, 404)
  assert.equal((await real.get(`/mailbox/${newest!.id}`)).status, 404)
})
