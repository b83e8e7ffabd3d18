/** Random damage: the verifier always answers, and never says complete. The seed is fixed, so a failure comes back. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { countersignable, declareFields, verifyDocument } from '#src/platform/pades/index.ts'
import { writeFile, writeUpdate } from '#src/platform/pdf/write.ts'
import { nextTrailer, open, sizeOfFile } from './forge.ts'
import { fuzz, openTargets, type Target } from './fuzz/index.ts'
import { randomFrom } from './fuzz/random.ts'
import { onlyIf } from './fuzz/target.ts'
import { type Honest, makeHonest } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

async function judge(file: Uint8Array, what: string): Promise<void> {
  const { state } = await verifyDocument(file, { roots: honest.roots })
  assert.notEqual(state, 'complete', what)
  assert.equal(countersignable(honest.signedOnce, file, { roots: honest.roots }).accepted, false, what)
}

test('one byte changed anywhere in the second revision', async () => {
  const random = randomFrom(7)
  const { signedOnce, signedTwice } = honest
  for (let i = 0; i < 150; i++) {
    const file = Buffer.from(signedTwice)
    const at = signedOnce.length + random(signedTwice.length - signedOnce.length)
    file[at] = file[at]! ^ (1 + random(255))
    await judge(file, `byte ${at}`)
  }
})

test('one byte changed anywhere in the document', async () => {
  const random = randomFrom(11)
  for (let i = 0; i < 100; i++) {
    const file = Buffer.from(honest.signedTwice)
    const at = random(file.length)
    file[at] = file[at]! ^ (1 + random(255))
    await judge(file, `byte ${at}`)
  }
})

test('cut, doubled or rubbish put in anywhere', async () => {
  const random = randomFrom(13)
  const { signedTwice } = honest
  for (let i = 0; i < 60; i++) {
    const at = random(signedTwice.length - 1)
    const to = at + 1 + random(Math.min(300, signedTwice.length - at - 1))
    const pieces = [signedTwice.subarray(0, at), signedTwice.subarray(at, to), signedTwice.subarray(to)] as const
    await judge(Buffer.concat([pieces[0], pieces[2]]), `cut ${at} to ${to}`)
    await judge(Buffer.concat([pieces[0], pieces[1], pieces[1], pieces[2]]), `doubled ${at} to ${to}`)
    await judge(Buffer.concat([pieces[0], Buffer.from('%\n9 0 obj'), pieces[2]]), `put in at ${at}`)
  }
})

test('a million values where one is expected', async () => {
  const file = Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n[${'[] '.repeat(2_000_000)}]`, 'latin1')
  const { state, problems } = await verifyDocument(file, { roots: honest.roots })
  assert.equal(state, 'not_an_agreement')
  assert.match(problems[0]!.detail!, /too many values/)
})

test('no bytes, other files, and a file too large', async () => {
  const states = await Promise.all(
    [Buffer.alloc(0), Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, '['), Buffer.alloc(51 * 1024 * 1024)].map((file) =>
      verifyDocument(file, { roots: honest.roots }),
    ),
  )
  assert.deepEqual(new Set(states.map((v) => v.state)), new Set(['not_an_agreement']))
  assert.equal(states[3]!.problems[0]!.code, 'too_large')
})

const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'

/** A file in our spelling that holds nothing but so many empty objects. */
function emptyObjects(count: number): Buffer {
  const objects = Array.from({ length: count }, (_, i) => `${i + 1} 0 obj\nnull\nendobj\n`)
  let at = header.length
  const entries = objects.map((object) => {
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`
    at += object.length
    return entry
  })
  const table = `xref\n0 ${count + 1}\n0000000000 65535 f \n${entries.join('')}`
  const trailer = `trailer\n<</Size ${count + 1}\n/Root 1 0 R\n/ID [(a) (a)]>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from([header, ...objects, table, trailer].join(''), 'latin1')
}

test('more objects than a call takes arguments', async () => {
  const { state, problems } = await verifyDocument(emptyObjects(250_000), { roots: honest.roots })
  assert.equal(state, 'not_an_agreement')
  assert.equal(problems[0]!.code, 'base_malformed')
})

test('data nested deeper than can be written out again', async () => {
  const deep = 100_000
  const file = Buffer.from(declareFields({ ...honest.declaration, about: 'x'.repeat(2 * deep - 2) }))
  const at = file.indexOf('"xxx')
  file.write('['.repeat(deep) + ']'.repeat(deep), at, 'latin1')
  const verdict = await verifyDocument(file, { roots: honest.roots })
  assert.equal(verdict.state, 'not_an_agreement')
  assert.ok(JSON.stringify(verdict))
})

test('an update that changes very many things is not answered at greater length', async () => {
  const many = 5_000
  const size = sizeOfFile(honest.revisionZero)
  const spare = Array.from({ length: many }, (_, i) => ({ number: size + i, value: null }))
  const { last } = open(honest.revisionZero)
  const base = writeFile(
    [...[...last.objects].map(([number, value]) => ({ number, value })), ...spare],
    new Map([...last.trailer, ['Size', size + many]]),
  )
  const file = writeUpdate(base, spare, nextTrailer(base, 0))
  const { state, problems } = await verifyDocument(file, { roots: honest.roots })
  assert.equal(state, 'altered')
  assert.ok(problems.length <= 20, `${problems.length} problems`)
})

test('two thousand damaged documents, signatures, stamps, notes, proofs and messages: none falls over, dawdles, or passes for honest', async () => {
  const { targets, close } = await openTargets()
  try {
    const { tallies, failures } = await fuzz(targets, { cases: 2_000, seed: 20_260_906 })
    assert.deepEqual(failures, [])
    for (const { target, cases, outcomes } of tallies) {
      assert.ok(cases > 50 && outcomes.refused > cases / 2, `${target}: ${JSON.stringify(outcomes)}`)
    }
  } finally {
    await close()
  }
})

test('a judge that accepts what it should not, or falls over, is found, and the case comes back from its number', async () => {
  const judging = (name: string, judge: Target['judge']): Target => ({ name, share: 1, judge })
  const targets = [
    judging('gullible', (random) => onlyIf(random(10) > 0, 'taken')),
    judging('fragile', (random) => {
      if (random(10) > 0) return 'refused'
      throw new RangeError('fallen')
    }),
  ]
  const { failures } = await fuzz(targets, { cases: 200, seed: 3 })
  assert.deepEqual(new Set(failures.map(({ kind }) => kind)), new Set(['false acceptance', 'crash']))
  const [first] = failures
  const again = await fuzz(targets, { cases: 1, seed: 3, first: first!.number })
  assert.deepEqual([again.failures[0]?.number, again.failures[0]?.kind], [first!.number, first!.kind])
})
