/** Roots end before the agreements do: what was proven in time stands, what came too late does not; alike for both judges. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyPackage } from '#src/evidence/index.ts'
import type { Performing } from '#src/keys/decide-key-act.ts'
import { replaceRoot } from '#src/keys/replace-root.ts'
import { certificatesOf } from '#src/platform/keys/index.ts'
import { packZip, readZip } from '#src/platform/zip.ts'
import { concludedPair, type Packaged, packageOf } from '#test/support/packaged.ts'
import { certifiedAgain } from './again-certified.ts'
import { type Judges, openJudges } from './both-judges.ts'
import { fullName, makeHonest, people, sideFor } from './honest.ts'
import { issuedStamps, signedBy, stampsAt } from './stamped.ts'

const rootUntil = Temporal.Instant.from('2027-09-23T00:00:00Z')
/** The stamp's certificate still holds, the root does not. */
const later = rootUntil.add({ hours: 24 * 180 })

let ending: Packaged
let judges: Judges
before(async () => {
  ending = await concludedPair({ rootUntil })
  judges = await openJudges(readZip(ending.bytes).get('verifier.html')!)
})
after(async () => {
  await judges?.close()
  await ending?.pair.close()
})

const knownRoots = () => [ending.pair.hust, ending.pair.queenMary].map((o) => o.signing.authority.certificatePem)

test('package: a root that ended after the other side’s stamp proves what it signed before', async () => {
  for (const roots of [[], knownRoots()])
    for (const at of [ending.pair.now, later])
      assert.deepEqual(await judges.say('evidence.zip', ending.bytes, { roots, at }), {
        state: 'complete',
        problems: '',
      })
})

test('package: once another root took over, what the earlier one signed is judged under the earlier one', async () => {
  const { pair, agreement } = ending
  const { database, signing: house } = pair.hust
  const act = { kind: 'replace_root', about: house.authority.id, detail: {}, reason: 'Ten years are over.' }
  const performing = { house, act, secret: null, given: {}, by: { kind: 'node' }, at: pair.now }
  await database.db.transaction().execute((tx) => replaceRoot(tx, performing as unknown as Performing))
  const bytes = await packageOf(pair, pair.hust, agreement)
  const packed = Buffer.from(readZip(bytes).get(`roots/${pair.hust.ror}.pem`)!).toString()
  assert.equal(certificatesOf(packed).length, 2)
  for (const roots of [[], knownRoots()])
    assert.deepEqual(await judges.say('evidence.zip', bytes, { roots, at: pair.now }), {
      state: 'complete',
      problems: '',
    })
  // Whoever knows only the earlier root is told that it is the one they know.
  const told = verifyPackage(bytes, { roots: knownRoots(), at: pair.now })
  assert.ok((await told).parties.every(({ given }) => given))
})

test('package: a root whose term ended before the signature proves nothing, whatever key it has', async () => {
  const { authority } = ending.pair.hust.signing
  const key = { certificatePem: authority.certificatePem, privateKeyPem: authority.privateKeyPem! }
  const notBefore = Temporal.Instant.from('2010-01-01T00:00:00Z')
  const notAfter = ending.pair.now.subtract({ hours: 24 })
  const files = readZip(ending.bytes)
  files.set(`roots/${ending.pair.hust.ror}.pem`, Buffer.from(await certifiedAgain(key, { notBefore, notAfter })))
  const said = await judges.say('evidence.zip', packZip(files), { at: ending.pair.now })
  assert.equal(said.state, 'altered', 'what its authority stamped for the other side does not fit either')
  assert.equal(said.problems, 'certificate_expired stamp_certificate_not_valid')
})

/** The first side's root ends at `until`; its signature claims its usual time, and is stamped at `stampedAt`, if at all. */
async function documentOf(until: Temporal.Instant, stampedAt?: Temporal.Instant) {
  const honest = await makeHonest()
  const first = await sideFor('seat-1', fullName(people[0]), 'rsa-3072', undefined, until)
  const second = honest.sides[1]
  const [stamps] = await issuedStamps([second])
  const source = stampedAt && stampsAt(stamps!, stampedAt)
  const bytes = await signedBy({ ...honest, sides: [first, second] }, (i) => (i === 0 ? source : undefined))
  const roots = [first, second].map(({ authority }) => authority.certificatePem)
  return { bytes, roots, signedAt: honest.signedAt[0] }
}

const signedAt = Temporal.Instant.from('2026-09-23T08:42:07Z')
const month = Temporal.Duration.from({ hours: 24 * 30 })

for (const [what, until, stampedAt, state, problems] of [
  ['ended after the stamp: complete', signedAt.add(month), signedAt.add({ seconds: 1 }), 'complete', ''],
  ['ended before the signature: unknown', signedAt.subtract(month), undefined, 'untrusted', 'certificate_expired'],
  [
    'ended before the stamp, whatever time is claimed: unknown',
    signedAt.add({ minutes: 3 }),
    signedAt.add({ minutes: 5 }),
    'untrusted',
    'certificate_expired',
  ],
] as const)
  test(`document: a root that ${what}`, async () => {
    const { bytes, roots, signedAt: claimed } = await documentOf(until, stampedAt)
    assert.equal(String(claimed), String(signedAt))
    const at = signedAt.add(month).add(month)
    assert.deepEqual(await judges.say('agreement.pdf', bytes, { roots, at }), { state, problems })
  })
