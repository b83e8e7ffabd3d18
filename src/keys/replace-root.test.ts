/** Another root: the old one signs for it, the partner compares and accepts, and only then gets what is signed under it. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { certificatesOf, createAuthority, fingerprint } from '#src/platform/keys/index.ts'
import { anotherKeeper, lastAct } from '#test/support/keepers.ts'
import { handOver, openPair, type Pair } from '#test/support/postman.ts'
import { acceptedRoots, ownRoots, partnerLists, signerFor } from './index.ts'
import { spokenFingerprint, vouch } from './root-statement.ts'

let pair: Pair
before(async () => {
  pair = await openPair()
})
after(() => pair.close())

/** The root under which a signatory of the first office would sign for the partner now. */
async function signsUnder(): Promise<string> {
  const { signing, database, signatory } = pair.hust
  const text = sampleText(typesetterIdentity(pair.typesetter), crypto.randomUUID())
  const asked = { seat: { ...text.seats[0]!, name: signatory }, organisation: 'HUST', partner: pair.queenMary.ror }
  const signer = await database.db.transaction().execute((tx) => signerFor(tx, signing, asked, pair.now))
  const leaf = new X509Certificate(signer.chain[0]!)
  const roots = certificatesOf(await ownRoots(database.db))
  return fingerprint(roots.find((pem) => leaf.verify(new X509Certificate(pem).publicKey))!)
}

const send = async (body: Record<string, string | null>) =>
  handOver(pair, pair.hust, pair.queenMary, { kind: 'keys.root', about: 'keys', body })

test('a root nobody trusted vouches for nothing', async () => {
  const { authority } = pair.hust.signing
  const stranger = await createAuthority({ name: 'HUST', algorithm: 'p-256', notBefore: pair.now })
  const next = fingerprint(stranger.certificatePem)
  const signature = vouch(stranger, { institution: pair.hust.ror, old: authority.id, next })
  for (const old of [authority.id, next]) {
    const answer = await send({ certificate: stranger.certificatePem, old, signature })
    assert.equal('answer' in answer && answer.answer, 'refused')
  }
  assert.deepEqual(await pair.queenMary.database.db.selectFrom('partner_root').selectAll().execute(), [])
})

test('the new root is asked to be accepted, compared, accepted; until then the partner gets signatures under the old one', async () => {
  const { hust, queenMary } = pair
  const old = hust.signing.authority.id
  const [first, second] = [await hust.browser('administrator'), await anotherKeeper(hust, pair.now)]
  assert.equal(await signsUnder(), old)
  const reason = 'Ten years are over.'
  await first.post('/keys/proposals', { kind: 'replace_root', about: old, reason })
  assert.equal((await second.post(`${await lastAct(hust)}/confirmation`)).status, 303)
  const roots = certificatesOf(await ownRoots(hust.database.db))
  const next = fingerprint(roots[0]!)
  assert.notEqual(next, old)
  assert.equal(await signsUnder(), old)

  await pair.deliver()
  const keeper = await queenMary.browser('administrator')
  const page = await keeper.read('/keys')
  assert.ok(page.includes(spokenFingerprint(next)))
  assert.match(page, /signed for by the root we trusted before/)
  assert.deepEqual(await acceptedRoots(queenMary.database.db, hust.ror), [])
  assert.equal(await signsUnder(), old)
  const lists = async () => (await partnerLists(queenMary.database.db, hust.ror)).map(({ authority }) => authority)
  assert.ok(!(await lists()).includes(next), 'nothing of a root that is not accepted counts')

  const decision = { authority: next, decision: 'accepted' }
  const uncompared = await keeper.post(`/keys/roots/${hust.ror}`, decision)
  assert.equal(uncompared.status, 422)
  const officer = await queenMary.browser('officer')
  assert.equal((await officer.post(`/keys/roots/${hust.ror}`, { ...decision, same: 'yes' })).status, 403)
  for (const _ of [1, 2])
    assert.equal((await keeper.post(`/keys/roots/${hust.ror}`, { ...decision, same: 'yes' })).status, 303)
  assert.deepEqual((await acceptedRoots(queenMary.database.db, hust.ror)).map(fingerprint), [next])
  assert.ok((await lists()).includes(next), 'its list had come before, and is not missing now')
  await pair.deliver()
  assert.equal(await signsUnder(), next)
  assert.match(await first.read('/keys'), /accepted/)
})

test('where the key of the old root was lost the partner is told that nobody vouches, and may refuse with a reason', async () => {
  const { certificatePem } = await createAuthority({ name: 'HUST', algorithm: 'p-256', notBefore: pair.now })
  const authority = fingerprint(certificatePem)
  const answer = await send({ certificate: certificatePem, old: pair.hust.signing.authority.id, signature: null })
  assert.equal('answer' in answer && answer.answer, 'accepted')
  const keeper = await pair.queenMary.browser('administrator')
  assert.match(await keeper.read('/keys'), /not signed for by the root we trusted/)
  const refusal = { authority, decision: 'refused' }
  assert.equal((await keeper.post(`/keys/roots/${pair.hust.ror}`, refusal)).status, 422)
  const reason = 'Their office knows nothing of it.'
  assert.equal((await keeper.post(`/keys/roots/${pair.hust.ror}`, { ...refusal, reason })).status, 303)
  const accepted = await acceptedRoots(pair.queenMary.database.db, pair.hust.ror)
  assert.ok(!accepted.map(fingerprint).includes(authority))
})
