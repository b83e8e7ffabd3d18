/** Each attack is refused twice: by the verifier, and by the side that would sign next or keep the result. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { countersignable, verifyDocument } from '#src/platform/pades/index.ts'
import { attacks, type Honest, makeHonest } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

test('the honest document is complete, and each of its revisions may be signed upon', async () => {
  const { revisionZero, signedOnce, signedTwice, roots } = honest
  const verdict = await verifyDocument(signedTwice, { roots })
  assert.deepEqual([verdict.state, verdict.signed, verdict.of, verdict.problems], ['complete', 2, 2, []])
  assert.equal(countersignable(revisionZero, signedOnce, { roots }).accepted, true)
  assert.equal(countersignable(signedOnce, signedTwice, { roots }).accepted, true)
})

describe('refused by the verifier and by the countersigning side', () => {
  for (const { name, make, held, state, code, countersigning } of attacks) {
    test(name, async () => {
      const file = await make(honest)
      const { roots } = honest
      const verdict = await verifyDocument(file, { roots })
      const codes: (string | undefined)[] = [...verdict.problems, ...verdict.signatures.flatMap((s) => s.problems)].map(
        (p) => p.code,
      )
      assert.equal(verdict.state, state, codes.join())
      if (code) assert.ok(codes.includes(code), `expected ${code}, got ${codes.join()}`)
      const answer = countersignable(honest[held], file, { roots })
      assert.equal(answer.accepted, false)
      const given: (string | undefined)[] = answer.problems.map((p) => p.code)
      assert.ok(given.includes(countersigning ?? code), `expected ${countersigning ?? code}, got ${given.join()}`)
    })
  }
})
