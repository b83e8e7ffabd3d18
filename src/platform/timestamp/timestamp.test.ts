/** Our own answers checked by ourselves and by OpenSSL, and OpenSSL's answers checked by us, where OpenSSL is found. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createAuthority, issueLeaf, type KeyPair } from '#src/platform/keys/index.ts'
import {
  answerRequest,
  formatRequest,
  issueStampCertificate,
  readRequest,
  tokenIn,
  verifyReply,
  verifyToken,
} from './index.ts'

const now = Temporal.Instant.from('2026-09-06T14:20:00.75Z')
const term = { notBefore: now.subtract({ hours: 1 }), notAfter: now.add({ hours: 24 * 365 }) }
const text = Buffer.from('example.edu/log\n3\nroot\n')
const imprint = createHash('sha256').update(text).digest()
const folder = mkdtempSync(join(tmpdir(), 'chirograph-tsa-'))
const openssl = spawnSync('openssl', ['version']).status === 0

let root: KeyPair
let stamps: KeyPair
before(async () => {
  root = await createAuthority({ name: '东岸大学 East', algorithm: 'rsa-3072', notBefore: now.subtract({ hours: 24 }) })
  stamps = await issueStampCertificate(root, { name: '东岸大学 East', ...term })
})
after(() => rmSync(folder, { recursive: true }))

const ask = (nonce: Uint8Array = randomBytes(16)) => ({
  nonce,
  der: formatRequest({ imprint, nonce, certificateWanted: true }),
})
const roots = () => [root.certificatePem]

test('a stamp is granted to the second, and holds under the root', () => {
  const { nonce, der } = ask()
  const reply = answerRequest(der, stamps, now)
  const stamp = verifyReply(reply, { imprint, nonce, roots: roots() })
  assert.ok(typeof stamp === 'object', String(stamp))
  assert.equal(String(stamp.at), '2026-09-06T14:20:00Z')
  assert.equal(stamp.certificate.trim(), stamps.certificatePem.trim())
  assert.equal(stamp.policy, '2.25.131519391640480613197664926704543112541')
  const kept = verifyToken(stamp.token, { imprint, roots: roots() })
  assert.ok(typeof kept === 'object' && kept.at.equals(stamp.at))
  assert.deepEqual(Buffer.from(tokenIn(reply)!), Buffer.from(stamp.token))
})

test('a nonce is the same however it is spelt', () => {
  for (const nonce of ['00', '0001', '7f', '80', '00ff', 'ffffffffffffffff', '0080000000'].map((hex) =>
    Buffer.from(hex, 'hex'),
  )) {
    const { der } = ask(nonce)
    assert.ok(typeof readRequest(der) === 'object')
    assert.ok(typeof verifyReply(answerRequest(der, stamps, now), { imprint, nonce, roots: roots() }) === 'object')
  }
})

test('another hash, an old answer, another root, no answer: each is told apart', async () => {
  const { nonce, der } = ask()
  const reply = answerRequest(der, stamps, now)
  const other = await createAuthority({
    name: '东岸大学 East',
    algorithm: 'rsa-3072',
    notBefore: now.subtract({ hours: 24 }),
  })
  assert.equal(verifyReply(reply, { imprint: Buffer.alloc(32), nonce, roots: roots() }), 'imprint_differs')
  assert.equal(verifyReply(reply, { imprint, nonce: randomBytes(16), roots: roots() }), 'nonce_differs')
  assert.equal(verifyReply(reply, { imprint, nonce, roots: [other.certificatePem] }), 'no_trusted_root')
  assert.equal(verifyReply(reply, { imprint, nonce, roots: [] }), 'no_trusted_root')
  assert.equal(verifyReply(Buffer.alloc(0), { imprint, roots: roots() }), 'malformed')
  const without = formatRequest({ imprint, certificateWanted: false })
  const bare = answerRequest(without, stamps, now)
  assert.equal(verifyReply(bare, { imprint, nonce, roots: roots() }), 'nonce_differs')
  assert.equal(verifyReply(bare, { imprint, roots: roots() }), 'signer_unknown')
  assert.ok(typeof verifyReply(bare, { imprint, roots: roots(), known: [stamps.certificatePem] }) === 'object')
})

test('no byte of a token can be changed', () => {
  const { nonce, der } = ask()
  const reply = answerRequest(der, stamps, now)
  const stamp = verifyReply(reply, { imprint, nonce, roots: roots() })
  assert.ok(typeof stamp === 'object')
  for (let i = 0; i < stamp.token.length; i++) {
    const changed: Buffer = Buffer.from(stamp.token)
    changed[i]! ^= 0x01
    assert.equal(typeof verifyToken(changed, { imprint, roots: roots() }), 'string', `byte ${i}`)
    if (i % 16 === 0)
      assert.equal(typeof verifyToken(stamp.token.subarray(0, i), { imprint, roots: roots() }), 'string')
  }
})

test('only a certificate for time-stamping stamps, and only while it is valid', async () => {
  const office = { commonName: '王小明', title: '校长', organisation: 'East', algorithm: 'p-256' as const }
  const officeHolder = await issueLeaf(root, { ...office, ...term })
  const { nonce, der } = ask()
  const expected = { imprint, nonce, roots: roots() }
  assert.equal(verifyReply(answerRequest(der, officeHolder, now), expected), 'not_for_time_stamping')
  assert.equal(verifyReply(answerRequest(der, root, now), expected), 'not_for_time_stamping')
  const late = answerRequest(der, stamps, now.add({ hours: 24 * 400 }))
  assert.equal(verifyReply(late, expected), 'certificate_not_valid_then')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const stolen = { ...stamps, privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
  assert.equal(verifyReply(answerRequest(der, stolen, now), expected), 'signature_wrong')
})

test('what cannot be answered is refused as the document says, never stamped', () => {
  for (const wrong of [
    Buffer.alloc(0),
    Buffer.from('3000', 'hex'),
    formatRequest({ imprint: Buffer.alloc(20), certificateWanted: true }),
  ]) {
    const reply = answerRequest(wrong, stamps, now)
    assert.equal(verifyReply(reply, { imprint, roots: roots() }), 'not_granted')
    assert.equal(tokenIn(reply), undefined)
  }
})

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

describe('OpenSSL', { skip: !openssl && 'openssl is not found' }, () => {
  const at = (name: string) => join(folder, name)

  test('verifies what we stamp, from its own request', () => {
    writeFileSync(at('text'), text)
    writeFileSync(at('root.pem'), root.certificatePem)
    assert.equal(run('ts', '-query', '-data', 'text', '-sha256', '-cert', '-out', 'q.tsq').status, 0)
    const request = readRequest(readFileSync(at('q.tsq')))
    assert.ok(typeof request === 'object' && request.certificateWanted)
    // OpenSSL asks whether the certificate is valid now, not then.
    writeFileSync(at('r.tsr'), answerRequest(readFileSync(at('q.tsq')), stamps, now))
    const then = ['-attime', String(Math.floor(now.epochMilliseconds / 1000))]
    const verified = run('ts', '-verify', '-queryfile', 'q.tsq', '-in', 'r.tsr', '-CAfile', 'root.pem', ...then)
    assert.match(verified.said, /Verification: OK/)
    const told = run('ts', '-reply', '-in', 'r.tsr', '-text').said
    assert.match(told, /Time stamp: Sep {2}6 14:20:00 2026 GMT/)
    assert.match(told, /Policy OID: 2\.25\.131519391640480613197664926704543112541/)
    writeFileSync(at('text'), 'another text')
    assert.doesNotMatch(
      run('ts', '-verify', '-data', 'text', '-in', 'r.tsr', '-CAfile', 'root.pem', ...then).said,
      /OK/,
    )
  })

  test('reads our request; what it stamps, we verify', async () => {
    // It stamps with the machine's clock, so the certificates must be valid now.
    const today = Temporal.Now.instant()
    const span = { notBefore: today.subtract({ hours: 24 }), notAfter: today.add({ hours: 24 }) }
    const authority = await createAuthority({ name: 'West', algorithm: 'p-256', ...span })
    const theirs = await issueStampCertificate(authority, { name: 'West', ...span })
    const { nonce, der } = ask()
    writeFileSync(at('ours.tsq'), der)
    assert.match(run('ts', '-query', '-in', 'ours.tsq', '-text').said, /Certificate required: yes/)
    writeFileSync(at('tsa.pem'), theirs.certificatePem)
    writeFileSync(at('tsa.key'), theirs.privateKeyPem)
    writeFileSync(at('serial'), '01')
    const settings = ['serial = serial', 'default_policy = 1.2.3.4', 'digests = sha256', 'signer_digest = sha512']
    writeFileSync(at('tsa.cnf'), ['[tsa]', 'default_tsa = t', '[t]', ...settings].join('\n'))
    const key = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-config', 'tsa.cnf']
    const made = run('ts', '-reply', '-queryfile', 'ours.tsq', ...key, '-out', 'o.tsr')
    assert.equal(made.status, 0, made.said)
    const stamp = verifyReply(readFileSync(at('o.tsr')), { imprint, nonce, roots: [authority.certificatePem] })
    assert.ok(typeof stamp === 'object', String(stamp))
    assert.equal(stamp.policy, '1.2.3.4')
  })
})
