import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { issueLeaf, type KeyAlgorithm } from '#src/platform/keys/index.ts'
import { readLayout } from '#src/platform/pdf/layout.ts'
import { type Dict, isDict, type Str, textOf } from '#src/platform/pdf/objects.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fullName, people, sideFor } from '#test/attacks/honest.ts'
import { type Honest, makeHonest } from '#test/attacks/index.ts'
import { declareFields, fillField, localSigner, type Signer, verifyDocument } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

const first = (signer: Signer) => ({
  previous: honest.revisionZero,
  field: 'seat-1',
  variant: 'passkey',
  signedAt: honest.signedAt[0],
  signer,
})

const refusedAs = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason

test('a signature only ever appends', () => {
  assert.deepEqual(
    Buffer.from(honest.signedTwice.subarray(0, honest.signedOnce.length)),
    Buffer.from(honest.signedOnce),
  )
  assert.deepEqual(
    Buffer.from(honest.signedOnce.subarray(0, honest.revisionZero.length)),
    Buffer.from(honest.revisionZero),
  )
})

test('with RSA the same signature has the same bytes', async () => {
  const signer = localSigner(honest.sides[0].leaf)
  assert.deepEqual(Buffer.from(await fillField(first(signer))), Buffer.from(honest.signedOnce))
})

test('the verdict says who signed, how, when and with what', async () => {
  const verdict = await verifyDocument(honest.signedTwice, { roots: honest.roots })
  const { revisionZero, signedTwice } = honest
  const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
  assert.deepEqual([verdict.revisionZeroSha256, verdict.sha256], [sha256(revisionZero), sha256(signedTwice)])
  assert.deepEqual([verdict.demonstration, verdict.about], [true, { agreement: 'test' }])
  const said = verdict.signatures.map((s) => [s.field, s.party, s.signer, s.variant, s.signedAt, s.algorithm, s.stamp])
  assert.deepEqual(said, [
    ['seat-1', '000000001', '王小明 Wang Xiaoming', 'passkey', '2026-09-23T08:42:07Z', 'RSA 3072', { seat: 'seat-1' }],
    ['seat-2', '000000002', "Łucja Szőke-O'Brien", 'code', '2026-09-23T08:42:30Z', 'ECDSA P-256', { seat: 'seat-2' }],
  ])
})

test('parentheses and a line break in the reason stay what they are', () => {
  const { sections } = readLayout(honest.signedOnce, 9)
  const signature = [...sections[1]!.objects.values()].find((value) => isDict(value) && value.has('ByteRange')) as Dict
  assert.equal(textOf(signature.get('Reason') as Str), 'Consent (passkey)\nby 校长')
  assert.equal(textOf(signature.get('Name') as Str), '王小明 Wang Xiaoming')
})

test('unsigned, then one of two: said as it is', async () => {
  const { revisionZero, signedOnce, roots } = honest
  const none = await verifyDocument(revisionZero, { roots })
  assert.deepEqual([none.state, none.signed, none.of, none.waiting.length], ['unsigned', 0, 2, 2])
  const one = await verifyDocument(signedOnce, { roots })
  assert.deepEqual([one.state, one.signed, one.of, one.waiting[0]?.field], ['partial', 1, 2, 'seat-2'])
})

describe('both kinds of keys, in any order', () => {
  const kinds: KeyAlgorithm[] = ['rsa-3072', 'p-256']
  for (const kind of kinds) {
    test(`two signatures with ${kind}`, async () => {
      const sides = await Promise.all(people.map((person, i) => sideFor(`seat-${i + 1}`, fullName(person), kind)))
      const revisionZero = declareFields(honest.declaration)
      let file: Uint8Array = revisionZero
      for (const side of [...sides].reverse()) {
        const signer = localSigner(side.leaf)
        file = await fillField({ ...first(signer), previous: file, field: side.field })
      }
      const verdict = await verifyDocument(file, { roots: sides.map((side) => side.authority.certificatePem) })
      assert.equal(verdict.state, 'complete')
    })
  }
})

test('a reserve the CMS does not fit into is refused before the key is used', async () => {
  let used = false
  const neverUsed = async () => {
    used = true
    return new Uint8Array()
  }
  const signer = { ...localSigner(honest.sides[0].leaf), sign: neverUsed }
  await assert.rejects(fillField({ ...first(signer), reserve: 1000 }), refusedAs('reserve_too_small'))
  assert.equal(used, false)
})

test('a signer that signs wrongly gets nothing signed', async () => {
  const signer = { ...localSigner(honest.sides[0].leaf), sign: async () => new Uint8Array(384) }
  await assert.rejects(fillField(first(signer)), refusedAs('signature_not_acceptable'))
})

test('a signer that returns far too much is refused', async () => {
  const signer = { ...localSigner(honest.sides[0].leaf), sign: async () => new Uint8Array(100_000) }
  await assert.rejects(fillField(first(signer)), refusedAs('reserve_too_small'))
})

test('a certificate for somebody else leaves a signature nobody trusts', async () => {
  const [{ authority }] = honest.sides
  const term = { notBefore: honest.signedAt[0].subtract({ hours: 1 }), notAfter: honest.signedAt[0].add({ hours: 1 }) }
  const asked = { commonName: 'Else', title: 'x', organisation: 'y', algorithm: 'p-256', ...term } as const
  const file = await fillField(first(localSigner(await issueLeaf(authority, asked))))
  assert.equal((await verifyDocument(file, { roots: honest.roots })).state, 'untrusted')
})

test('what may not be filled is refused by name', async () => {
  const signer = localSigner(honest.sides[0].leaf)
  await assert.rejects(fillField({ ...first(signer), field: 'seat-3' }), refusedAs('field_unknown'))
  await assert.rejects(fillField({ ...first(signer), variant: 'wink' }), refusedAs('variant_unknown'))
  await assert.rejects(fillField({ ...first(signer), previous: honest.signedOnce }), refusedAs('field_filled_before'))
  const altered = Buffer.concat([honest.revisionZero, Buffer.from('\n')])
  await assert.rejects(fillField({ ...first(signer), previous: altered }), refusedAs('document_not_acceptable'))
})
