/** Evidence packages, honest and not: the command line and the page that opens from the disk must say the same. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Files, packZip, readZip } from '#src/platform/zip.ts'
import { concludedPair, type Packaged, packageOf } from '#test/support/packaged.ts'
import { type Judges, openJudges } from './both-judges.ts'
import { attacks, type Honest, makeHonest } from './index.ts'
import { packageAttacks } from './package-attacks.ts'
import { listOf, makeStamped, preserve } from './stamped.ts'

let honest: Packaged
let judges: Judges

before(async () => {
  honest = await concludedPair()
  judges = await openJudges(readZip(honest.bytes).get('verifier.html')!)
})
after(async () => {
  await judges?.close()
  await honest?.pair.close()
})

const say = (bytes: Uint8Array, roots: string[] = []) =>
  judges.say('evidence.zip', bytes, { roots, at: honest.pair.now })

async function changed(change: (files: Files, of: Packaged) => unknown): Promise<Uint8Array> {
  const files = readZip(honest.bytes)
  await change(files, honest)
  return packZip(files)
}

test('the honest package of either side is complete, for both judges, without any network', async () => {
  const theirs = await packageOf(honest.pair, honest.pair.queenMary, honest.agreement)
  for (const bytes of [honest.bytes, theirs]) assert.deepEqual(await say(bytes), { state: 'complete', problems: '' })
  assert.ok(
    judges.asked.every((url) => url.startsWith('file:') || url.startsWith('data:')),
    judges.asked.join(),
  )
})

test('the same agreement gives the same package, byte for byte', async () => {
  const again = await packageOf(honest.pair, honest.pair.hust, honest.agreement)
  assert.ok(Buffer.from(again).equals(honest.bytes))
})

test('with the right roots it is complete; with another’s the signers are unknown', async () => {
  const roots = [honest.pair.hust, honest.pair.queenMary].map(({ signing }) => signing.authority.certificatePem)
  for (const given of [roots, roots.slice(0, 1)])
    assert.equal((await say(honest.bytes, given)).state, given.length === 2 ? 'complete' : 'untrusted')
})

for (const { name, state, code, change } of packageAttacks)
  test(`${name}: ${state}`, async () => {
    const said = await say(await changed(change))
    assert.equal(said.state, state, said.problems)
    assert.ok(said.problems.split(' ').includes(code), said.problems)
  })

test('whatever is no zip file, or one of something else, is not taken for a package', async () => {
  const cut = honest.bytes.subarray(0, honest.bytes.length / 2)
  const foreign = packZip(new Map([['hello.txt', Buffer.from('hello')]]))
  for (const bytes of [cut, foreign, Buffer.from('PK\x03\x04 and nothing more')])
    assert.equal((await say(bytes)).state, 'not_an_agreement')
})

test('every attack on a document is judged alike by the page and by Node', async () => {
  const document: Honest = await makeHonest()
  const judging = { roots: document.roots, at: document.signedAt[1] }
  for (const { name, make, state } of attacks) {
    const said = await judges.say('agreement.pdf', await make(document), judging)
    assert.equal(said.state, state, name)
  }
})

test('a certificate revoked after its time-stamp still counts, one revoked before does not: alike for both judges', async () => {
  const stamped = await makeStamped()
  const at = stamped.preservedAt.add({ hours: 1 })
  for (const [hours, state] of [
    [24, 'complete'],
    [-24, 'untrusted'],
  ] as const) {
    const since = stamped.signedAt[0].add({ hours })
    const { certificatePem } = stamped.sides[0].leaf
    const list = await listOf(stamped.sides[0].authority, at, [{ certificatePem, since }])
    const lists = [list, stamped.lists[1]!]
    const bytes = await preserve(stamped, stamped.signed, { lists, authority: stamped.authorities[0], at })
    const said = await judges.say('agreement.pdf', bytes, { roots: stamped.roots, at })
    assert.equal(said.state, state, said.problems)
  }
})

test('README.md gives the commands of four programs that are not ours', () => {
  const readme = Buffer.from(readZip(honest.bytes).get('README.md')!).toString()
  for (const program of ['pdfsig', 'qpdf', 'openssl', 'pyhanko']) assert.match(readme, new RegExp(`^${program} `, 'm'))
})
