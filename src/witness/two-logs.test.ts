/** Two nodes, two logs: what is logged, that each side cosigns the other's, and that no trouble on the way loses anything. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { entryFor } from '#src/platform/log-entry.ts'
import { leafHash, type ReadNodes, readNote, verifyProof } from '#src/platform/tlog/index.ts'
import type { Office } from '#test/support/office.ts'
import { approvedAgreement } from '#test/support/postman.ts'
import { logEvents, openWitnessedPair, otherOf, type WitnessedPair } from '#test/support/witnessed.ts'
import { findCheckpoint, latestCosignatures } from './checkpoint-store.ts'
import { eraseEvents, eventsAbout, findEvent } from './event-store.ts'
import { ownWitness } from './house.ts'
import { introduce } from './introduce.ts'
import { logOf, ourLog } from './log-store.ts'
import { findLogPeer } from './peer-store.ts'
import { policyWith, proofOf } from './proofs.ts'
import { entriesOf, nodesIn } from './tree-store.ts'

let pair: WitnessedPair
let agreement: string
before(async () => {
  pair = await openWitnessedPair()
  agreement = await approvedAgreement(pair)
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]
const sizeOf = async (office: Office) => (await ourLog(office.database.db))!.size

/** Our head is cosigned by both keys of the other side, and the other side holds every entry. */
async function assertCosigned(office: Office): Promise<void> {
  const other = otherOf(pair, office)
  const { house } = pair.askings.get(office)!
  const theirs = pair.askings.get(other)!.house
  const size = await sizeOf(office)
  const held = await latestCosignatures(office.database.db, house.origin)
  const expected = [theirs.mirror.key.name, theirs.witness.key.name].map((cosigner) => ({ cosigner, size }))
  assert.deepEqual(
    held.map(({ cosigner, size: of }) => ({ cosigner, size: of })),
    expected,
  )
  const copy = (await logOf(other.database.db, office.ror))!
  assert.deepEqual([copy.size, copy.witnessed, copy.mirrored], [size, size, size])
  assert.deepEqual(
    (await entriesOf(other.database.db, house.origin, 0, size)).map(String),
    (await entriesOf(office.database.db, house.origin, 0, size)).map(String),
  )
}

test('pairing, keys, freezing and both approvals stand in both logs, in the order they happened', async () => {
  const kinds = ['agreement.frozen', 'agreement.approved', 'agreement.approved']
  for (const office of both()) {
    const { db } = office.database
    const node = (await eventsAbout(db, 'node', otherOf(pair, office).ror)).map((e) => e.event)
    assert.deepEqual(node, ['pairing.confirmed', 'log.keys_pinned'])
    assert.deepEqual(
      (await eventsAbout(db, 'agreement', agreement)).map((e) => e.event),
      kinds,
    )
  }
})

test('both nodes log the same facts: hashes, and which institution, never "ours"', async () => {
  const [here, there] = await Promise.all(both().map((o) => eventsAbout(o.database.db, 'agreement', agreement)))
  assert.deepEqual(
    here!.map((e) => e.facts),
    there!.map((e) => e.facts),
  )
  assert.deepEqual(
    here!.slice(1).map((e) => e.facts!.institution),
    [pair.hust.ror, pair.queenMary.ror],
  )
})

test('an entry is its kind and a salted hash: no name, no agreement, nothing to guess from', async () => {
  const { db } = pair.hust.database
  const { house } = pair.askings.get(pair.hust)!
  for (const event of await eventsAbout(db, 'agreement', agreement)) {
    const [entry] = await entriesOf(db, house.origin, event.index, event.index + 1)
    assert.match(String(entry), /^chirograph-log-1\nagreement\.(frozen|approved)\n[A-Za-z0-9+/]{43}=\n$/)
    assert.deepEqual(Buffer.from(entryFor({ ...event, facts: event.facts! }, event.salt!)), entry)
    assert.notDeepEqual(Buffer.from(entryFor({ ...event, facts: event.facts! }, Buffer.alloc(32))), entry)
  }
})

test('each log is cosigned by the other’s witness and mirror', async () => {
  for (const office of both()) await assertCosigned(office)
})

test('an entry is proven off line, under a policy that wants both cosignatures of the partner', async () => {
  const { db } = pair.hust.database
  const { house } = pair.askings.get(pair.hust)!
  const policy = (await policyWith(db, house, pair.queenMary.ror, null))!
  for (const { index } of await eventsAbout(db, 'agreement', agreement)) {
    const { proof, entry } = (await proofOf(db, house, index, pair.queenMary.ror))!
    const proven = verifyProof(proof, entry, policy)
    assert.ok(typeof proven === 'object', String(proven))
    assert.deepEqual([proven.index, [...proven.cosigned.keys()]], [index, ['partner-witness', 'partner-mirror']])
    const other = await entriesOf(db, house.origin, 0, 1)
    assert.equal(verifyProof(proof, other[0]!, policy), 'not_included')
  }
})

