/** Our log among cosigners that answer wrongly, know more than we do, or cannot be reached; and what is seen of theirs from outside. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import {
  bundle,
  cosign,
  cosignatureV1,
  leafHash,
  memoryTree,
  type NoteSigner,
  noteSigner,
  readAddCheckpoint,
  readNote,
  signatureLine,
  signCheckpoint,
  verifierKey,
} from '#src/platform/tlog/index.ts'
import type { Office } from '#test/support/office.ts'
import { logEvents, openWitnessedPair, otherOf, type WitnessedPair } from '#test/support/witnessed.ts'
import { alarms } from './alarm-store.ts'
import { findCheckpoint, latestCosignatures } from './checkpoint-store.ts'
import { ownKeys } from './introduce.ts'
import { logOf, ourLog } from './log-store.ts'
import { findLogPeer } from './peer-store.ts'
import { introduceEverywhere, watchLogs } from './timed.ts'
import { entriesOf } from './tree-store.ts'

const signer = (name: string) => noteSigner(name, cosignatureV1, generateKeyPairSync('ed25519').privateKey)
const third = signer('third.example/witness')
let thirdDown = false

let pair: WitnessedPair
before(async () => {
  pair = await openWitnessedPair({ key: third.key, url: 'https://third.example/submit' })
})
after(() => pair.close())

const nothing = () => undefined
beforeEach(async () => {
  thirdDown = false
  pair.intercept = askThird
  for (const office of [pair.hust, pair.queenMary]) await office.database.db.deleteFrom('tlog_alarm').execute()
})

/** The third witness, as far as a log can tell: it cosigns what it is given. */
async function askThird(url: string, body: Uint8Array | undefined): Promise<Response | undefined> {
  if (!url.startsWith('https://third.example/')) return undefined
  if (thirdDown) throw new Error('third.example is not reached')
  const { text } = readNote(readAddCheckpoint(Buffer.from(body!).toString())!.checkpoint)!
  return new Response(signatureLine(cosign(text, third, pair.now)))
}

/** Queen Mary's witness answers so, and nothing else is in the way. */
function answerAs(by: NoteSigner, at = () => pair.now): void {
  pair.intercept = async (url, body) => {
    if (!url.endsWith('/add-checkpoint') || !url.startsWith(pair.queenMary.publicUrl)) return askThird(url, body)
    const { text } = readNote(readAddCheckpoint(Buffer.from(body!).toString())!.checkpoint)!
    return new Response(signatureLine(cosign(text, by, at())))
  }
}

const asking = (office: Office) => pair.askings.get(office)!
const kindsAt = async (office: Office) => (await alarms(office.database.db)).map(({ kind }) => kind).sort()
const sizeOf = async (office: Office) => (await ourLog(office.database.db))!.size

async function sizeBy(office: Office, name: string): Promise<number | undefined> {
  const held = await latestCosignatures(office.database.db, asking(office).house.origin)
  return held.find(({ cosigner }) => cosigner === name)?.size
}

/** Delivers what is waiting, and what failed before, as it stands now. */
async function settle(): Promise<void> {
  await pair.deliver()
}

test('a third witness by address cosigns too; while it is down nothing else waits for it', async () => {
  thirdDown = true
  await logEvents(pair, pair.hust, 2)
  await settle()
  const size = await sizeOf(pair.hust)
  assert.equal(await sizeBy(pair.hust, asking(pair.queenMary).house.witness.key.name), size)
  assert.notEqual(await sizeBy(pair.hust, third.key.name), size)
  thirdDown = false
  await settle()
  assert.equal(await sizeBy(pair.hust, third.key.name), size)
})

test('a cosignature by another key in the witness’s name is not kept, and raises an alarm', async () => {
  const { key } = asking(pair.queenMary).house.witness
  const before = await sizeBy(pair.hust, key.name)
  answerAs({ key, sign: third.sign })
  await logEvents(pair, pair.hust, 1)
  await settle()
  assert.deepEqual(await kindsAt(pair.hust), ['cosignature_wrong'])
  assert.equal(await sizeBy(pair.hust, key.name), before)
  pair.intercept = askThird
  await settle()
  assert.equal(await sizeBy(pair.hust, key.name), await sizeOf(pair.hust), 'the right one is taken when it comes')
})

test('a cosignature from the future is not kept', async () => {
  const { witness } = asking(pair.queenMary).house
  answerAs(witness, () => pair.now.add({ minutes: 6 }))
  await logEvents(pair, pair.hust, 1)
  await settle()
  assert.deepEqual(await kindsAt(pair.hust), ['cosignature_ahead'])
  answerAs(witness, () => pair.now.add({ minutes: 4 }))
  await settle()
  assert.equal(await sizeBy(pair.hust, witness.key.name), await sizeOf(pair.hust))
  pair.intercept = askThird
  await settle()
})

