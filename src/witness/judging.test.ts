/** What the witness and the mirror refuse, as tlog-witness and tlog-mirror ask: 400, 403, 404, 409, 422; and what raises an alarm. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import {
  consistencyProof,
  cosignature,
  ed25519,
  formatAddCheckpoint,
  formatAddEntries,
  leafHash,
  memoryTree,
  type NoteSigner,
  noteSigner,
  readMirrorInfo,
  readNote,
  readSignatureLines,
  rootAt,
  signCheckpoint,
  tileProof,
} from '#src/platform/tlog/index.ts'
import { openWitnessedPair, type WitnessedPair } from '#test/support/witnessed.ts'
import { alarms } from './alarm-store.ts'
import { latestCosignatures } from './checkpoint-store.ts'
import type { WitnessHouse } from './house.ts'
import { logOf } from './log-store.ts'
import { entriesOf } from './tree-store.ts'

let pair: WitnessedPair
/** The key of HUST's log, with which a compromised node could sign anything. */
let log: NoteSigner
/** Queen Mary's: it judges. */
let house: WitnessHouse
let honest: Uint8Array[]

before(async () => {
  pair = await openWitnessedPair()
  log = pair.askings.get(pair.hust)!.house.log
  house = pair.askings.get(pair.queenMary)!.house
  honest = await entriesOf(pair.hust.database.db, log.key.name, 0, 100)
})
after(() => pair.close())
beforeEach(() => pair.queenMary.database.db.deleteFrom('tlog_alarm').execute())

const raised = async () => (await alarms(pair.queenMary.database.db)).map(({ kind }) => kind)
const held = async () => (await logOf(pair.queenMary.database.db, pair.hust.ror))!

