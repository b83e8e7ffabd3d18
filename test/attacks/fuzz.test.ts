/** Random damage: the verifier always answers, and never says complete. The seed is fixed, so a failure comes back. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { countersignable, verifyDocument } from '#src/platform/pades/index.ts'
import { type Honest, makeHonest } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

/** A small linear congruential generator, enough to pick places. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

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
