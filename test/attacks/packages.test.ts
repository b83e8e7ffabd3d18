/** Evidence packages, honest and not: the command line and the page that opens from the disk must say the same. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { problemCodes, verifyFile } from '#src/evidence/index.ts'
import { type Files, packZip, readZip } from '#src/platform/zip.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { concludedPair, type Packaged, packageOf } from '#test/support/packaged.ts'
import { scratch } from '#test/support/scratch.ts'
import { attacks, type Honest, makeHonest } from './index.ts'
import { packageAttacks } from './package-attacks.ts'
import { listOf, makeStamped, preserve } from './stamped.ts'

const folder = scratch()
let honest: Packaged
let chromium: Browser
let page: Page
const asked: string[] = []

before(async () => {
  honest = await concludedPair()
  const files = readZip(honest.bytes)
  writeFileSync(join(folder, 'verifier.html'), files.get('verifier.html')!)
  chromium = await launchBrowser()
  page = await chromium.newPage()
  await atTime(honest.pair.now)
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(join(folder, 'verifier.html')).href)
})
after(async () => {
  await chromium?.close()
  await honest?.pair.close()
})

/** The clock of the browser's computer. */
const atTime = (at: Temporal.Instant) => page.clock.setFixedTime(new Date(at.epochMilliseconds))

interface Said {
  state: string
  problems: string
}

/** What the page from the disk says of a file, with these roots or the package's own. */
async function inBrowser(name: string, bytes: Uint8Array, roots: string[] = []): Promise<Said> {
  await page.evaluate(() => document.querySelector('#verdict')?.replaceChildren())
  const given = roots.map((pem, i) => ({
    name: `${i}.pem`,
    mimeType: 'application/x-pem-file',
    buffer: Buffer.from(pem),
  }))
  await page.setInputFiles('#roots', given)
  await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  const found = page.locator('[data-state]').first()
  const state = (await found.getAttribute('data-state'))!
  assert.equal(await page.locator(`[data-state="${state}"]`).count(), 2, 'both languages')
  return { state, problems: (await found.getAttribute('data-problems'))! }
}

/** What the command line says: the same function, in Node. */
async function inNode(bytes: Uint8Array, roots: string[] = [], at = honest.pair.now): Promise<Said> {
  const found = await verifyFile(bytes, { roots, at })
  return { state: found.state, problems: problemCodes(found).join(' ') }
}

async function changed(change: (files: Files, of: Packaged) => unknown): Promise<Uint8Array> {
  const files = readZip(honest.bytes)
  await change(files, honest)
  return packZip(files)
}

test('the honest package of either side is complete, for both judges, without any network', async () => {
  const theirs = await packageOf(honest.pair, honest.pair.queenMary, honest.agreement)
  for (const bytes of [honest.bytes, theirs]) {
    assert.deepEqual(await inNode(bytes), { state: 'complete', problems: '' })
    assert.deepEqual(await inBrowser('evidence.zip', bytes), { state: 'complete', problems: '' })
  }
  assert.ok(
    asked.every((url) => url.startsWith('file:') || url.startsWith('data:')),
    asked.join(),
  )
})

test('the same agreement gives the same package, byte for byte', async () => {
  const again = await packageOf(honest.pair, honest.pair.hust, honest.agreement)
  assert.ok(Buffer.from(again).equals(honest.bytes))
})

test('with the right roots it is complete; with another’s the signers are unknown', async () => {
  const roots = [honest.pair.hust, honest.pair.queenMary].map(({ signing }) => signing.authority.certificatePem)
  for (const given of [roots, roots.slice(0, 1)]) {
    const said = await inNode(honest.bytes, given)
    assert.equal(said.state, given.length === 2 ? 'complete' : 'untrusted')
    assert.deepEqual(await inBrowser('evidence.zip', honest.bytes, given), said)
  }
})

for (const { name, state, code, change } of packageAttacks)
  test(`${name}: ${state}`, async () => {
    const bytes = await changed(change)
    const said = await inNode(bytes)
    assert.equal(said.state, state, said.problems)
    assert.ok(said.problems.split(' ').includes(code), said.problems)
    assert.deepEqual(await inBrowser('evidence.zip', bytes), said)
  })

test('whatever is no zip file, or one of something else, is not taken for a package', async () => {
  const cut = honest.bytes.subarray(0, honest.bytes.length / 2)
  const foreign = packZip(new Map([['hello.txt', Buffer.from('hello')]]))
  for (const bytes of [cut, foreign, Buffer.from('PK\x03\x04 and nothing more')]) {
    const said = await inNode(bytes)
    assert.equal(said.state, 'not_an_agreement')
    assert.deepEqual(await inBrowser('evidence.zip', bytes), said)
  }
})

test('every attack on a document is judged alike by the page and by Node', async () => {
  const document: Honest = await makeHonest()
  await atTime(document.signedAt[1])
  for (const { name, make, state } of attacks) {
    const bytes = await make(document)
    const said = await inNode(bytes, document.roots, document.signedAt[1])
    assert.equal(said.state, state, name)
    assert.deepEqual(await inBrowser('agreement.pdf', bytes, document.roots), said, name)
  }
})

test('a certificate revoked after its time-stamp still counts, one revoked before does not: alike for both judges', async () => {
  const stamped = await makeStamped()
  const at = stamped.preservedAt.add({ hours: 1 })
  await atTime(at)
  for (const [hours, state] of [
    [24, 'complete'],
    [-24, 'untrusted'],
  ] as const) {
    const since = stamped.signedAt[0].add({ hours })
    const { certificatePem } = stamped.sides[0].leaf
    const list = await listOf(stamped.sides[0].authority, at, [{ certificatePem, since }])
    const lists = [list, stamped.lists[1]!]
    const bytes = await preserve(stamped, stamped.signed, { lists, authority: stamped.authorities[0], at })
    const said = await inNode(bytes, stamped.roots, at)
    assert.equal(said.state, state, said.problems)
    assert.deepEqual(await inBrowser('agreement.pdf', bytes, stamped.roots), said)
  }
})

test('README.md gives the commands of four programs that are not ours', () => {
  const readme = Buffer.from(readZip(honest.bytes).get('README.md')!).toString()
  for (const program of ['pdfsig', 'qpdf', 'openssl', 'pyhanko']) assert.match(readme, new RegExp(`^${program} `, 'm'))
})