const post = (path: string, body: string | Uint8Array) =>
  pair.queenMary.app.request(`${pair.queenMary.publicUrl}/federation/log/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })

async function treeOf(entries: Uint8Array[]) {
  const tree = memoryTree()
  await tree.append(entries.map(leafHash))
  return tree
}

interface Submission {
  entries: Uint8Array[]
  old: number
  by?: NoteSigner
  proof?: Uint8Array[]
  origin?: string
}

/** Submits a head over these entries, proven as honestly as can be. */
async function submit({ entries, old, by = log, proof, origin = log.key.name }: Submission): Promise<Response> {
  const { read, size } = await treeOf(entries)
  const checkpoint = signCheckpoint({ origin, size, root: await rootAt(read, size) }, by)
  const shown = proof ?? (old <= size ? await consistencyProof(read, old, size) : [])
  return post('add-checkpoint', formatAddCheckpoint({ old, proof: shown, checkpoint }))
}

const entry = (text: string) => Buffer.from(text)
const grown = (...more: string[]) => [...honest, ...more.map(entry)]

test('a body that is none, another log’s name, another key: 400, 404, 403, and nothing is noted', async () => {
  const stranger = noteSigner(log.key.name, ed25519, generateKeyPairSync('ed25519').privateKey)
  const before = await held()
  assert.equal((await post('add-checkpoint', 'hello')).status, 400)
  assert.equal((await post('add-checkpoint', 'old 1\n\nnothing signed')).status, 404)
  assert.equal((await submit({ entries: honest, old: 2, origin: 'unheard.example/log' })).status, 404)
  assert.equal((await submit({ entries: honest, old: 2, by: stranger })).status, 403)
  const own = pair.askings.get(pair.queenMary)!.house
  assert.equal(
    (await submit({ entries: honest, old: 2, origin: own.origin, by: own.log })).status,
    404,
    'not its own log',
  )
  assert.deepEqual([await held(), await raised()], [before, []])
})

test('an old size larger than the new is no request: 400', async () => {
  assert.equal((await submit({ entries: honest.slice(0, 1), old: 2 })).status, 400)
})

test('a stale size gets 409, the known size, and no cosignature', async () => {
  for (const old of [0, 1]) {
    const response = await submit({ entries: honest, old })
    assert.equal(response.status, 409)
    assert.equal(response.headers.get('content-type'), 'text/x.tlog.size')
    assert.equal(await response.text(), '2\n')
  }
  assert.deepEqual(await raised(), [], 'a request that came late is nobody’s fault')
})

test('a repeat of the last request gets a cosignature again, dated anew', async () => {
  pair.wait({ minutes: 10 })
  const response = await submit({ entries: honest, old: 2 })
  assert.equal(response.status, 200)
  const { text } = readNote(
    signCheckpoint({ origin: log.key.name, size: 2, root: await rootAt((await treeOf(honest)).read, 2) }, log),
  )!
  const at = cosignature({ text, signatures: readSignatureLines(await response.text())! }, house.witness.key)
  assert.equal(String(at), String(pair.now))
  assert.equal((await held()).witnessed, 2)
})

test('a head that leaves out or changes an earlier entry is refused with 422, kept as proof, and never cosigned', async () => {
  const rewritten = [entry('another beginning'), ...honest.slice(1), entry('more')]
  const response = await submit({ entries: rewritten, old: 2 })
  assert.equal(response.status, 422)
  assert.deepEqual(await raised(), ['rewritten'])
  const [alarm] = await alarms(pair.queenMary.database.db)
  assert.match(alarm!.proof, new RegExp(`^${log.key.name}\n3\n`))
  assert.equal((await held()).witnessed, 2)
  assert.ok((await latestCosignatures(pair.queenMary.database.db, log.key.name)).every(({ size }) => size === 2))
  assert.equal((await submit({ entries: grown('more'), old: 2, proof: [] })).status, 422, 'nor one without a proof')
  assert.equal((await submit({ entries: grown('more'), old: 2, proof: [Buffer.alloc(32)] })).status, 422)
  assert.deepEqual(
    (await alarms(pair.queenMary.database.db)).map(({ times }) => times),
    [3],
    'one alarm, counted',
  )
})

test('another tree of a size that was cosigned is a fork: 409, and both signed heads are the proof', async () => {
  const forked = [honest[0]!, entry('another second entry')]
  assert.equal((await submit({ entries: forked, old: 2 })).status, 409)
  assert.equal((await submit({ entries: forked, old: 0 })).status, 409)
  assert.equal((await submit({ entries: [entry('another first')], old: 1 })).status, 409, 'a smaller one too')
  const [alarm, ...more] = await alarms(pair.queenMary.database.db)
  assert.deepEqual([alarm!.kind, alarm!.times, more], ['forked', 3, []])
  assert.equal(alarm!.proof.match(new RegExp(`^${log.key.name}\n2\n`, 'gm'))?.length, 2)
  assert.equal((await held()).witnessed, 2)
})

test('two requests at once cannot roll the head back', async () => {
  const longer = grown('a', 'b', 'c')
  const both = await Promise.all([
    submit({ entries: longer, old: 2 }),
    submit({ entries: longer.slice(0, 3), old: 2 }),
    submit({ entries: longer, old: 2 }),
    submit({ entries: longer.slice(0, 4), old: 2 }),
  ])
  assert.equal(both.filter(({ status }) => status === 200).length, 1)
  assert.equal(both.filter(({ status }) => status === 409).length, 3)
  const { witnessed } = await held()
  assert.ok([3, 4, 5].includes(witnessed))
  if (witnessed < 5) assert.equal((await submit({ entries: longer, old: witnessed })).status, 200)
  assert.equal((await held()).witnessed, 5)
  honest = longer
})

interface Upload {
  start: number
  end: number
  entries: Uint8Array[]
  packages?: number
  change?: (proof: Uint8Array[]) => Uint8Array[]
}

async function upload({ start, end, entries, packages = 99, change = (p) => p }: Upload): Promise<Response> {
  const tree = await treeOf(entries.slice(0, end))
  const sent = []
  for (let from = start; from < end && sent.length < packages; ) {
    const to = Math.min(end, (Math.floor(from / 256) + 1) * 256)
    const proof = change(await tileProof(tree.read, Math.floor(from / 256) * 256, end))
    sent.push({ entries: entries.slice(from, to), proof })
    from = to
  }
  const ticket = new Uint8Array()
  return post('add-entries', formatAddEntries({ origin: log.key.name, start, end, ticket, packages: sent }))
}

async function assertConflict(response: Response, size: number, next: number): Promise<void> {
  assert.equal(response.status, 409)
  assert.equal(response.headers.get('content-type'), 'text/x.tlog.mirror-info')
  const info = readMirrorInfo(await response.text())!
  assert.deepEqual([info.size, info.next], [size, next])
}

test('the mirror takes entries only up to a head that was witnessed, and only after those it holds', async () => {
  assert.equal((await post('add-entries', 'hello')).status, 400)
  const unknown = { origin: 'unheard.example/log', start: 0, end: 0, ticket: new Uint8Array(), packages: [] }
  assert.equal((await post('add-entries', formatAddEntries(unknown))).status, 404)
  await assertConflict(await upload({ start: 0, end: 0, entries: [] }), 5, 2)
  await assertConflict(await upload({ start: 2, end: 6, entries: [...honest, entry('d')] }), 5, 2)
  await assertConflict(await upload({ start: 3, end: 5, entries: honest }), 5, 2)
})

test('entries that are not those of the head are refused with 422, and none is kept', async () => {
  assert.equal((await upload({ start: 2, end: 5, entries: honest.with(3, entry('x')) })).status, 422)
  assert.equal((await upload({ start: 2, end: 5, entries: honest, change: () => [Buffer.alloc(32)] })).status, 422)
  assert.equal((await upload({ start: 2, end: 5, entries: honest, packages: 0 })).status, 400)
  assert.deepEqual([(await held()).size, (await held()).mirrored], [2, 2])
  assert.deepEqual(await raised(), [], 'anyone can send this; it is nobody’s signature')
})

test('once it holds them all, the mirror says so with its own key; again the same', async () => {
  for (const start of [2, 0, 5]) {
    const response = await upload({ start, end: 5, entries: honest })
    assert.equal(response.status, 200)
    const [signature, ...more] = readSignatureLines(await response.text())!
    assert.deepEqual([signature!.name, more], [house.mirror.key.name, []])
  }
  assert.deepEqual([(await held()).size, (await held()).mirrored], [5, 5])
})

test('a long upload may stop between packages: 202 says where to go on', async () => {
  const many = grown(...Array.from({ length: 700 }, (_, i) => `entry ${i}`))
  assert.equal((await submit({ entries: many, old: 5 })).status, 200)
  const first = await upload({ start: 5, end: many.length, entries: many, packages: 1 })
  assert.equal(first.status, 202)
  assert.deepEqual(readMirrorInfo(await first.text())!.next, 256)
  assert.equal((await held()).mirrored, 5, 'nothing is said before it is true')
  const wrongLater = many.with(600, entry('x'))
  assert.equal((await upload({ start: 256, end: many.length, entries: wrongLater })).status, 422)
  assert.equal((await upload({ start: 256, end: many.length, entries: many })).status, 200)
  assert.equal((await held()).mirrored, many.length)
  const copy = await entriesOf(pair.queenMary.database.db, log.key.name, 0, many.length)
  assert.deepEqual(copy.map(String), many.map(String))
})
