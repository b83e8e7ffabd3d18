/** Lists of revoked certificates: made, found by everyone, told to the partner. */
import 'reflect-metadata'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as x509 from '@peculiar/x509'
import { sampleText } from '#cast/agreement.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { certificatesOf, createAuthority, fingerprint, makeRevocationList } from '#src/platform/keys/index.ts'
import type { Office } from '#test/support/office.ts'
import { handOver, openPair, type Pair } from '#test/support/postman.ts'
import { scratch } from '#test/support/scratch.ts'
import { tool } from '#test/support/tools.ts'
import { currentCrl, partnerLists, publishLists, saveRevocation, signerFor } from './index.ts'

let pair: Pair
before(async () => {
  pair = await openPair()
})
after(() => pair.close())

const list = async ({ database, signing }: Office) => (await currentCrl(database.db, signing, pair.now))!
const revoke = ({ database, signing }: Office, serial: string) =>
  database.db.transaction().execute(async (tx) => {
    const revocation = { authority: signing.authority.id, serial, reason: 'key_lost', revoked_at: pair.now } as const
    await saveRevocation(tx, revocation)
  })

test('a list is made anew each day and at each revocation, numbered, and logged with its hash', async () => {
  const { db } = pair.hust.database
  const first = await list(pair.hust)
  assert.equal(first.number, 1)
  assert.equal((await list(pair.hust)).sha256, first.sha256)
  await revoke(pair.hust, '4a01')
  const second = await list(pair.hust)
  assert.equal(second.number, 2)
  pair.wait({ hours: 24 })
  await publishLists(db, pair.hust.signing, pair.now)
  const third = await list(pair.hust)
  assert.equal(third.number, 3)
  const said = await db.selectFrom('outbox').select('body').where('stream', '=', 'evidence').execute()
  const hashes = said.map(({ body }) => (body as { facts: { sha256: string } }).facts.sha256)
  assert.deepEqual(hashes, [first.sha256, second.sha256, third.sha256])
})

test('everyone finds the newest list at the address that stands in the certificates', async () => {
  const { signing, database, publicUrl } = pair.hust
  const text = sampleText(typesetterIdentity(pair.typesetter), crypto.randomUUID())
  const office = {
    seat: { ...text.seats[0]!, name: pair.hust.signatory },
    organisation: 'HUST',
    partner: pair.queenMary.ror,
  }
  const signer = await database.db.transaction().execute((tx) => signerFor(tx, signing, office, pair.now))
  const leaf = new x509.X509Certificate(new Uint8Array(signer.chain[0]!))
  const { distributionPoints } = leaf.getExtension(x509.CRLDistributionPointsExtension)!
  const address = distributionPoints[0]!.distributionPoint!.fullName![0]!.uniformResourceIdentifier!
  assert.ok(address.startsWith(publicUrl))
  const answer = await (await pair.hust.browser('public')).get(address.slice(publicUrl.length))
  assert.equal(answer.headers.get('content-type'), 'application/pkix-crl')
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.from((await list(pair.hust)).der))
  const unknown = await (await pair.hust.browser('public')).get(`/crl/${'0'.repeat(64)}.crl`)
  assert.equal(unknown.status, 404)
})

test('the partner keeps the newest list, and none that another root signed', async () => {
  const { hust, queenMary } = pair
  await pair.deliver()
  const kept = async () => (await partnerLists(queenMary.database.db, hust.ror)).map(({ number }) => number)
  const newest = await list(hust)
  assert.deepEqual(await kept(), [newest.number])

  const { authority } = hust.signing
  const root = { certificatePem: authority.certificatePem, privateKeyPem: authority.privateKeyPem! }
  const times = (number: number) => ({ number, thisUpdate: pair.now, nextUpdate: pair.now.add({ hours: 1 }) })
  const send = async (der: Uint8Array, id = authority.id) => {
    const body = { authority: id, der: Buffer.from(der).toString('base64') }
    return handOver(pair, hust, queenMary, { kind: 'keys.crl', about: 'keys', body })
  }
  await send(await makeRevocationList(root, times(1), []))
  assert.deepEqual(await kept(), [newest.number], 'an old one that comes late changes nothing')

  const stranger = await createAuthority({ name: hust.institution.name.en, algorithm: 'p-256', notBefore: pair.now })
  const forged = await makeRevocationList(stranger, times(99), [])
  for (const id of [authority.id, fingerprint(stranger.certificatePem)]) {
    const answer = await send(forged, id)
    assert.equal('answer' in answer && answer.answer, 'refused')
  }
  assert.deepEqual(await kept(), [newest.number])
})

for (const side of ['hust', 'queenMary'] as const)
  test(`openssl reads the list of ${side} and finds the root's signature on it`, {
    skip: !tool('openssl'),
  }, async () => {
    const folder = scratch()
    const office = pair[side]
    await revoke(office, '5b0203')
    const { der } = await list(office)
    writeFileSync(join(folder, 'list.crl'), der)
    writeFileSync(join(folder, 'root.pem'), certificatesOf(office.signing.authority.certificatePem).join('\n'))
    const args = ['crl', '-inform', 'DER', '-in', 'list.crl', '-CAfile', 'root.pem', '-noout', '-text']
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    assert.match(stderr, /verify OK/)
    assert.match(stdout, /Serial Number: 5B0203/)
    assert.match(stdout, /Key Compromise/)
    assert.match(stdout, /CRL Number/)
  })
