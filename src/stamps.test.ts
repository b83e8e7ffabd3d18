/** Where time-stamps come from: authorities over HTTP, in order; one that is down, late, wrong or unknown is passed by. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { createAuthority, type KeyPair } from '#src/platform/keys/index.ts'
import { answerRequest, issueStampCertificate, replyType, verifyToken } from '#src/platform/timestamp/index.ts'
import type { Asking } from '#src/witness/index.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { scratch } from '#test/support/scratch.ts'
import { stampsOf } from './stamps.ts'

const now = Temporal.Instant.from('2026-09-23T08:42:00Z')
const imprint = createHash('sha256').update('signature').digest()
const folder = scratch()
const rootsFile = join(folder, 'roots.pem')
const servers: Server[] = []

let database: TestDatabase
let root: KeyPair
let authority: KeyPair
let asking: Asking
before(async () => {
  database = await freshDatabase()
  root = await createAuthority({ name: 'Authority', algorithm: 'p-256', notBefore: now.subtract({ hours: 24 }) })
  const term = { notBefore: now.subtract({ hours: 1 }), notAfter: now.add({ hours: 24 * 365 }) }
  authority = await issueStampCertificate(root, { name: 'Authority', ...term })
  writeFileSync(rootsFile, root.certificatePem)
  // No partner has a node: what no authority gives, nobody does.
  asking = {
    db: database.db,
    now: () => now,
    around: { neighbours: { find: async () => undefined } },
  } as unknown as Asking
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
after(() => database.close())

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** An authority whose clock says `at`. */
const stamping =
  (at: Temporal.Instant): RequestListener =>
  async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request))
    response.setHeader('content-type', replyType)
    response.end(answerRequest(body, authority, at))
  }

const ask = (...urls: string[]) => stampsOf({ timestamps: { urls, rootsFile } }, asking).ask('04gyf1771', imprint)

test('the first that answers stamps, to the second', async () => {
  const got = await ask(await answering(stamping(now)))
  assert.ok('token' in got)
  assert.equal(String(got.at), '2026-09-23T08:42:00Z')
  assert.equal(typeof verifyToken(got.token, { imprint, roots: [root.certificatePem] }), 'object')
})

test('what answers wrongly, too long, or not at all is passed by, and said', async () => {
  const failing = await answering((_, response) => response.writeHead(500).end())
  const endless = await answering((_, response) => {
    response.writeHead(200, { 'content-type': replyType })
    response.end(Buffer.alloc(100_000))
  })
  const closed = 'http://127.0.0.1:9/'
  const got = await ask(failing, endless, closed, await answering(stamping(now)))
  assert.ok('token' in got)
  const none = await ask(failing, endless, closed)
  assert.ok('none' in none)
  assert.match(
    none.none,
    /^127.0.0.1:\d+: not_an_answer, 127.0.0.1:\d+: not_an_answer, 127.0.0.1:9: not_reached, no_partner_node$/,
  )
})

test('one that never answers is waited for three seconds, not longer', async () => {
  const silent = await answering(() => {})
  const began = performance.now()
  assert.ok('none' in (await ask(silent)))
  assert.ok(performance.now() - began < 20_000)
})

test('a clock more than five minutes from ours is not believed', async () => {
  for (const minutes of [-6, 6]) {
    const got = await ask(await answering(stamping(now.add({ minutes }))))
    assert.ok('none' in got && got.none.includes('clocks_differ'), JSON.stringify(got))
  }
})

test('an authority under another root is not believed', async () => {
  const stranger = await createAuthority({
    name: 'Stranger',
    algorithm: 'p-256',
    notBefore: now.subtract({ hours: 24 }),
  })
  writeFileSync(join(folder, 'other.pem'), stranger.certificatePem)
  const urls = [await answering(stamping(now))]
  const stamps = stampsOf({ timestamps: { urls, rootsFile: join(folder, 'other.pem') } }, asking)
  const got = await stamps.ask('04gyf1771', imprint)
  assert.ok('none' in got && got.none.includes('no_trusted_root'), JSON.stringify(got))
})

test('roots that cannot be read stop the node from starting', () => {
  const urls = ['http://127.0.0.1:9/']
  writeFileSync(join(folder, 'empty.pem'), 'nothing')
  for (const file of ['missing.pem', 'empty.pem'])
    assert.throws(() => stampsOf({ timestamps: { urls, rootsFile: join(folder, file) } }, asking), CannotStart)
})
