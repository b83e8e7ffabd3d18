/** Acts on keys through the front door: one administrator proposes, another confirms. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { describeCertificate } from '#src/platform/keys/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { anotherKeeper, lastAct, withFile } from '#test/support/keepers.ts'
import type { Office, OfficeBrowser } from '#test/support/office.ts'
import { openPair, type Pair } from '#test/support/postman.ts'
import { tool } from '#test/support/tools.ts'
import { currentCrl, partnerLists, sendRootsAway, signerFor } from './index.ts'
import { type KeyAct, keyActKinds, moveAct, stepsFor } from './key-act.ts'

let pair: Pair
let hust: Office
let first: OfficeBrowser
let second: OfficeBrowser
before(async () => {
  pair = await openPair()
  hust = pair.hust
  first = await hust.browser('administrator')
  second = await anotherKeeper(hust, pair.now)
})
after(() => pair.close())

/** The certificate with which a signatory would sign now. */
async function signing(title = 'President'): Promise<X509Certificate> {
  const text = sampleText(typesetterIdentity(pair.typesetter), crypto.randomUUID())
  const seat = { ...text.seats[0]!, name: hust.signatory, title: { en: title, zh: '校长' } }
  const asked = { seat, organisation: 'HUST', partner: pair.queenMary.ror }
  const { db } = hust.database
  const signer = await db.transaction().execute((tx) => signerFor(tx, hust.signing, asked, pair.now))
  return new X509Certificate(signer.chain[0]!)
}
const serialOf = (certificate: X509Certificate) => certificate.serialNumber.toLowerCase()
const root = () => hust.signing.authority.id
const halves = ['correct horse ', 'battery staple'] as const
const noted = async () =>
  (await hust.database.db.selectFrom('journal').select('act').where('subject_kind', '=', 'keys').execute()).map(
    (r) => r.act,
  )

test('nobody confirms or rejects what they proposed themselves, and only they withdraw it', () => {
  const act: KeyAct = { id: 'a', kind: 'revoke', state: 'proposed', about: 'c', proposedBy: 'one' }
  assert.deepEqual(stepsFor(act, 'one'), ['withdraw'])
  assert.deepEqual(stepsFor(act, 'two'), ['confirm', 'reject'])
  for (const state of ['done', 'rejected', 'withdrawn'] as const)
    for (const account of ['one', 'two']) {
      assert.deepEqual(stepsFor({ ...act, state }, account), [])
      for (const step of ['confirm', 'reject', 'withdraw'] as const)
        assert.throws(() => moveAct({ ...act, state }, step, account), { reason: 'key_act_decided' })
    }
  for (const step of ['confirm', 'reject'] as const)
    assert.throws(() => moveAct(act, step, 'one'), { reason: 'key_act_needs_another' })
  assert.ok(keyActKinds.length > 0)
})

test('a certificate is revoked by two: the list says so at once, the partner is told, the next signature has another', async () => {
  const before = await signing()
  const { id } = await hust.database.db.selectFrom('signing_certificate').select('id').executeTakeFirstOrThrow()
  const why = { kind: 'revoke', about: id, why: 'key_lost' }
  assert.equal((await first.post('/keys/proposals', { ...why, reason: ' ' })).status, 422)
  const reason = 'The notebook with the key was stolen in the train.'
  assert.equal((await first.post('/keys/proposals', { ...why, reason })).status, 303)
  const act = await lastAct(hust)
  const own = await first.post(`${act}/confirmation`)
  assert.equal(own.status, 403)
  assert.match(await own.text(), /Keys take two people/)
  assert.deepEqual((await signing()).serialNumber, before.serialNumber, 'nothing happens before the second')
  assert.match(await second.read('/keys'), /stolen in the train/)
  assert.equal((await second.post(`${act}/confirmation`)).status, 303)
  assert.equal((await second.post(`${act}/confirmation`)).status, 409)

  const list = (await currentCrl(hust.database.db, hust.signing, pair.now))!
  const rows = await hust.database.db.selectFrom('signing_revocation').select(['serial', 'reason']).execute()
  assert.deepEqual(rows, [{ serial: serialOf(before), reason: 'key_lost' }])
  await pair.deliver()
  const [there] = await partnerLists(pair.queenMary.database.db, hust.ror)
  assert.deepEqual(there!.der, Buffer.from(list.der))
  assert.notEqual((await signing()).serialNumber, before.serialNumber)
  assert.match(await first.read('/keys'), /revoked/)
  assert.deepEqual(await noted(), ['keys.revoke_proposed', 'keys.revoke_done'])
  const again = await second.post('/keys/proposals', { ...why, reason })
  assert.match(await again.text(), /revoked already/)
})

