/** Signing with a certificate of one's own, and certificates that end with the post they are for. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { type Seat, typesetterIdentity } from '#src/agreements/index.ts'
import { createAuthority, fingerprint, issueLeaf, type KeyPair } from '#src/platform/keys/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { openSigningService, type SigningService } from '#test/support/csc-server.ts'
import { anotherKeeper, lastAct } from '#test/support/keepers.ts'
import type { Office, OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { scratch } from '#test/support/scratch.ts'
import { tool } from '#test/support/tools.ts'
import { endWithPosts, signerFor } from './index.ts'

let pair: Pair
let hust: Office
let first: OfficeBrowser
let second: OfficeBrowser
let root: KeyPair
let leaf: KeyPair
let service: SigningService
const folder = scratch()
before(async () => {
  pair = await openPair()
  hust = pair.hust
  first = await hust.browser('administrator')
  second = await anotherKeeper(hust, pair.now)
  const notBefore = pair.now.subtract({ hours: 24 })
  root = await createAuthority({ name: 'Outside Authority', algorithm: 'p-256', notBefore })
  const names = { commonName: '王小明 Wang Xiaoming', title: 'President', organisation: 'HUST' }
  leaf = await issueLeaf(root, { ...names, algorithm: 'p-256', notBefore, notAfter: pair.now.add({ hours: 24 * 365 }) })
  service = await openSigningService(leaf, [root.certificatePem])
})
after(async () => {
  await service.close()
  await pair.close()
})

async function signing(name = hust.signatory): Promise<X509Certificate> {
  const text = sampleText(typesetterIdentity(pair.typesetter), crypto.randomUUID())
  const seat: Seat = { ...text.seats[0]!, name }
  const asked = { seat, organisation: 'HUST', partner: pair.queenMary.ror }
  const { db } = hust.database
  const signer = await db.transaction().execute((tx) => signerFor(tx, hust.signing, asked, pair.now))
  await signer.sign(Buffer.from('anything'))
  return new X509Certificate(signer.chain[0]!)
}
const isOwn = (certificate: X509Certificate) =>
  certificate.fingerprint256 === new X509Certificate(leaf.certificatePem).fingerprint256

function form(values: Record<string, string>, file?: Uint8Array): FormData {
  const sent = new FormData()
  for (const [name, value] of Object.entries(values)) sent.set(name, value)
  if (file) sent.set('file', new File([new Uint8Array(file)], 'key.p12'))
  return sent
}

const reason = 'Her certificate of the national authority.'

test('a key in a file is tried, confirmed by another, and used with a partner once its root was accepted there', {
  skip: !tool('openssl'),
}, async () => {
  writeFileSync(join(folder, 'leaf.pem'), `${leaf.certificatePem}\n${leaf.privateKeyPem}`)
  writeFileSync(join(folder, 'root.pem'), root.certificatePem)
  const args = 'pkcs12 -export -in leaf.pem -certfile root.pem -out key.p12 -passout pass:secret'.split(' ')
  assert.equal(spawnSync('openssl', args, { cwd: folder }).status, 0)
  const file = readFileSync(join(folder, 'key.p12'))
  const asked = { kind: 'pkcs12', reason, passphrase: 'secret' }
  const wrong = await first.post('/keys/own-certificates', form({ ...asked, passphrase: 'other' }, file))
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /does not open with this passphrase[\s\S]*Her certificate of the national authority/)
  assert.equal((await first.post('/keys/own-certificates', form(asked, file))).status, 303)
  assert.equal(isOwn(await signing()), false)
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  assert.equal(isOwn(await signing()), false, 'the partner does not know its root yet')
  await pair.deliver()
  const keeper = await pair.queenMary.browser('administrator')
  const accepted = { authority: fingerprint(root.certificatePem), decision: 'accepted', same: 'yes' }
  assert.equal((await keeper.post(`/keys/roots/${hust.ror}`, accepted)).status, 303)
  await pair.deliver()
  assert.equal(isOwn(await signing()), true)
  const rows = await hust.database.db.selectFrom('own_certificate').select(['kind', 'sealed']).execute()
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['pkcs12'],
  )
  assert.equal(rows[0]!.sealed.includes('PRIVATE KEY'), false)
})

test('a key with a remote service takes its place; taken out of use, the node signs again with its own', async () => {
  hust.signing.sources!.service = { url: service.url, version: 2 }
  const asked = {
    kind: 'csc',
    reason,
    credential: 'president',
    clientId: 'node',
    clientSecret: 'client-secret',
    pin: '9',
  }
  const wrong = await first.post('/keys/own-certificates', form(asked))
  assert.match(await wrong.text(), /tried and did not sign: credentials\/authorize: answered 400/)
  assert.equal((await first.post('/keys/own-certificates', form({ ...asked, pin: '1234' }))).status, 303)
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  service.asked.length = 0
  assert.equal(isOwn(await signing()), true)
  assert.deepEqual(
    service.asked.map(({ method }) => method),
    ['oauth2/token', 'credentials/authorize', 'signatures/signHash'],
  )
  const name = '王小明 Wang Xiaoming'
  assert.match(await first.read('/keys'), /A remote signing service/)
  assert.equal((await first.post('/keys/own-certificates/end', { name, reason: 'It is over.' })).status, 303)
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  assert.equal(isOwn(await signing()), false)
})

test('a certificate ends with the post it is for, and nobody signs for an office they left', async () => {
  const { db } = hust.database
  const person = crypto.randomUUID()
  const row = { id: person, name_latin: 'Chen Hua', name_native: '陈华', account: null }
  await db
    .insertInto('person')
    .values({ ...row, family_name_first: true } as never)
    .execute()
  const post = { id: crypto.randomUUID(), person, institution: hust.ror, title_en: 'president', title_zh: '校长' }
  await db
    .insertInto('post')
    .values({ ...post, unit_en: '', unit_zh: '', rank: 10, since: null, until: '2026-12-31', source: null })
    .execute()
  const chen = { latin: 'Chen Hua', native: '陈华' }
  const certificate = await signing(chen)
  // The end of the last day in Wuhan.
  assert.equal(certificate.validToDate.toISOString(), '2026-12-31T16:00:00.000Z')
  assert.equal((await signing(chen)).serialNumber, certificate.serialNumber)
  await db.updateTable('post').set({ until: '2026-09-20' }).execute()
  await endWithPosts(db, pair.now)
  const ended = await db
    .selectFrom('signing_certificate')
    .select('name_latin')
    .where('ended_at', 'is not', null)
    .execute()
  assert.deepEqual(ended, [{ name_latin: 'Chen Hua' }])
  await assert.rejects(signing(chen), (error) => error instanceof Refusal && error.reason === 'post_has_ended')
})