test('what an entry says can be erased; the log, its head and its proofs stay as they were', async () => {
  const { db } = pair.queenMary.database
  const { house } = pair.askings.get(pair.queenMary)!
  await logEvents(pair, pair.queenMary, 2, agreement)
  await pair.deliver()
  const before = await findCheckpoint(db, house.origin, await sizeOf(pair.queenMary))
  const erased = await db.transaction().execute((tx) => eraseEvents(tx, 'agreement', agreement, pair.now))
  assert.equal(erased, 5)
  assert.deepEqual(await findCheckpoint(db, house.origin, await sizeOf(pair.queenMary)), before)
  const { index } = (await eventsAbout(db, 'agreement', agreement))[0]!
  assert.deepEqual([(await findEvent(db, index))!.salt, (await findEvent(db, index))!.facts], [null, null])
  const { proof, entry } = (await proofOf(db, house, index, pair.hust.ror))!
  const policy = (await policyWith(db, house, pair.hust.ror, null))!
  assert.ok(typeof verifyProof(proof, entry, policy) === 'object')
  assert.ok(!proof.includes('extra'))
})

test('a partner that is down for a day misses nothing: what waited is cosigned when it is back', async () => {
  pair.queenMary.down = true
  const before = await sizeOf(pair.hust)
  await logEvents(pair, pair.hust, 7)
  await pair.deliverFrom(pair.hust)
  assert.equal(await sizeOf(pair.hust), before + 7, 'our log goes on by itself')
  const held = await latestCosignatures(pair.hust.database.db, pair.askings.get(pair.hust)!.house.origin)
  assert.ok(held.every(({ size }) => size === before))
  pair.wait({ hours: 24 })
  pair.queenMary.down = false
  await pair.deliver()
  await assertCosigned(pair.hust)
})

test('an answer lost on the way back is asked for again, and the witness says the same', async () => {
  let lost = 0
  pair.intercept = async (url, body) => {
    if (!url.startsWith(pair.queenMary.publicUrl) || lost >= 4) return undefined
    lost++
    await pair.queenMary.app.request(url, { method: 'POST', body: body && new Uint8Array(body) })
    throw new Error('the answer was lost')
  }
  await logEvents(pair, pair.hust, 3)
  while ((await pair.deliverFrom(pair.hust)) > 0);
  pair.intercept = () => undefined
  await pair.deliver()
  assert.ok(lost > 0)
  await assertCosigned(pair.hust)
})

test('a node that starts again has the same log and the same keys', async () => {
  const { house } = pair.askings.get(pair.hust)!
  const { database, signing } = pair.hust
  const parts = { db: database.db, secretKey: signing.secretKey, authority: signing.authority }
  // Even where its public address has changed since: a log keeps its name.
  const again = await ownWitness({ ...parts, publicUrl: 'https://elsewhere.example', now: pair.now })
  assert.equal(again.origin, house.origin)
  for (const duty of ['log', 'witness', 'mirror'] as const) assert.deepEqual(again[duty].key, house[duty].key)
  assert.equal(again.stamps.certificatePem, house.stamps.certificatePem)
  const keys = (['log', 'witness', 'mirror'] as const).map((duty) =>
    Buffer.from(house[duty].key.publicKey).toString('hex'),
  )
  assert.equal(new Set(keys).size, 3, 'a key for each duty')
})

test('the time-stamping certificate is renewed a year before it ends, and the partner takes the new one', async () => {
  const { house } = pair.askings.get(pair.hust)!
  const { database, signing } = pair.hust
  const parts = { db: database.db, secretKey: signing.secretKey, authority: signing.authority }
  const publicUrl = pair.hust.publicUrl
  const later = await ownWitness({ ...parts, publicUrl, now: pair.now.add({ hours: 24 * 365 * 2 + 48 }) })
  assert.notEqual(later.stamps.certificatePem, house.stamps.certificatePem)
  await database.db.transaction().execute((tx) => introduce(tx, later, pair.queenMary.ror, pair.now))
  await pair.deliver()
  const held = (await findLogPeer(pair.queenMary.database.db, pair.hust.ror))!
  assert.equal(held.stampCertificate, later.stamps.certificatePem)
  assert.deepEqual(held.log, house.log.key)
})

test('events of several acts at once are all logged, each once', async () => {
  const before = await sizeOf(pair.hust)
  await Promise.all(Array.from({ length: 6 }, () => logEvents(pair, pair.hust, 2)))
  await pair.deliver()
  assert.equal(await sizeOf(pair.hust), before + 12)
  const read: ReadNodes = nodesIn(pair.hust.database.db, pair.askings.get(pair.hust)!.house.origin)
  const entries = await entriesOf(pair.hust.database.db, pair.askings.get(pair.hust)!.house.origin, 0, before + 12)
  const leaves = await read(entries.map((_, index) => ({ level: 0, index })))
  assert.deepEqual(
    leaves.map((l) => Buffer.from(l)),
    entries.map((e) => Buffer.from(leafHash(e))),
  )
  await assertCosigned(pair.hust)
})

test('the published checkpoint carries the log’s signature and both cosignatures', async () => {
  const response = await pair.hust.app.request(`${pair.hust.publicUrl}/log/checkpoint`)
  assert.equal(response.headers.get('cache-control'), 'public, max-age=2')
  const note = readNote(await response.text())!
  assert.equal(note.signatures.length, 3)
  const peer = (await findLogPeer(pair.queenMary.database.db, pair.hust.ror))!
  assert.equal(note.signatures[0]!.name, peer.log.name)
})
