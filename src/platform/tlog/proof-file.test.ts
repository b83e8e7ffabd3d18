import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import {
  cosign,
  cosignatureV1,
  ed25519,
  formatNote,
  formatPolicy,
  formatProof,
  inclusionProof,
  leafHash,
  memoryTree,
  noteSigner,
  type Policy,
  PolicyError,
  readNote,
  readPolicy,
  readProof,
  rootAt,
  satisfies,
  signCheckpoint,
  verifierKey,
  verifyProof,
} from './index.ts'

const signer = (name: string, type: number) => noteSigner(name, type, generateKeyPairSync('ed25519').privateKey)
const log = signer('east.example/log', ed25519)
const witness = signer('west.example/log/witness', cosignatureV1)
const mirror = signer('west.example/log/mirror', cosignatureV1)
const third = signer('third.example/witness', cosignatureV1)
const at = Temporal.Instant.from('2026-09-06T14:20:00Z')

const policy: Policy = {
  logs: [{ key: log.key, url: 'https://east.example/log' }],
  witnesses: [
    { name: 'west', key: witness.key },
    { name: 'west-mirror', key: mirror.key },
    { name: 'third', key: third.key, url: 'https://third.example/' },
  ],
  groups: [{ name: 'both-of-west', least: 2, members: ['west', 'west-mirror'] }],
  quorum: 'both-of-west',
}

const entries = Array.from({ length: 9 }, (_, i) => Buffer.from(`entry ${i}`))

async function proofOf(index: number, cosigners = [witness, mirror]): Promise<string> {
  const tree = memoryTree()
  await tree.append(entries.map(leafHash))
  const root = await rootAt(tree.read, entries.length)
  const note = readNote(signCheckpoint({ origin: log.key.name, size: entries.length, root }, log))!
  const signatures = [...note.signatures, ...cosigners.map((c) => cosign(note.text, c, at))]
  const path = await inclusionProof(tree.read, index, entries.length)
  return formatProof({ index, path, checkpoint: formatNote({ ...note, signatures }), extra: Buffer.from('salt') })
}

test('a proof is read back and holds off line, for every entry', async () => {
  for (const [index, entry] of entries.entries()) {
    const text = await proofOf(index)
    assert.equal(formatProof(readProof(text)!), text)
    const proven = verifyProof(text, entry, policy)
    assert.ok(typeof proven === 'object')
    assert.deepEqual([proven.index, proven.size, proven.origin], [index, 9, 'east.example/log'])
    assert.deepEqual([...proven.cosigned.keys()], ['west', 'west-mirror'])
  }
})

test('a proof of another entry, or for another place, proves nothing', async () => {
  const text = await proofOf(4)
  assert.equal(verifyProof(text, entries[5]!, policy), 'not_included')
  assert.equal(verifyProof(text.replace('index 4', 'index 5'), entries[4]!, policy), 'not_included')
})

test('a missing, wrong or foreign cosignature is told apart', async () => {
  assert.equal(verifyProof(await proofOf(1, [witness]), entries[1]!, policy), 'quorum_missed')
  assert.equal(verifyProof(await proofOf(1, [witness, third]), entries[1]!, policy), 'quorum_missed')
  const stranger = noteSigner(mirror.key.name, cosignatureV1, generateKeyPairSync('ed25519').privateKey)
  assert.equal(verifyProof(await proofOf(1, [witness, stranger]), entries[1]!, policy), 'quorum_missed')
  const posing = { key: mirror.key, sign: stranger.sign }
  assert.equal(verifyProof(await proofOf(1, [witness, posing]), entries[1]!, policy), 'cosignature_wrong')
  const elsewhere = { ...policy, logs: [{ key: signer('east.example/log', ed25519).key }] }
  assert.equal(verifyProof(await proofOf(1), entries[1]!, elsewhere), 'no_known_log')
  const changed = (await proofOf(1)).replace('\n9\n', '\n8\n')
  assert.equal(verifyProof(changed, entries[1]!, policy), 'log_signature_wrong')
})

test('what is not a proof is not read', async () => {
  const text = await proofOf(0)
  for (const wrong of [
    '',
    text.replace('@v1', '@v2'),
    text.replace('index 0', 'index 00'),
    text.replace('index 0\n', ''),
    text.replace('extra ', 'extra  '),
    text.replace(/=\n/, '\n'),
    text.replaceAll('\n\n', '\n'),
  ])
    assert.equal(verifyProof(wrong, entries[0]!, policy), 'proof_malformed')
})

test('a policy is written and read back', () => {
  const text = formatPolicy(policy)
  assert.deepEqual(readPolicy(text), policy)
  assert.equal(text.split('\n').at(-2), 'quorum both-of-west')
})

test('the example policy of the document: two of three, any of three, and both groups', async () => {
  const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']
  const witnesses = names.map((name) => signer(name, cosignatureV1))
  const read = readPolicy(`
    # Comments and empty lines are left aside.
    log ${verifierKey(log.key)}

    ${witnesses.map((w) => `witness ${w.key.name}\t${verifierKey(w.key)}\n`).join('')}
    group X-witnesses 2 X1 X2 X3
    group Y-witnesses any Y1 Y2 Y3
    group X-and-Y all X-witnesses Y-witnesses
    quorum X-and-Y
`)
  const verdict = (...by: string[]) => {
    const note = readNote(signCheckpoint({ origin: log.key.name, size: 1, root: Buffer.alloc(32) }, log))!
    const cosigned = witnesses.filter((w) => by.includes(w.key.name)).map((w) => cosign(note.text, w, at))
    const held = satisfies(formatNote({ ...note, signatures: [...note.signatures, ...cosigned] }), read)
    return typeof held === 'string' ? held : 'held'
  }
  assert.equal(verdict('X1', 'X3', 'Y2'), 'held')
  assert.equal(verdict('X1', 'X2', 'X3'), 'quorum_missed')
  assert.equal(verdict('X1', 'Y1', 'Y2', 'Y3'), 'quorum_missed')
})

test('a policy that is not one names the line', () => {
  const key = verifierKey(witness.key)
  const wrong: [line: number, text: string][] = [
    [1, 'quorum nobody'],
    [2, ''.padEnd(1, '\n')],
    [2, 'quorum none\nquorum none'],
    [1, `log ${key}`],
    [1, `witness none ${key}`],
    [2, `witness a ${key}\nwitness b ${key}`],
    [2, `witness a ${key}\nwitness a ${verifierKey(mirror.key)}`],
    [2, `witness a ${key}\ngroup g 2 a`],
    [2, `witness a ${key}\ngroup g 0 a`],
    [2, `witness a ${key}\ngroup g any a a`],
    [3, `witness a ${key}\ngroup g any a\ngroup h any a`],
    [1, 'group g all'],
    [1, 'group g all a'],
    [1, 'witness'],
    [1, 'quorum none\r'],
    [1, 'believe everything'],
  ]
  for (const [line, text] of wrong) {
    const named = (error: unknown) => error instanceof PolicyError && error.line === line
    assert.throws(() => readPolicy(text), named, JSON.stringify(text))
  }
})
