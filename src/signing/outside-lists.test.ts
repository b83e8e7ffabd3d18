/** Revocation lists of an outside time-stamping authority: fetched by the clock, kept in the document; one that is down costs a level. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { createAuthority, type KeyPair, makeRevocationList, serialOf } from '#src/platform/keys/index.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { answerRequest, issueStampCertificate, replyType } from '#src/platform/timestamp/index.ts'
import { stampsOf } from '#src/stamps.ts'
import type { Office } from '#test/support/office.ts'
import { scratch } from '#test/support/scratch.ts'
import { openedSession, type Play, signTogether } from '#test/support/signing-play.ts'
import { openWitnessedPair, type WitnessedPair } from '#test/support/witnessed.ts'
import { fetchLists, signedFileOf, signingMessages, watchPreservation } from './index.ts'
import { wantList } from './outside-list-store.ts'

let pair: WitnessedPair
let server: Server
let origin: string
let root: KeyPair
let authority: KeyPair
let revoked: Temporal.Instant | undefined
let down = false
let asked = 0

before(async () => {
  pair = await openWitnessedPair()
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request))
    if (request.method === 'POST')
      return void response.setHeader('content-type', replyType).end(answerRequest(body, authority, pair.now))
    asked++
    if (request.url === '/nothing') return void response.end('hello')
    if (down) return void response.writeHead(503).end()
    response.setHeader('content-type', 'application/pkix-crl').end(await list())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  root = await createAuthority({
    name: 'Outside Authority',
    algorithm: 'p-256',
    notBefore: pair.now.subtract({ hours: 24 }),
  })
  const term = { notBefore: pair.now.subtract({ hours: 1 }), notAfter: pair.now.add({ hours: 24 * 900 }) }
  authority = await issueStampCertificate(root, { name: 'Outside', ...term, crl: `${origin}/outside.crl` })
  const rootsFile = join(scratch(), 'roots.pem')
  writeFileSync(rootsFile, root.certificatePem)
  for (const office of both()) {
    const timestamps = { urls: [`${origin}/tsa`], rootsFile }
    Object.assign(office.signing, { stamps: stampsOf({ timestamps }, pair.askings.get(office)!) })
    const rootOf = async (_: unknown, ror: string) => pair.roots.get(ror)
    Object.assign(office.messages, signingMessages({ rootOf, stampRoots: [root.certificatePem] }))
  }
})
afterEach(async () => {
  down = false
  revoked = undefined
  for (const { database } of both()) await database.db.deleteFrom('outside_list').execute()
})
after(async () => {
  server?.close()
  await pair?.close()
})

const both = () => [pair.hust, pair.queenMary]
const list = () => {
  const times = { number: 1, thisUpdate: pair.now.subtract({ hours: 1 }), nextUpdate: pair.now.add({ hours: 24 }) }
  const entries = revoked
    ? [{ serial: serialOf(authority.certificatePem), at: revoked, reason: 'key_lost' as const }]
    : []
  return makeRevocationList(root, times, entries)
}
/** What both nodes hold of it, the same, and what is said of that by whoever knows the outside authority. */
async function verdictOf({ agreement }: Play) {
  const [ours, theirs] = await Promise.all(both().map(({ database }) => signedFileOf(database.db, agreement)))
  assert.equal(ours!.sha256, theirs!.sha256)
  const trust = { roots: [...pair.roots.values()], stampRoots: [root.certificatePem], at: pair.now }
  return verifyDocument(ours!.bytes, trust)
}
const fetchAll = (trusted = [origin]) =>
  Promise.all(both().map(({ database: { db } }) => fetchLists(db, trusted, pair.now)))
const watchAll = async () => {
  for (const { database } of both()) await watchPreservation(database.db, pair.now)
  await pair.deliver()
}
const rows = ({ database: { db } }: Office) => db.selectFrom('outside_list').selectAll().execute()

async function signed(): Promise<Play> {
  const play = await openedSession(pair)
  await signTogether(pair, play)
  return play
}

test('what is missing is wanted, fetched by the clock, and kept in the document: B-LTA, on both nodes', async () => {
  const play = await signed()
  const before = await verdictOf(play)
  assert.deepEqual([before.state, before.level, before.timeStamps.length], ['complete', 'B-T', 0])
  await fetchAll()
  await pair.deliver()
  const after = await verdictOf(play)
  assert.deepEqual([after.state, after.level, after.problems, after.notes], ['complete', 'B-LTA', [], []])
  const held = (await rows(pair.queenMary))[0]!
  assert.deepEqual([held.due_at, held.last_error], [null, null])
  const times = asked
  await fetchAll()
  assert.equal(asked, times, 'what is there is not asked for again')
})

test('an address that is down costs a level, and neither signature nor stamp', async () => {
  down = true
  const play = await signed()
  await fetchAll()
  await pair.deliver()
  assert.equal((await verdictOf(play)).timeStamps.length, 0, 'it is waited for')
  assert.match((await rows(pair.queenMary))[0]!.last_error!, /answered 503/)
  pair.wait({ minutes: 61 })
  await fetchAll()
  await pair.deliver()
  const { state, level, timeStamps, problems } = await verdictOf(play)
  assert.deepEqual([state, level, timeStamps.length, problems], ['complete', 'B-T', 1, []])
})

test('a list that comes after that raises the level by itself, once', async () => {
  down = true
  const play = await signed()
  pair.wait({ minutes: 61 })
  await fetchAll()
  await watchAll()
  assert.equal((await verdictOf(play)).level, 'B-T')
  await watchAll()
  assert.equal((await verdictOf(play)).timeStamps.length, 1, 'while nothing comes, nothing is added')
  down = false
  pair.wait({ hours: 5 })
  await fetchAll()
  await watchAll()
  const raised = await verdictOf(play)
  assert.deepEqual([raised.state, raised.level, raised.timeStamps.length, raised.notes], ['complete', 'B-LTA', 2, []])
  await watchAll()
  assert.equal((await verdictOf(play)).timeStamps.length, 2)
})

test('an authority that was revoked before it stamped proves nothing, by its own list', async () => {
  revoked = pair.now.subtract({ hours: 30 })
  const play = await signed()
  await fetchAll()
  await pair.deliver()
  const { state, level, notes } = await verdictOf(play)
  assert.equal(state, 'complete')
  assert.equal(level, 'B-B')
  assert.ok(notes.some(({ code }) => code === 'stamp_authority_revoked'))
})

test('an address inside the house is not asked, whoever wrote it into a certificate; nor is what is no list kept', async () => {
  const { db } = pair.hust.database
  for (const address of [`${origin}/outside.crl`, 'http://169.254.169.254/latest', 'http://localhost:1/x'])
    await wantList(db, address, pair.now)
  const times = asked
  await fetchLists(db, [], pair.now)
  assert.equal(asked, times)
  assert.deepEqual(
    (await rows(pair.hust)).map(({ der, last_error }) => [der, last_error]),
    Array(3).fill([null, 'not_public']),
  )
  await wantList(pair.queenMary.database.db, `${origin}/nothing`, pair.now)
  await fetchLists(pair.queenMary.database.db, [origin], pair.now)
  const [row] = await rows(pair.queenMary)
  assert.deepEqual([row!.der, row!.last_error, row!.attempts], [null, 'not a list', 1])
})
