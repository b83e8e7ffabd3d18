import assert from 'node:assert/strict'
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { before, test } from 'node:test'
import { fullName, people } from '#test/attacks/honest.ts'
import { type Honest, makeHonest } from '#test/attacks/index.ts'
import { decode } from './asn1.ts'
import { fromLatin1 } from './bytes.ts'
import { type Certificate, certificatesIn, fingerprintOf, pemOf, readCertificate } from './certificate.ts'
import { isAuthority, issued, mayBeUsedFor } from './certificate-uses.ts'
import { isSignature, readPublicKey } from './public-key.ts'

let honest: Honest
before(async () => {
  honest = await makeHonest()
})

const read = (pem: string): Certificate => certificatesIn(pem)[0]!
const all = () => honest.sides.flatMap(({ authority, leaf }) => [authority.certificatePem, leaf.certificatePem])

test('certificates read as Node reads them', () => {
  assert.equal(all().length, 4)
  for (const pem of all()) {
    const theirs = new X509Certificate(pem)
    const ours = read(pem)
    assert.equal(ours.subject, theirs.subject.split('\n').join(', '))
    assert.equal(ours.issuer, theirs.issuer.split('\n').join(', '))
    assert.deepEqual([ours.notBefore, ours.notAfter], [+theirs.validFromDate, +theirs.validToDate])
    assert.equal(ours.serial.toUpperCase(), theirs.serialNumber)
    assert.equal(isAuthority(ours), theirs.ca)
    assert.equal(fingerprintOf(ours), theirs.fingerprint256.replaceAll(':', '').toLowerCase())
    assert.equal(pemOf(ours), theirs.toString())
  }
})

test('names stand in both scripts', () => {
  const [leaf] = [read(honest.sides[0].leaf.certificatePem)]
  assert.deepEqual(leaf!.commonNames, [fullName(people[0])])
  assert.equal(mayBeUsedFor(leaf!, 'nonRepudiation'), true)
  assert.equal(mayBeUsedFor(leaf!, 'keyCertSign'), false)
})

test('each leaf was issued by its own root and by no other, for RSA and for elliptic curves', () => {
  const roots = honest.sides.map(({ authority }) => read(authority.certificatePem))
  const leaves = honest.sides.map(({ leaf }) => read(leaf.certificatePem))
  assert.deepEqual(
    leaves.map((leaf) => roots.map((root) => issued(root, leaf))),
    [
      [true, false],
      [false, true],
    ],
  )
  assert.deepEqual(new Set(roots.map(({ key }) => key.kind)), new Set(['rsa', 'ec']))
})

test('a certificate with any byte changed was issued by nobody', () => {
  for (const { authority, leaf } of honest.sides) {
    const root = read(authority.certificatePem)
    const { raw } = read(leaf.certificatePem)
    for (let at = 0; at < raw.length; at += 7) {
      const changed = raw.with(at, raw[at]! ^ 0x20)
      let good = false
      try {
        good = issued(root, readCertificate(changed))
      } catch {
        // No certificate at all any more.
      }
      assert.equal(good, false, `byte ${at}`)
    }
  }
})

const kinds = [
  ['RSA 2048', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['P-384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['P-521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' })],
  ['Ed25519', () => generateKeyPairSync('ed25519')],
] as const

for (const [name, make] of kinds)
  test(`${name}: what Node signs is a signature, and nothing near it is`, () => {
    const { publicKey, privateKey } = make()
    const key = readPublicKey(decode(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))))
    for (const algorithm of ['sha256', 'sha384', 'sha512'] as const) {
      const data = new TextEncoder().encode(`signed with ${algorithm}`)
      const made = new Uint8Array(sign(name === 'Ed25519' ? null : algorithm, data, privateKey))
      assert.equal(isSignature(key, algorithm, data, made), true, algorithm)
      assert.equal(isSignature(key, algorithm, data.with(3, 0), made), false)
      assert.equal(isSignature(key, algorithm, data, made.with(made.length - 1, made.at(-1)! ^ 1)), false)
      assert.equal(isSignature(key, algorithm, data, made.subarray(1)), false)
      if (name !== 'Ed25519') assert.equal(isSignature(key, 'sha1', data, made), false)
    }
    const other = make().privateKey
    const data = Uint8Array.of(1)
    assert.equal(isSignature(key, 'sha256', data, sign(name === 'Ed25519' ? null : 'sha256', data, other)), false)
  })

test('one character for each byte, whatever the byte', () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  assert.equal(fromLatin1(every), Buffer.from(every).toString('latin1'))
})
