import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  algorithmOf,
  createAuthority,
  fingerprint,
  issueLeaf,
  type KeyAlgorithm,
  keyFile,
  openSecret,
  sealSecret,
  shortFingerprint,
} from './index.ts'

const notBefore = Temporal.Instant.from('2026-01-01T00:00:00Z')
const notAfter = Temporal.Instant.from('2029-01-01T00:00:00Z')
const leaf = {
  commonName: "王小明 Łódź O'Brien",
  title: '校长 President',
  organisation: '东岸大学, East',
  notBefore,
  notAfter,
}

for (const algorithm of ['rsa-3072', 'p-256'] satisfies KeyAlgorithm[]) {
  test(`${algorithm}: a root and a certificate it issued`, async () => {
    const authority = await createAuthority({ name: '东岸大学 East', country: 'CN', algorithm, notBefore })
    const issued = await issueLeaf(authority, { ...leaf, algorithm, serial: '1234' })
    const root = new X509Certificate(authority.certificatePem)
    const certificate = new X509Certificate(issued.certificatePem)
    assert.ok(root.ca && !certificate.ca)
    assert.ok(certificate.checkIssued(root) && certificate.verify(root.publicKey))
    assert.match(certificate.subject, /CN=王小明 Łódź O'Brien/)
    assert.match(certificate.subject, /title=校长 President/)
    assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'])
    assert.equal(certificate.serialNumber, '1234')
    assert.equal(algorithmOf(issued.certificatePem), algorithm)
  })
}

test('fingerprints are those of the certificate, short ones easy to read aloud', async () => {
  const { certificatePem } = await createAuthority({ name: 'x', algorithm: 'p-256', notBefore })
  const whole = new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '').toLowerCase()
  assert.equal(fingerprint(certificatePem), whole)
  assert.equal(shortFingerprint(whole).replaceAll(' ', ''), whole.slice(0, 20))
  assert.match(shortFingerprint(whole), /^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
})

const refused = (error: unknown) => error instanceof Refusal && error.reason === 'secret_unreadable'

test('a sealed secret opens with its key and in its context only', () => {
  const key = Buffer.alloc(32, 1)
  const sealed = sealSecret(key, '密钥 secret', 'signing-key:1')
  assert.equal(openSecret(key, sealed, 'signing-key:1'), '密钥 secret')
  assert.equal(Buffer.from(sealed).includes('secret'), false)
  assert.throws(() => openSecret(Buffer.alloc(32, 2), sealed, 'signing-key:1'), refused)
  assert.throws(() => openSecret(key, sealed, 'signing-key:2'), refused)
  for (let i = 0; i < sealed.length; i++) {
    const altered = Buffer.from(sealed)
    altered[i] = altered[i]! ^ 1
    assert.throws(() => openSecret(key, altered, 'signing-key:1'), refused)
  }
  assert.throws(() => openSecret(key, sealed.subarray(0, 10), 'signing-key:1'), refused)
})

test('the key file is written once, for its owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-'))
  const path = join(folder, 'key')
  const key = await keyFile(path)
  assert.equal(key.length, 32)
  assert.deepEqual(Buffer.from(await keyFile(path)), Buffer.from(key))
  assert.equal(statSync(path).mode & 0o777, 0o600)
  rmSync(folder, { recursive: true })
})
