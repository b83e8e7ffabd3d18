/** Another root: the old one signs for it, the partner compares and accepts, and only then gets what is signed under it. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { certificatesOf, createAuthority, fingerprint, makeRevocationList } from '#src/platform/keys/index.ts'
import { anotherKeeper, lastAct } from '#test/support/keepers.ts'
import { handOver, openPair, type Pair } from '#test/support/postman.ts'
import { acceptedRoots, ownRoots, partnerLists, rootsOfPair, signerFor } from './index.ts'
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

/** The roots of this pair of nodes, as either of them sees it: HUST's, and Queen Mary's. */
async function seenByBoth(): Promise<string[][]> {
  const { hust, queenMary } = pair
  const seen = ({ database }: typeof hust, partner: typeof hust) =>
    rootsOfPair(database.db, {
      institution: partner.ror,
      pinned: partner.signing.authority.certificatePem,
      since: pair.now.subtract({ hours: 1 }),
    })
  const [here, there] = [await seen(hust, queenMary), await seen(queenMary, hust)]
  return [
    [here.ours, here.theirs],
    [there.theirs, there.ours],
  ].map((both) => both.map(fingerprint))
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
  const theirs = queenMary.signing.authority.id
  assert.deepEqual(await seenByBoth(), [
    [old, theirs],
    [old, theirs],
  ])
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
  assert.deepEqual(
    await seenByBoth(),
    [
      [next, theirs],
      [next, theirs],
    ],
    'the fingerprint of a pair that moves is over the same roots in both offices',
  )
  assert.match(await first.read('/keys'), /accepted/)
})

test('where the key of the old root was lost the partner is told that nobody vouches, and may refuse with a reason', async () => {
  const root = await createAuthority({ name: 'HUST', algorithm: 'p-256', notBefore: pair.now })
  const { certificatePem } = root
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

  // It may be accepted after all: its list is kept until then, and counts for nothing.
  const thisUpdate = pair.now.round({ smallestUnit: 'second', roundingMode: 'floor' })
  const der = await makeRevocationList(root, { number: 1, thisUpdate, nextUpdate: thisUpdate.add({ hours: 24 }) }, [])
  const body = { authority, der: Buffer.from(der).toString('base64') }
  const listed = await handOver(pair, pair.hust, pair.queenMary, { kind: 'keys.crl', about: 'keys', body })
  assert.equal('answer' in listed && listed.answer, 'accepted')
  const counting = async () =>
    (await partnerLists(pair.queenMary.database.db, pair.hust.ror)).some((list) => list.authority === authority)
  assert.equal(await counting(), false)
  await keeper.post(`/keys/roots/${pair.hust.ror}`, { authority, decision: 'accepted', same: 'yes' })
  assert.equal(await counting(), true)
})
