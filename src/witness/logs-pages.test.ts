/** What people and programs see of the logs, through the front door: the page, its alarms, tiles, proofs, time-stamps. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, test } from 'node:test'
import { signMessage } from '#src/platform/http-signatures/sign.ts'
import { formatRequest, requestType, verifyReply, verifyToken } from '#src/platform/timestamp/index.ts'
import {
  leafHash,
  memoryTree,
  openCheckpoint,
  readBundle,
  readPolicy,
  readVerifierKey,
  rootAt,
  verifyProof,
} from '#src/platform/tlog/index.ts'
import type { Office } from '#test/support/office.ts'
import { logEvents, openWitnessedPair, otherOf, type WitnessedPair } from '#test/support/witnessed.ts'
import { alarms, raiseAlarm } from './alarm-store.ts'
import { imprintOf } from './ask-stamp.ts'
import { findCheckpoint } from './checkpoint-store.ts'
import { latestStamps } from './event-store.ts'
import { ourLog } from './log-store.ts'
import { originHash } from './origin-hash.ts'
import { stampHeads } from './timed.ts'

let pair: WitnessedPair
before(async () => {
  pair = await openWitnessedPair()
  await logEvents(pair, pair.hust, 300)
  await pair.deliver()
})
after(() => pair.close())

const asking = (office: Office) => pair.askings.get(office)!
const get = (office: Office, path: string) => office.app.request(office.publicUrl + path)
const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())

test('from the tiles alone anybody computes the signed root, of the log and of its mirror', async () => {
  const key = asking(pair.hust).house.log.key
  const mirror = `/log/mirror/${originHash(key.name)}`
  for (const [office, prefix] of [
    [pair.hust, '/log'],
    [pair.queenMary, mirror],
  ] as const) {
    const head = openCheckpoint(await (await get(office, `${prefix}/checkpoint`)).text(), key)
    assert.ok(typeof head === 'object')
    assert.equal(head.size, 302)
    const tiles = [`${prefix}/tile/entries/000`, `${prefix}/tile/entries/001.p/${head.size - 256}`]
    const bundles = await Promise.all(tiles.map(async (path) => readBundle(await bytes(await get(office, path)))!))
    const tree = memoryTree()
    await tree.append(bundles.flat().map(leafHash))
    assert.deepEqual(Buffer.from(await rootAt(tree.read, head.size)), Buffer.from(head.root))
    const leaves = await bytes(await get(office, `${prefix}/tile/0/000`))
    assert.deepEqual(Buffer.from(leaves), Buffer.concat(bundles[0]!.map(leafHash)))
    const above = await bytes(await get(office, `${prefix}/tile/1/000.p/1`))
    assert.deepEqual(Buffer.from(above), Buffer.from(await rootAt(tree.read, 256)))
  }
})

test('tiles may be kept for ever, checkpoints for two seconds; what is not there is not found', async () => {
  const tile = await get(pair.hust, '/log/tile/0/000')
  assert.equal(tile.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(tile.headers.get('content-type'), 'application/octet-stream')
  for (const path of [
    ...[
      'tile/0/001',
      'tile/0/001.p/47',
      'tile/0/002.p/1',
      'tile/1/000',
      'tile/2/000.p/1',
      'tile/entries/001',
      'tile/0/0',
    ],
    ...[
      'tile/',
      'tile/64/000',
      `mirror/${'0'.repeat(64)}/checkpoint`,
      `mirror/${originHash(asking(pair.hust).house.origin)}/checkpoint`,
    ],
  ])
    assert.equal((await get(pair.hust, `/log/${path}`)).status, 404, path)
  assert.equal((await get(pair.hust, '/log/tile/0/001.p/46')).status, 200)
})

test('the page says in one sentence that everything fits, to everyone who sees agreements, in both languages', async () => {
  for (const who of ['officer', 'approver', 'administrator', 'reader'] as const) {
    const page = await (await pair.hust.browser(who)).read('/logs')
    assert.match(page, /Everything fits/)
    assert.match(page, /hust\.localhost:4101\/log/)
    assert.match(page, /302 entries · .*London/s)
  }
  const chinese = await (await pair.hust.browser('reader', 'zh')).read('/logs')
  assert.match(chinese, /一切相符/)
  assert.match(chinese, /文本定稿/)
  assert.equal((await (await pair.hust.browser('public')).get('/logs')).status, 303)
  for (const who of ['nobody', 'signatory'] as const)
    assert.equal((await (await pair.hust.browser(who)).get('/logs')).status, 404, who)
})

test('a head that is not cosigned yet is said to wait', async () => {
  pair.queenMary.down = true
  await logEvents(pair, pair.hust, 1)
  await pair.deliverFrom(pair.hust)
  assert.match(await (await pair.hust.browser('reader')).read('/logs'), /Not everything is cosigned yet/)
  pair.queenMary.down = false
  await pair.deliver()
  assert.match(await (await pair.hust.browser('reader')).read('/logs'), /Everything fits/)
})

test('the proof and the policy that are downloaded hold, with nothing but what they say', async () => {
  const reader = await pair.hust.browser('reader')
  const proof = await reader.read(`/logs/entries/7-${pair.queenMary.ror}.tlog-proof`)
  const policy = readPolicy(await reader.read(`/logs/policies/${pair.queenMary.ror}.txt`))
  const all = readBundle(await bytes(await get(pair.hust, '/log/tile/entries/000')))!
  assert.ok(typeof verifyProof(proof, all[7]!, policy) === 'object')
  assert.equal((await reader.get(`/logs/entries/999-${pair.queenMary.ror}.tlog-proof`)).status, 404)
  assert.equal((await reader.get('/logs/entries/7-000000000.tlog-proof')).status, 404)
  for (const who of ['public', 'nobody'] as const) {
    const browser = await pair.hust.browser(who)
    const path = `/logs/entries/7-${pair.queenMary.ror}.tlog-proof`
    assert.notEqual((await browser.get(path, { accept: 'text/html' })).status, 200, who)
  }
})

test('an alarm is told in plain words; only an administrator settles it, with a reason, and it can come back', async () => {
  const { db } = pair.hust.database
  const alarm = {
    institution: pair.queenMary.ror,
    kind: 'rewritten',
    proof: 'what <b>was</b> shown',
    at: pair.now,
  } as const
  await raiseAlarm(db, alarm)
  const officer = await pair.hust.browser('officer')
  const page = await officer.read('/logs')
  assert.match(page, /Queen Mary’s log does not continue what we cosigned/)
  assert.match(page, /what &lt;b&gt;was&lt;\/b&gt; shown/)
  assert.doesNotMatch(page, /Everything fits|settlement/)
  const { id } = (await alarms(db))[0]!
  const path = `/logs/alarms/${id}/settlement`
  assert.equal((await officer.post(path, { reason: 'x' })).status, 403)
  const administrator = await pair.hust.browser('administrator', 'zh')
  const refused = await administrator.post(path, { reason: '  ' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /请说明查明的情况/)
  assert.equal((await administrator.post(path, { reason: 'Their disk was restored.' })).status, 303)
  assert.equal((await administrator.post(path, { reason: 'Again.' })).status, 404)
  const settled = await officer.read('/logs')
  assert.match(settled, /Everything fits[\s\S]*Settled earlier[\s\S]*Their disk was restored\./)
  await raiseAlarm(db, alarm)
  assert.match(await officer.read('/logs'), /does not continue what we cosigned/)
  await db.deleteFrom('tlog_alarm').execute()
})

test('a partner not heard of for a day is said to be silent, and for how long', async () => {
  const reader = await pair.hust.browser('reader')
  pair.wait({ hours: 23 })
  assert.doesNotMatch(await reader.read('/logs'), /silent/)
  pair.wait({ hours: 30 })
  assert.match(await reader.read('/logs'), /Queen Mary has been silent for 2 days/)
  await logEvents(pair, pair.queenMary, 1)
  await pair.deliver()
  assert.doesNotMatch(await reader.read('/logs'), /silent/)
})

test('each head is time-stamped by the other side once a day, when it has grown', async () => {
  for (const office of [pair.hust, pair.queenMary]) await stampHeads(asking(office))
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) {
    const { db } = office.database
    const { house } = asking(office)
    const other = otherOf(pair, office)
    const [stamp, ...more] = await latestStamps(db, house.origin)
    assert.deepEqual([stamp!.institution, more], [other.ror, []])
    const head = (await findCheckpoint(db, house.origin, stamp!.size))!
    assert.equal(stamp!.size, (await ourLog(db))!.size)
    const roots = [other.signing.authority.certificatePem]
    const held = verifyToken(stamp!.token, { imprint: imprintOf(head), roots })
    assert.ok(typeof held === 'object' && held.at.equals(stamp!.stampedAt), String(held))
  }
  pair.wait({ hours: 25 })
  await stampHeads(asking(pair.hust))
  assert.equal(await pair.deliverFrom(pair.hust), 0, 'nothing new, nothing to stamp')
  await logEvents(pair, pair.hust, 1)
  await pair.deliver()
  await stampHeads(asking(pair.hust))
  assert.equal(await pair.deliverFrom(pair.hust), 1)
  assert.match(await (await pair.hust.browser('reader')).read('/logs'), /Time-stamped by them[\s\S]*304 entries/)
})

test('only a paired node, asking now and for this address, is given a time-stamp', async () => {
  const { around } = asking(pair.hust)
  const url = `${pair.queenMary.publicUrl}/federation/timestamp`
  const imprint = Buffer.alloc(32, 3)
  const body = formatRequest({ imprint, certificateWanted: true })
  const ask = async ({ signer = around.signer, at = pair.now, target = url, type = requestType } = {}) => {
    const components = { '@method': 'POST', '@target-uri': target, 'content-type': type }
    const signed = signMessage(components, body, signer, at, crypto.randomUUID())
    const headers = { ...signed, 'content-type': type }
    return pair.queenMary.app.request(url, { method: 'POST', headers, body: new Uint8Array(body) })
  }
  const granted = await ask()
  assert.equal(granted.status, 200)
  assert.equal(granted.headers.get('content-type'), 'application/timestamp-reply')
  const roots = [pair.queenMary.signing.authority.certificatePem]
  assert.ok(typeof verifyReply(await bytes(granted), { imprint, roots }) === 'object')
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const refused = [
    ask({ signer: { ...around.signer, key } }),
    ask({ signer: { keyid: '00p991c99', key } }),
    ask({ at: pair.now.subtract({ minutes: 6 }) }),
    ask({ target: `${pair.hust.publicUrl}/federation/timestamp` }),
    ask({ type: 'text/plain' }),
    pair.queenMary.app.request(url, {
      method: 'POST',
      headers: { 'content-type': requestType },
      body: new Uint8Array(body),
    }),
  ]
  for (const response of await Promise.all(refused)) assert.equal(response.status, 401)
})

test('a time-stamp that does not hold is not kept, and raises an alarm', async () => {
  const { db } = pair.hust.database
  const before = await latestStamps(db, asking(pair.hust).house.origin)
  const old = before[0]!
  await logEvents(pair, pair.hust, 1)
  await pair.deliver()
  pair.wait({ hours: 25 })
  pair.intercept = async (url) =>
    url.endsWith('/timestamp')
      ? new Response(new Uint8Array(old.token), { headers: { 'content-type': 'application/timestamp-reply' } })
      : undefined
  await stampHeads(asking(pair.hust))
  await pair.deliver()
  assert.deepEqual(
    (await alarms(db)).map(({ kind }) => kind),
    ['stamp_wrong'],
  )
  assert.deepEqual(await latestStamps(db, asking(pair.hust).house.origin), before)
  pair.intercept = () => undefined
  await pair.deliver()
  assert.equal((await latestStamps(db, asking(pair.hust).house.origin))[0]!.size, (await ourLog(db))!.size)
})

test('keys are shown as other programs read them', async () => {
  const page = await (await pair.hust.browser('reader')).read('/logs')
  for (const duty of ['log', 'witness', 'mirror'] as const) {
    const { name } = asking(pair.hust).house[duty].key
    const shown = [...page.matchAll(/<code[^>]*>([^<]+\+[0-9a-f]{8}\+[^<]+)<\/code>/g)].map(([, text]) =>
      readVerifierKey(text!),
    )
    assert.ok(
      shown.some((key) => key?.name === name),
      duty,
    )
  }
})