test('a mirror that lacks many entries is filled package by package', async () => {
  pair.queenMary.down = true
  await logEvents(pair, pair.hust, 300)
  await settle()
  pair.queenMary.down = false
  await settle()
  const size = await sizeOf(pair.hust)
  assert.ok(size > 300)
  const { origin } = asking(pair.hust).house
  const [here, there] = await Promise.all(
    [pair.hust, pair.queenMary].map((o) => entriesOf(o.database.db, origin, 0, size)),
  )
  assert.deepEqual(there!.map(String), here!.map(String))
  assert.equal(await sizeBy(pair.hust, asking(pair.queenMary).house.mirror.key.name), size)
})

test('every hour both are asked anew; a partner’s log is seen from outside', async () => {
  pair.wait({ hours: 1 })
  for (const office of [pair.hust, pair.queenMary]) await watchLogs(asking(office))
  await settle()
  for (const office of [pair.hust, pair.queenMary]) {
    const held = await latestCosignatures(office.database.db, asking(office).house.origin)
    const { witness } = asking(otherOf(pair, office)).house
    const fresh = held.find(({ cosigner }) => cosigner === witness.key.name)!
    assert.equal(String(fresh.cosignedAt), String(pair.now))
    assert.deepEqual(await kindsAt(office), [])
  }
})

test('keys told once are not told again; other keys later are not taken, and both sides are alarmed', async () => {
  await introduceEverywhere(asking(pair.queenMary))
  assert.equal(await pair.deliverFrom(pair.queenMary), 0)
  const { house } = asking(pair.queenMary)
  const changed = { ...house, witness: signer(house.witness.key.name) }
  await introduceEverywhere({ ...asking(pair.queenMary), house: changed })
  await settle()
  assert.deepEqual(await kindsAt(pair.hust), ['keys_changed'])
  assert.deepEqual(await kindsAt(pair.queenMary), ['keys_not_taken'])
  const pinned = (await findLogPeer(pair.hust.database.db, pair.queenMary.ror))!
  assert.equal(verifierKey(pinned.witness), verifierKey(house.witness.key))
})

test('keys that are doubled, for another duty, or not under the pinned root are refused', async () => {
  const { house } = asking(pair.queenMary)
  const keys = ownKeys(house)
  const receive = async (body: unknown) => {
    const received = { id: 'x', from: pair.queenMary.ror, about: 'log', body, at: pair.now }
    await pair.hust.database.db.transaction().execute((tx) => pair.hust.messages['witness.keys']!.receive(tx, received))
  }
  const refused = { reason: 'log_keys_malformed' }
  await assert.rejects(receive({ ...keys, mirror: keys.witness }), refused)
  await assert.rejects(receive({ ...keys, log: keys.witness }), refused)
  await assert.rejects(receive({ ...keys, log: 'nonsense' }), refused)
  await assert.rejects(
    receive({ ...keys, stampCertificate: ownKeys(asking(pair.hust).house).stampCertificate }),
    refused,
  )
  await assert.rejects(receive({ log: keys.log }), refused)
})