let vault: string

test('the root goes to the vault under a passphrase of two halves, and leaves the node only when the file was shown to open', async () => {
  const { db } = hust.database
  const reason = 'The root belongs into the safe.'
  const about = root()
  const short = await first.post('/keys/proposals', { kind: 'export_root', about, reason, passphrase: 'short' })
  assert.match(await short.text(), /at least 10 characters/)
  await first.post('/keys/proposals', { kind: 'export_root', about, reason, passphrase: halves[0] })
  const kept = await db.selectFrom('key_act').select('sealed').where('state', '=', 'proposed').executeTakeFirstOrThrow()
  assert.ok(!kept.sealed!.includes(halves[0]), 'the first half is not to be read in the database')
  const file = await second.post(`${await lastAct(hust)}/confirmation`, { passphrase: halves[1] })
  assert.equal(file.headers.get('cache-control'), 'no-store')
  vault = await file.text()
  assert.match(vault, /BEGIN CERTIFICATE[\s\S]*BEGIN ENCRYPTED PRIVATE KEY/)

  const swapped = { kind: 'take_root', about, reason, passphrase: halves[1], second: halves[0] }
  assert.match(await (await first.post('/keys/proposals', withFile(swapped, vault))).text(), /does not open/)
  const right = { ...swapped, passphrase: halves[0], second: halves[1] }
  assert.equal((await first.post('/keys/proposals', withFile(right, vault))).status, 303)
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  const row = await db.selectFrom('signing_authority').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.sealed, null)
  const list = (await currentCrl(db, hust.signing, pair.now))!
  assert.ok(list.nextUpdate.since(pair.now).total('hours') > 24 * 364, 'the last list holds until the key is back')
})

test('openssl opens the file from the vault with both halves and finds the root’s own key', {
  skip: !tool('openssl'),
}, () => {
  const args = ['pkey', '-passin', `pass:${halves.join('')}`, '-pubout']
  const { stdout, status } = spawnSync('openssl', args, { input: vault, encoding: 'utf8' })
  const { publicKey } = new X509Certificate(hust.signing.authority.certificatePem)
  assert.equal(status, 0)
  assert.equal(stdout, publicKey.export({ type: 'spki', format: 'pem' }))
})

test('while the root is away signatures go on, and a new certificate waits for its key', async () => {
  await signing()
  const away = (error: unknown) => error instanceof Refusal && error.reason === 'root_is_away'
  await assert.rejects(signing('Vice-President'), away)
  assert.match(await first.read('/keys'), /The root’s key is in the vault/)

  const about = root()
  const asked = { kind: 'bring_root', about, reason: 'A new vice-president signs on Friday.', hours: '4' }
  const [passphrase, half] = halves
  const wrong = withFile({ ...asked, passphrase, second: 'battery stapler' }, vault)
  assert.match(await (await first.post('/keys/proposals', wrong)).text(), /does not open/)
  const long = withFile({ ...asked, hours: '73', passphrase, second: half }, vault)
  assert.match(await (await first.post('/keys/proposals', long)).text(), /from 1 to 72 hours/)
  const right = withFile({ ...asked, passphrase, second: half }, vault)
  assert.equal((await first.post('/keys/proposals', right)).status, 303)
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  await signing('Vice-President')

  pair.wait({ hours: 4 })
  await sendRootsAway(hust.database.db, hust.signing, pair.now)
  await assert.rejects(signing('Rector'), away)
  await signing('Vice-President')
  const secrets = await hust.database.db.selectFrom('key_act').select('id').where('sealed', 'is not', null).execute()
  assert.deepEqual(secrets, [])
})

test('only administrators see the page or act on it', async () => {
  for (const who of ['officer', 'approver', 'signatory', 'reader'] as const) {
    const browser = await hust.browser(who)
    assert.equal((await browser.get('/keys')).status, 403)
    const asked = { kind: 'replace_root', about: root(), reason: 'x' }
    assert.equal((await browser.post('/keys/proposals', asked)).status, 403)
  }
  assert.equal((await (await hust.browser('public')).get('/keys')).status, 303)
  assert.match(await (await anotherKeeper(hust, pair.now, 'zh')).read('/keys'), /根密钥已离线保管/)
  assert.equal(describeCertificate(hust.signing.authority.certificatePem).name, hust.institution.name.en)
})
