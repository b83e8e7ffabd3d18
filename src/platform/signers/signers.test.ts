/** A key brought along, in a hardware module, with a remote service: each signs a document that our own verifier accepts. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createPrivateKey, verify, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createAuthority, issueLeaf, type KeyAlgorithm, type KeyPair } from '#src/platform/keys/index.ts'
import { openSigningService, type SigningService } from '#test/support/csc-server.ts'
import { scratch } from '#test/support/scratch.ts'
import { tool } from '#test/support/tools.ts'
import {
  hardwareSigner,
  ModuleFault,
  RemoteFault,
  type RemoteKey,
  readPkcs12,
  remoteChain,
  remoteSigner,
} from './index.ts'

const notBefore = Temporal.Instant.from('2026-01-01T00:00:00Z')
const notAfter = Temporal.Instant.from('2030-01-01T00:00:00Z')
const algorithms: KeyAlgorithm[] = ['rsa-3072', 'p-256']
const folder = scratch()
const data = Buffer.from('what the signature covers')
const roots = new Map<KeyAlgorithm, KeyPair>()
const leaves = new Map<KeyAlgorithm, KeyPair>()
const opened = (signature: Uint8Array, certificatePem: string) =>
  verify('sha256', data, { key: new X509Certificate(certificatePem).publicKey, dsaEncoding: 'der' }, signature)

before(async () => {
  for (const algorithm of algorithms) {
    const root = await createAuthority({ name: 'Outside Authority', algorithm, notBefore })
    const names = { commonName: '王小明 Wang Xiaoming', title: 'President', organisation: 'East' }
    roots.set(algorithm, root)
    leaves.set(algorithm, await issueLeaf(root, { ...names, algorithm, notBefore, notAfter }))
  }
})

describe('PKCS#12', { skip: !tool('openssl') }, () => {
  const ways = {
    'as OpenSSL 3 writes it': [],
    'as older programs wrote it': ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    'with certificates in the open': ['-certpbe', 'NONE'],
  }
  function file(algorithm: KeyAlgorithm, options: string[], passphrase = '口令 passphrase'): Buffer {
    const [leaf, root] = [leaves.get(algorithm)!, roots.get(algorithm)!]
    writeFileSync(join(folder, 'leaf.pem'), `${leaf.certificatePem}\n${leaf.privateKeyPem}`)
    writeFileSync(join(folder, 'root.pem'), root.certificatePem)
    const args = [
      'pkcs12',
      '-export',
      '-in',
      'leaf.pem',
      '-certfile',
      'root.pem',
      '-out',
      'out.p12',
      '-passout',
      `pass:${passphrase}`,
    ]
    const { status, stderr } = spawnSync('openssl', [...args, ...options], { cwd: folder, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    return readFileSync(join(folder, 'out.p12'))
  }

  for (const algorithm of algorithms)
    for (const [name, options] of Object.entries(ways))
      test(`${algorithm}, ${name}: key, certificate and the root above come out`, () => {
        const passphrase = name.startsWith('as older') ? 'plain passphrase' : '口令 passphrase'
        const read = readPkcs12(file(algorithm, options, passphrase), passphrase)
        const leaf = new X509Certificate(leaves.get(algorithm)!.certificatePem)
        assert.equal(new X509Certificate(read.certificatePem).fingerprint256, leaf.fingerprint256)
        assert.ok(leaf.checkPrivateKey(createPrivateKey(read.privateKeyPem)))
        assert.deepEqual(
          read.chain.map((pem) => new X509Certificate(pem).subject),
          [new X509Certificate(roots.get(algorithm)!.certificatePem).subject],
        )
      })

  test('a wrong passphrase, a changed byte, something else: refused, nothing half-read', () => {
    const honest = file('p-256', [])
    assert.throws(() => readPkcs12(honest, 'another'), /wrong passphrase/)
    for (let at = 40; at < honest.length; at += 97) {
      const altered = Buffer.from(honest)
      altered[at] = altered[at]! ^ 0x10
      assert.throws(() => readPkcs12(altered, '口令 passphrase'), Error, `byte ${at}`)
    }
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), honest.subarray(0, 100)])
      assert.throws(() => readPkcs12(bytes, 'x'))
  })
})

describe('a remote signing service', () => {
  let service: SigningService
  after(() => service?.close())
  const keyOf = (version: 1 | 2): RemoteKey => ({
    ...{
      url: service.url,
      version,
      credential: 'president',
      clientId: 'node',
      clientSecret: 'client-secret',
      pin: '1234',
    },
    patience: 5_000,
  })

  for (const algorithm of algorithms)
    for (const version of [1, 2] as const)
      test(`version ${version}, ${algorithm}: only the hash goes there, and what comes back is the signature`, async () => {
        await service?.close()
        service = await openSigningService(leaves.get(algorithm)!, [roots.get(algorithm)!.certificatePem])
        const key = keyOf(version)
        const chain = await remoteChain(key)
        assert.equal(chain.length, 2)
        for (let i = 0; i < 8; i++) {
          const signature = await remoteSigner(key, chain).sign(data)
          assert.ok(opened(signature, leaves.get(algorithm)!.certificatePem))
        }
        assert.ok(!JSON.stringify(service.asked).includes(data.toString('base64')))
      })

  test('a wrong PIN, a wrong secret, an unknown key, a service that is down: each says at which step', async () => {
    const chain = await remoteChain(keyOf(1))
    const fault = (step: RegExp) => (error: unknown) => error instanceof RemoteFault && step.test(error.message)
    await assert.rejects(
      remoteSigner({ ...keyOf(1), pin: '9' }, chain).sign(data),
      fault(/^credentials\/authorize: answered 400/),
    )
    await assert.rejects(remoteChain({ ...keyOf(2), clientSecret: 'x' }), fault(/^oauth2\/token: answered 401/))
    await assert.rejects(remoteChain({ ...keyOf(2), credential: 'x' }), fault(/^credentials\/info: answered 400/))
    service.failing = { method: 'signatures/signHash', status: 500 }
    await assert.rejects(remoteSigner(keyOf(2), chain).sign(data), fault(/^signatures\/signHash: answered 500/))
    const { url } = service
    await service.close()
    await assert.rejects(remoteChain({ ...keyOf(1), url }), fault(/^oauth2\/token: /))
  })
})

const module = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm.so'].find((path) => {
  try {
    return readFileSync(path).length > 0
  } catch {
    return false
  }
})

describe('a hardware module', { skip: !module || !tool('pkcs11-tool') || !tool('softhsm2-util') }, () => {
  before(() => {
    mkdirSync(join(folder, 'tokens'))
    process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
    writeFileSync(process.env.SOFTHSM2_CONF, `directories.tokendir = ${join(folder, 'tokens')}\n`)
    run('softhsm2-util', '--init-token', '--free', '--label', 'office', '--pin', '1234', '--so-pin', '5678')
    for (const [i, algorithm] of algorithms.entries()) {
      writeFileSync(join(folder, 'key.pem'), leaves.get(algorithm)!.privateKeyPem)
      run(
        'softhsm2-util',
        '--import',
        join(folder, 'key.pem'),
        '--token',
        'office',
        '--label',
        algorithm,
        '--id',
        `0${i + 1}`,
        '--pin',
        '1234',
      )
    }
  })
  function run(program: string, ...args: string[]): void {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  }
  const keyOf = (id: string) => ({ module: module!, token: 'office', id, pin: '1234', patience: 20_000 })
  const chainOf = (algorithm: KeyAlgorithm) => [new X509Certificate(leaves.get(algorithm)!.certificatePem).raw]

  for (const [i, algorithm] of algorithms.entries())
    test(`${algorithm}: the module signs, and the key stays in it`, async () => {
      const signature = await hardwareSigner(keyOf(`0${i + 1}`), chainOf(algorithm)).sign(data)
      assert.ok(opened(signature, leaves.get(algorithm)!.certificatePem))
    })

  test('a wrong PIN or a key that is not there is said, and the PIN is not', async () => {
    const refused = (error: unknown) => error instanceof ModuleFault && !error.message.includes('9999')
    await assert.rejects(hardwareSigner({ ...keyOf('01'), pin: '9999' }, chainOf('rsa-3072')).sign(data), refused)
    await assert.rejects(hardwareSigner(keyOf('07'), chainOf('rsa-3072')).sign(data), ModuleFault)
  })
})
