import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import type { Follower } from './hub.ts'
import { announce, type LiveHandler, type LiveHub, liveHandler, openLiveHub, revisionOf } from './index.ts'

let database: TestDatabase
let hub: LiveHub
let handler: LiveHandler
let brief: LiveHandler
let server: Server
/** Who follows each topic, as the hub was asked. */
const followers = new Map<string, Follower[]>()

before(async () => {
  database = await freshDatabase()
  hub = await openLiveHub(database.db, await database.listen())
  const authorise = async (_: IncomingMessage, url: URL) => {
    const [, kind, id] = url.pathname.split('/')
    return kind === 'secret' ? 403 : `${kind}:${id}`
  }
  const follow: LiveHub['follow'] = (topic, follower, known) => {
    followers.set(topic, [...(followers.get(topic) ?? []), follower])
    return hub.follow(topic, follower, known)
  }
  handler = liveHandler({ ...hub, follow }, authorise, { heartbeat: 20 })
  brief = liveHandler(hub, authorise, { heartbeat: 20, longest: 400 })
  server = createServer((request, response) => {
    const chosen = request.url?.startsWith('/brief/') ? brief : handler
    if (!chosen.handle(request, response)) response.writeHead(418).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(async () => {
  handler.close()
  brief.close()
  hub.close()
  server.closeAllConnections()
  server.close()
  await database.close()
})

/** Opens a stream and takes nothing from it. */
async function connectSilently(path: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  socket.pause().write(`GET ${path} HTTP/1.1\r\nhost: node\r\n\r\n`)
  return socket
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((look) => setImmediate(look))
}

const tell = (...topics: string[]) => database.db.transaction().execute((tx) => announce(tx, ...topics))

/** Opens a stream; `until(text)` resolves when everything received so far satisfies it. */
async function open(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  const [response] = (await once(request({ port, host: '127.0.0.1', path, headers }).end(), 'response')) as [
    IncomingMessage,
  ]
  let text = ''
  response.setEncoding('utf8')
  const waiting = new Set<() => void>()
  response.on('data', (part) => {
    text += part
    for (const look of waiting) look()
  })
  const until = (satisfied: (text: string) => boolean) =>
    new Promise<string>((resolve) => {
      const look = () => satisfied(text) && waiting.delete(look) && resolve(text)
      waiting.add(look)
      look()
    })
  const ids = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)
  return { response, ids: async (n: number) => ids(await until((text) => ids(text).length >= n)), until }
}

test('a page hears every change of its topic, from the present one on, and of no other', async () => {
  await tell('agreement:1')
  const page = await open('/agreement/1/live')
  assert.equal(page.response.headers['content-type'], 'text/event-stream; charset=utf-8')
  assert.deepEqual(await page.ids(1), ['1'])
  await tell('agreement:2')
  await tell('agreement:1', 'agreement:2', 'agreement:1')
  assert.deepEqual(await page.ids(2), ['1', '2'])
  assert.equal(await revisionOf(database.db, 'agreement:2'), '2')
  assert.match(await page.until((text) => text.includes('\n:\n')), /^retry: 2000\n\n(:\n\n)*id: 1\ndata: 1\n\n/)
  page.response.destroy()
})

test('what the page has seen already is not sent again', async () => {
  await tell('plan:1')
  const rendered = await open('/plan/1/live?since=1')
  const returning = await open('/plan/1/live', { 'last-event-id': '1' })
  const behind = await open('/plan/1/live', { 'last-event-id': '0' })
  assert.deepEqual(await behind.ids(1), ['1'])
  await tell('plan:1')
  assert.deepEqual(await rendered.ids(1), ['2'])
  assert.deepEqual(await returning.ids(1), ['2'])
  for (const { response } of [rendered, returning, behind]) response.destroy()
})

test('a change that is rolled back is not heard of', async () => {
  const page = await open('/plan/2/live?since=0')
  const failing = database.db.transaction().execute(async (tx) => {
    await announce(tx, 'plan:2')
    throw new Error('changed my mind')
  })
  await assert.rejects(failing, /changed my mind/)
  await tell('plan:2')
  assert.deepEqual(await page.ids(1), ['1'])
  page.response.destroy()
})

test('what was missed while the connection to the database was down is read when it is back', async () => {
  const page = await open('/plan/3/live?since=0')
  const { pool, url } = database
  const allow = (connections: number) =>
    pool.query(`alter database "${new URL(url).pathname.slice(1)}" connection limit ${connections}`)
  await allow(0)
  await pool.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'chirograph listener' and datname = current_database()`)
  await pool.query(`insert into live_revision values ('plan:3', 7)`)
  await allow(-1)
  assert.deepEqual(await page.ids(1), ['7'])
  page.response.destroy()
})

test('who may not follow is refused, and other requests are left alone', async () => {
  assert.equal((await open('/secret/1/live')).response.statusCode, 403)
  assert.equal((await open('/agreement/1')).response.statusCode, 418)
})

test('streams end after their time, so that the browser is authorised anew; nobody is left in the hub', async () => {
  const page = await open('/brief/4/live')
  await once(page.response.resume(), 'end')
  await until(() => hub.size() === 0)
})

test('a reader that does not keep up is let go, and leaves the hub; the others go on', async () => {
  // Not read from: what is sent fills the network's buffers, then the node's own.
  const slow = await connectSilently('/plan/5/live')
  const quick = await open('/plan/5/live?since=0')
  await until(() => hub.size() === 2)
  const event = Buffer.from(`: ${'x'.repeat(65_536)}\n\n`)
  for (let sent = 1; hub.size() === 2 && sent < 1_000; sent++) {
    for (const follower of followers.get('plan:5')!) follower.send(event)
    await quick.until((text) => text.length > sent * event.length)
  }
  assert.equal(hub.size(), 1)
  await tell('plan:5')
  assert.deepEqual(await quick.ids(1), ['1'])
  slow.destroy()
  quick.response.destroy()
})
