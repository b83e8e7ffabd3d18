import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { isStale, pairFingerprint, publicKey } from './peer.ts'

const node = (ror: string) => ({ ror, address: `https://${ror}.example`, key: `key-${ror}`, rootCertificate: 'PEM' })
const [ours, theirs] = [node('00p991c53'), node('026zzn846')]

test('both offices read the same eight groups', () => {
  const fingerprint = pairFingerprint(ours, theirs)
  assert.equal(pairFingerprint(theirs, ours), fingerprint)
  assert.match(fingerprint, /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
})

test('the fingerprint changes with everything that is pinned, on either side', () => {
  const changes = [{ address: 'https://x.example' }, { key: 'x' }, { rootCertificate: 'x' }, { ror: '03m01yf64' }]
  const all = changes.flatMap((c) => [
    pairFingerprint({ ...ours, ...c }, theirs),
    pairFingerprint(ours, { ...theirs, ...c }),
  ])
  assert.equal(new Set([pairFingerprint(ours, theirs), ...all]).size, 9)
})

test('white space around a certificate does not matter', () => {
  assert.equal(pairFingerprint({ ...ours, rootCertificate: 'PEM\n' }, theirs), pairFingerprint(ours, theirs))
})

test('a signature counts for five minutes either way', () => {
  const now = Temporal.Instant.from('2026-09-06T14:20:00Z')
  const at = (seconds: number) => isStale(now.add({ seconds }), now)
  assert.deepEqual([at(-301), at(-300), at(0), at(300), at(301)], [true, false, false, false, true])
})

test('only a key of 32 bytes is one', () => {
  const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
  assert.equal(publicKey(x!).asymmetricKeyType, 'ed25519')
  assert.throws(() => publicKey('AQAB'))
})
