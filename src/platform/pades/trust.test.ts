import 'reflect-metadata'
import assert from 'node:assert/strict'
import { createPrivateKey } from 'node:crypto'
import { before, test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { createAuthority, issueLeaf, type KeyPair } from '#src/platform/keys/index.ts'
import { fullName, people, sideFor } from '#test/attacks/honest.ts'
import { type Honest, makeHonest } from '#test/attacks/index.ts'
import { countersignable, declareFields, fillField, localSigner, verifyDocument } from './index.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

const from = (text: string) => Temporal.Instant.from(text)
const term = { notBefore: from('2026-01-01T00:00:00Z'), notAfter: from('2029-01-01T00:00:00Z') }
const request = {
  commonName: fullName(people[1]),
  title: 'Rector',
  organisation: 'West',
  algorithm: 'p-256',
  ...term,
} as const

/** The second signature by another certificate, and what is said of it. */
async function signedBy(
  leaf: { certificatePem: string; privateKeyPem: string; between?: string[] },
  roots = honest.roots,
) {
  const { signedOnce: previous, signedAt } = honest
  const filling = { previous, field: 'seat-2', variant: 'code', signedAt: signedAt[1], signer: localSigner(leaf) }
  const file = await fillField(filling)
  const verdict = await verifyDocument(file, { roots })
  const answer = countersignable(previous, file, { roots })
  const codes = verdict.signatures[1]!.problems.map((p) => p.code)
  return { state: verdict.state, codes, accepted: answer.accepted, refused: answer.problems.map((p) => p.code) }
}

test('a root nobody trusts: both signatures intact, none trusted', async () => {
  const stranger = await sideFor('stranger', 'Somebody', 'p-256')
  const verdict = await verifyDocument(honest.signedTwice, { roots: [stranger.authority.certificatePem] })
  assert.deepEqual([verdict.state, verdict.signed], ['untrusted', 2])
  assert.deepEqual(
    verdict.signatures.map((s) => s.problems.map((p) => p.code)),
    [['no_trusted_root'], ['no_trusted_root']],
  )
  const answer = countersignable(honest.signedOnce, honest.signedTwice, { roots: [honest.roots[0]!] })
  assert.deepEqual([answer.accepted, answer.problems[0]?.code], [false, 'no_trusted_root'])
})

test('no root at all: untrusted, not altered', async () => {
  const verdict = await verifyDocument(honest.signedTwice, { roots: [] })
  assert.deepEqual([verdict.state, verdict.problems], ['untrusted', []])
})

test('a stranger with a root of the same name', async () => {
  const namesake = await sideFor('seat-2', fullName(people[1]), 'p-256')
  const { state, codes, accepted } = await signedBy(namesake.leaf)
  assert.deepEqual([state, codes, accepted], ['untrusted', ['no_trusted_root'], false])
})

test('a certificate that had expired when it signed', async () => {
  const { authority } = honest.sides[1]
  const leaf = await issueLeaf(authority, { ...request, notAfter: from('2026-09-23T08:42:00Z') })
  const { state, codes, refused } = await signedBy(leaf)
  assert.deepEqual([state, codes, refused], ['untrusted', ['certificate_expired'], ['certificate_expired']])
})

test('a certificate not yet valid when it signed', async () => {
  const { authority } = honest.sides[1]
  const leaf = await issueLeaf(authority, { ...request, notBefore: from('2026-09-24T00:00:00Z') })
  assert.deepEqual((await signedBy(leaf)).codes, ['certificate_not_yet_valid'])
})

test('a certificate that expires later stays good: its time is the time of signing', async () => {
  const verdict = await verifyDocument(honest.signedTwice, { roots: honest.roots, at: from('2046-01-01T00:00:00Z') })
  assert.equal(verdict.state, 'complete')
})

test('a signature dated in the future of the one who checks', async () => {
  const at = from('2026-09-23T08:00:00Z')
  const verdict = await verifyDocument(honest.signedTwice, { roots: honest.roots, at })
  assert.deepEqual([verdict.state, verdict.problems[0]?.code], ['altered', 'signed_in_the_future'])
  assert.equal(countersignable(honest.signedOnce, honest.signedTwice, { roots: honest.roots, at }).accepted, false)
})

test('a certificate for another person', async () => {
  const leaf = await issueLeaf(honest.sides[1].authority, { ...request, commonName: 'Somebody Else' })
  assert.deepEqual((await signedBy(leaf)).codes, ['subject_differs'])
})

test('one authority that speaks for both sides', async () => {
  const leaf = await issueLeaf(honest.sides[0].authority, request)
  const { state, codes, accepted } = await signedBy(leaf)
  assert.deepEqual([state, codes, accepted], ['untrusted', ['same_root_for_two_sides'], false])
})

test('one certificate in two fields', async () => {
  const { codes } = await signedBy(honest.sides[0].leaf)
  assert.deepEqual(codes, ['subject_differs', 'same_certificate_twice'])
})

test('a root of its own that signs documents', async () => {
  const { authority } = honest.sides[1]
  const { codes } = await signedBy(authority)
  assert.ok(codes.includes('key_usage') && codes.includes('key_purpose'), codes.join())
})

test('a leaf that issued a certificate of its own', async () => {
  const { leaf } = honest.sides[1]
  const below = await issueLeaf(leaf, request)
  const { codes } = await signedBy({ ...below, between: [leaf.certificatePem] })
  assert.deepEqual(codes, ['no_trusted_root'])
})

test('an authority below a root that allows none below it', async () => {
  const { authority } = honest.sides[1]
  const between = await authorityBelow(authority)
  const leaf = await issueLeaf(between, request)
  const { codes } = await signedBy({ ...leaf, between: [between.certificatePem] })
  assert.deepEqual(codes, ['not_an_authority'])
})

/** Issued by a root whose path length is 0, so it may issue nothing. */
async function authorityBelow(authority: KeyPair): Promise<KeyPair> {
  const own = await createAuthority({ name: 'Between', algorithm: 'p-256', notBefore: term.notBefore })
  const asked = new x509.X509Certificate(own.certificatePem)
  const der = createPrivateKey(authority.privateKeyPem).export({ type: 'pkcs8', format: 'der' })
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const signingKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, false, ['sign'])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: '77',
    subject: asked.subjectName,
    issuer: new x509.X509Certificate(authority.certificatePem).subjectName,
    notBefore: asked.notBefore,
    notAfter: asked.notAfter,
    publicKey: asked.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: asked.extensions,
  })
  return { certificatePem: certificate.toString('pem'), privateKeyPem: own.privateKeyPem }
}

test('a field that pins its root takes no other, even a trusted one', async () => {
  const fields = honest.declaration.fields.map((field) => ({ ...field, root: 'ab'.repeat(32) }))
  const revisionZero = declareFields({ ...honest.declaration, fields })
  const signer = localSigner(honest.sides[0].leaf)
  const signedAt = honest.signedAt[0]
  const file = await fillField({ previous: revisionZero, field: 'seat-1', variant: 'passkey', signedAt, signer })
  const verdict = await verifyDocument(file, { roots: honest.roots })
  assert.deepEqual([verdict.state, verdict.signatures[0]!.problems[0]?.code], ['untrusted', 'another_root'])
})
