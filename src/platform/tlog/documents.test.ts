/**
 * The examples that stand in the C2SP documents themselves, letter for letter, where no other test has them; and vectors of
 * programs we did not write: torchwood's litewitness (cmd/litewitness/testdata/multi-cosigs-ed25519.txt), Project Oak's c2sp
 * crate (an inclusion proof of a log run by Tessera) and transparency-dev/merkle (proof/tlog_proof_test.go).
 */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import {
  cosign,
  cosignature,
  cosignatureV1,
  ed25519,
  formatNote,
  formatProof,
  isSignedBy,
  leafHash,
  noteKey,
  noteSigner,
  openCheckpoint,
  type Policy,
  PolicyError,
  packageRanges,
  readAddCheckpoint,
  readCheckpointText,
  readNote,
  readPolicy,
  readProof,
  readSignatureLines,
  signatureLine,
  verifierKey,
  verifyInclusion,
  verifyProof,
} from './index.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const base64 = (text: string) => Buffer.from(text, 'base64')
const signer = (name: string, type: number) => noteSigner(name, type, generateKeyPairSync('ed25519').privateKey)

test('signed-note: the poem has an empty line, and its signature is under the last', () => {
  const poem = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`
  const note = readNote(poem)!
  assert.ok(note.text.endsWith(':\n\ned è subito sera.\n'))
  const [{ name, id, signature }] = note.signatures as [(typeof note.signatures)[0]]
  assert.deepEqual([name, hex(id), signature.length], ['quasimodo.example/salvatore', '367ba04b', 64])
  assert.equal(formatNote(note), poem)
})

const sofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`
const cosigned = `${sofa}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

test('tlog-checkpoint and tlog-cosignature: the cosigned example holds a head, a signature, and a time before its cosignature', () => {
  const note = readNote(cosigned)!
  assert.equal(readCheckpointText(note.text)?.size, 20_852_163)
  const [own, by] = note.signatures as [(typeof note.signatures)[0], (typeof note.signatures)[0]]
  assert.deepEqual([hex(own.id), own.signature.length], ['033de0ae', 64])
  assert.deepEqual([by.name, hex(by.id), by.signature.length], ['witness.example.com/w1', '8d66cf3f', 72])
  assert.equal(Buffer.from(by.signature).readBigUInt64BE(), 1_679_315_147n)
  assert.equal(formatNote(note), cosigned)
})

test('tlog-cosignature: what is signed is the example message', () => {
  const witness = signer('witness.example.com/w1', cosignatureV1)
  const made = cosign(sofa, witness, Temporal.Instant.fromEpochMilliseconds(1_679_315_147_000))
  assert.equal(Buffer.from(made.signature).readBigUInt64BE(), 1_679_315_147n)
  const message = `cosignature/v1
time 1679315147
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`
  assert.ok(isSignedBy(witness.key, message, made.signature.subarray(8)))
})

test('tlog-cosignature: extension lines are part of what is cosigned', () => {
  const text = 'test\n123\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\nextension 1\nextension 2\n'
  const witness = signer('example.com', cosignatureV1)
  const at = Temporal.Instant.from('2026-09-06T14:20:00Z')
  const note = { text, signatures: [cosign(text, witness, at)] }
  assert.equal(readCheckpointText(text)?.size, 123)
  assert.equal(String(cosignature(note, witness.key)), String(at))
  const changed = text.replace('extension 2', 'extension X')
  assert.equal(cosignature({ ...note, text: changed }, witness.key), 'wrong')
})

test('litewitness: the checkpoint a real witness was given is by its log', () => {
  const origin = 'sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90'
  const body = `old 0

${origin}
1
KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=

— ${origin} 7BKT0gOfNZ1J0So9unY3BZtm2YkPIoNYM/dce0Z2avJDs8dxN6ts9bOSwwrVrbjm6P9K3ZxpK6jJngOG6YvGGzV/lwo=
`
  const request = readAddCheckpoint(body)!
  assert.deepEqual([request.old, request.proof], [0, []])
  const publicKey = Buffer.from('52c05edad1bf5feffa81354faae59a655d9a9a1a793ed2f62c39c26c0be2aecd', 'hex')
  const key = noteKey(origin, ed25519, publicKey)
  assert.equal(hex(key.id), 'ec1293d2')
  const opened = openCheckpoint(request.checkpoint, key)
  assert.ok(typeof opened === 'object')
  assert.deepEqual([opened.size, opened.root[0]], [1, 0x2a])
  assert.equal(openCheckpoint(request.checkpoint.replace('\n1\n', '\n2\n'), key), 'signature_wrong')
})

test('tlog-mirror: the example answer is read as three signatures', () => {
  const answer = `— mirror.example/m1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
— mirror.example/m1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
— mirror.example/m2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
`
  const lines = readSignatureLines(answer)!
  assert.deepEqual(
    lines.map(({ name, signature }) => [name, signature.length]),
    [
      ['mirror.example/m1', 72],
      ['mirror.example/m1', 72],
      ['mirror.example/m2', 72],
    ],
  )
  assert.equal(lines.map(signatureLine).join(''), answer)
})

test('tlog-mirror: packages are cut by the document’s own formula', () => {
  const ranges: [start: number, end: number][] = [
    [0, 0],
    [0, 1],
    [0, 256],
    [0, 257],
    [5, 5],
    [255, 257],
    [200, 1_500],
  ]
  for (const [start, end] of ranges) {
    const roundedStart = Math.floor(start / 256) * 256
    const roundedEnd = Math.ceil(end / 256) * 256
    const count = start === end ? 0 : (roundedEnd - roundedStart) / 256
    const wanted = Array.from({ length: count }, (_, i) => [
      Math.max(start, roundedStart + i * 256),
      Math.min(end, roundedStart + (i + 1) * 256),
    ])
    assert.deepEqual(packageRanges(start, end), wanted, `${start} to ${end}`)
  }
})

/** The example, whose signatures the document itself cuts short. */
const fancy = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw[...]1roloI=
— witness1.example mJirIklj[...]qY9v2B/5bg==
— witness2.example TnKKVHLX[...]xwYwrSjgow==
— witness3.example S4X82uH5[...]3oEcROGLFQ==
`

test('tlog-proof: the example is read and written back, and proves nothing as it is', () => {
  const proof = readProof(fancy)!
  assert.deepEqual([proof.index, proof.path.length], [73_894, 5])
  assert.ok(Buffer.from(proof.extra!).toString().startsWith('age-v1.2.1-darwin-arm64.tar.gz'))
  assert.equal(readCheckpointText(proof.checkpoint.split('\n\n')[0]!.concat('\n'))?.size, 109_482)
  assert.equal(formatProof(proof), fancy)
  const log = signer('example.com/fancylog', ed25519)
  const policy: Policy = { logs: [{ key: log.key }], witnesses: [], groups: [], quorum: 'none' }
  assert.equal(verifyProof(fancy, Buffer.from('entry'), policy), 'no_known_log')
})

test('tlog-proof: what another reader refuses, ours does', () => {
  const start = 'c2sp.org/tlog-proof@v1\n'
  for (const wrong of [
    'wrong-header\nindex 0\n\ncheckpoint\n',
    `${start}extra !!notbase64!!\nindex 0\n\ncheckpoint\n`,
    `${start}\n\ncheckpoint\n`,
    `${start}index notanumber\n\ncheckpoint\n`,
    `${start}index -5\n\ncheckpoint\n`,
    `${start}index 0\n!!notbase64!!\n\ncheckpoint\n`,
    `${start}index 0\n${Buffer.alloc(64).toString('base64')}\n\ncheckpoint\n`,
  ])
    assert.equal(readProof(wrong), undefined, wrong)
})

test('an entry of a real log is in its tree of 76,959', () => {
  const proof = [
    'fGRlLyuz+L9Jb8+uTSut/2aVc4z7fKFW+clvsb6xjEM=',
    'F6LautOHD5eppkWC0xn/lz00X5g2yLlZAkl2jCI/wdE=',
    'qH7OJxFNup+TDvJuohd2HphKVngfMeMzUK8QChEDcas=',
    '+Y3g758yXtPCRh/eqhLTA3bdcx+cCV1Uah0JdgB0YEs=',
    'vq8cJSjj8dPVmFBRUqDLlaMqW6aAYR2GKugVhgudXLs=',
    'J0z3X5qTb9WFC1gABhVFx0bW1rVZRL+DAoBL2e2h4G4=',
    'NmSbYg25xNFzTRerIsF3HbEMyTIDqW87AQd9ekzopE8=',
    'L8BZipjURnkctkjJtGJs+YyTXMssvNKA7+a8nV2JT/s=',
    'pva4RFzCejMkVMVmYc93As2lbk7WAyrw58TvrzEOjNc=',
  ].map(base64)
  const root = base64('QYfrD7XAd4qUHbRBs4dDyDZwpZN4M/cccXr2G56pxkY=')
  const claim = { leaf: leafHash(Buffer.from('hello tesseroak\n')), index: 76_958, size: 76_959, proof, root }
  assert.ok(verifyInclusion(claim))
  assert.ok(!verifyInclusion({ ...claim, index: 76_957 }))
  assert.ok(!verifyInclusion({ ...claim, leaf: leafHash(Buffer.from('hello tesseroak')) }))
})

test('tlog-policy: names are bytes, not what they look like', () => {
  const [a, b] = [signer('a', cosignatureV1), signer('b', cosignatureV1)]
  const two = `witness K ${verifierKey(a.key)}\nwitness \u212a ${verifierKey(b.key)}\n`
  assert.equal(readPolicy(`${two}group both all K \u212a\nquorum both\n`).witnesses.length, 2)
})

test('tlog-policy: the same key under another name is the same key', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const [a, b] = ['a', 'b'].map((name) => verifierKey(noteSigner(name, cosignatureV1, privateKey).key))
  assert.throws(() => readPolicy(`witness a ${a}\nwitness b ${b}\nquorum a\n`), PolicyError)
  assert.throws(() => readPolicy(`log ${a}\nquorum none\n`), PolicyError, 'a cosigner’s key is no log’s')
})

test('tlog-policy: 32 logs, 32 witnesses and 32 groups are not too many', () => {
  const numbers = Array.from({ length: 32 }, (_, i) => i)
  const policy = readPolicy(
    [
      ...numbers.map((i) => `log ${verifierKey(signer(`log${i}`, ed25519).key)}`),
      ...numbers.map((i) => `witness w${i} ${verifierKey(signer(`w${i}`, cosignatureV1).key)}`),
      ...numbers.map((i) => `group g${i} ${i === 0 ? 'any w0' : `all g${i - 1} w${i}`}`),
      'quorum g31\n',
    ].join('\n'),
  )
  assert.deepEqual([policy.logs.length, policy.witnesses.length, policy.groups.length], [32, 32, 32])
})