describe('databases that were changed', () => {
  /** Sets HUST's database back to what it was with so many entries, as a restored copy would. */
  async function setBack(size: number): Promise<void> {
    const { db } = pair.hust.database
    const { origin } = asking(pair.hust).house
    const gone = (table: string, column: string, from: number) =>
      sql`delete from ${sql.table(table)} where origin = ${origin} and ${sql.ref(column)} >= ${from}`.execute(db)
    await gone('tlog_cosignature', 'size', size + 1)
    await gone('tlog_stamp', 'size', size + 1)
    await gone('tlog_checkpoint', 'size', size + 1)
    await gone('tlog_entry', 'index', size)
    await sql`delete from tlog_event where index >= ${size}`.execute(db)
    await sql`delete from tlog_node where origin = ${origin} and (index + 1) * power(2, level) > ${size}`.execute(db)
    await db.updateTable('tlog').set({ size }).where('origin', '=', origin).execute()
  }

  test('a database restored from an older copy fills its log up from the partner’s mirror, and goes on as if nothing had been', async () => {
    const { db } = pair.hust.database
    const { origin } = asking(pair.hust).house
    const size = await sizeOf(pair.hust)
    const root = (await findCheckpoint(db, origin, size))!.root
    await setBack(size - 3)
    await watchLogs(asking(pair.hust))
    await settle()
    await settle()
    assert.equal(await sizeOf(pair.hust), size)
    assert.deepEqual((await findCheckpoint(db, origin, size))!.root, root)
    await logEvents(pair, pair.hust, 1)
    await settle()
    assert.equal(await sizeBy(pair.hust, asking(pair.queenMary).house.mirror.key.name), size + 1)
    for (const office of [pair.hust, pair.queenMary]) assert.deepEqual(await kindsAt(office), [])
  })

  test('a mirror that gives back other entries than ours changes nothing', async () => {
    await logEvents(pair, pair.hust, 2)
    await settle()
    const size = await sizeOf(pair.hust)
    await setBack(size - 2)
    pair.intercept = async (url) =>
      url.includes('/tile/entries/') ? new Response(new Uint8Array(bundle(forgeries))) : undefined
    const forgeries = Array.from({ length: size }, () => Buffer.from('chirograph-log-1\nagreement.frozen\nforged\n'))
    await watchLogs(asking(pair.hust))
    await settle()
    pair.intercept = nothing
    assert.equal(await sizeOf(pair.hust), size - 2)
    assert.deepEqual(await kindsAt(pair.hust), ['set_back'])
    await settle()
    assert.equal(await sizeOf(pair.hust), size)
    await pair.hust.database.db.deleteFrom('tlog_alarm').execute()
  })

  test('a database restored from an older copy, and no mirror that answers: the partner says how much it knows, and both see it', async () => {
    await logEvents(pair, pair.hust, 4)
    await settle()
    const size = await sizeOf(pair.hust)
    await setBack(size - 4)
    pair.intercept = async (url) => (url.includes('/mirror/') ? new Response('', { status: 503 }) : undefined)
    await watchLogs(asking(pair.hust))
    await settle()
    assert.deepEqual(await kindsAt(pair.hust), ['set_back'])
    await watchLogs(asking(pair.queenMary))
    assert.deepEqual(await kindsAt(pair.queenMary), ['rolled_back'])
    const { origin } = asking(pair.hust).house
    assert.equal((await entriesOf(pair.queenMary.database.db, origin, 0, size)).length, size, 'the mirror has them all')
  })

  test('once it goes on from there, its log is a fork: 409 and an alarm, then never cosigned again', async () => {
    await logEvents(pair, pair.hust, 2)
    await settle()
    assert.deepEqual(await kindsAt(pair.queenMary), ['forked'])
    assert.deepEqual(await kindsAt(pair.hust), ['set_back'])
    await logEvents(pair, pair.hust, 5)
    await settle()
    assert.deepEqual(await kindsAt(pair.queenMary), ['forked', 'rewritten'])
    assert.deepEqual(await kindsAt(pair.hust), ['called_inconsistent', 'set_back'])
    pair.intercept = nothing
  })

  test('an entry rewritten in place, tree and all, is refused by the witness with 422 and stays uncosigned', async () => {
    const { db } = pair.queenMary.database
    const { house } = asking(pair.queenMary)
    const { origin } = house
    const size = await sizeOf(pair.queenMary)
    const entries = await entriesOf(db, origin, 0, size)
    const forged = entries.with(1, Buffer.from('chirograph-log-1\nlog.keys_pinned\nforged\n'))
    const tree = memoryTree()
    await tree.append(forged.map(leafHash))
    await db
      .updateTable('tlog_entry')
      .set({ data: Buffer.from(forged[1]!) })
      .where('origin', '=', origin)
      .where('index', '=', '1')
      .execute()
    for (let level = 0; 2 ** level <= size; level++)
      for (const node of Array.from({ length: Math.floor(size / 2 ** level) }, (_, index) => ({ level, index }))) {
        const [hash] = await tree.read([node])
        await db
          .updateTable('tlog_node')
          .set({ hash: Buffer.from(hash!) })
          .where('origin', '=', origin)
          .where('level', '=', level)
          .where('index', '=', String(node.index))
          .execute()
      }
    await logEvents(pair, pair.queenMary, 1)
    await settle()
    assert.ok((await kindsAt(pair.hust)).includes('rewritten'))
    assert.ok((await kindsAt(pair.queenMary)).includes('called_inconsistent'))
    assert.equal(await sizeBy(pair.queenMary, asking(pair.hust).house.witness.key.name), size)
  })

  test('a log that shows another key, or another tree, from outside raises an alarm; an error page does not', async () => {
    const { house } = asking(pair.queenMary)
    const show = async (text: string, status = 200) => {
      await pair.hust.database.db.deleteFrom('tlog_alarm').execute()
      pair.intercept = async (url) =>
        url.endsWith('/checkpoint') ? new Response(text, { status }) : new Response('', { status: 503 })
      await watchLogs(asking(pair.hust))
      return kindsAt(pair.hust)
    }
    const { size } = (await logOf(pair.hust.database.db, pair.queenMary.ror))!
    const head = { origin: house.origin, size, root: Buffer.alloc(32, 1) }
    const stranger = noteSigner(house.origin, 1, generateKeyPairSync('ed25519').privateKey)
    assert.deepEqual(await show(signCheckpoint(head, stranger)), ['keys_changed'])
    assert.deepEqual(await show(signCheckpoint(head, house.log)), ['forked'])
    assert.deepEqual(await show('<h1>502 Bad Gateway</h1>'), [])
    assert.deepEqual(await show('', 502), [])
    pair.intercept = nothing
  })
})
