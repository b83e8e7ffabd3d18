/** `chirograph self-test`, run as an administrator runs it, and what programs we did not write say of what it leaves. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { mutool, openssl, opensslStamps, pdfsig, qpdf } from '#scripts/validating/installed.ts'
import { type Given, run } from '#scripts/validating/row.ts'
import { sha256 } from '#src/platform/canonical.ts'
import { content } from './support/outside.ts'
import { scratch } from './support/scratch.ts'
import { root } from './support/sources.ts'

const folder = scratch()
const left = join(folder, 'left')
const at = (name: string) => join(left, name)
const given: Given = {
  signed: at('agreement.pdf'),
  revisionZero: at('revision-0.pdf'),
  roots: [at('root-a.pem'), at('root-b.pem')],
  folder,
}

function chirograph(...args: string[]) {
  const program = join(root, 'src/command/chirograph.ts')
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args])
}

before(async () => {
  const { code, output } = await chirograph('self-test', '--out', left, '--json')
  assert.equal(code, 0, output)
})

test('leaves the agreement, revision 0, both roots, and a summary that tells the truth about them', () => {
  const files = ['agreement.pdf', 'evidence.zip', 'revision-0.pdf', 'root-a.pem', 'root-b.pem', 'summary.json']
  assert.deepEqual(readdirSync(left).sort(), files)
  const summary = JSON.parse(readFileSync(at('summary.json'), 'utf8'))
  const { same, state, signed, of, demonstration, level } = summary
  assert.deepEqual(
    { same, state, signed, of, demonstration, level },
    {
      ...{ same: true, state: 'complete', signed: 2, of: 2, demonstration: true, level: 'B-LTA' },
    },
  )
  const [agreement, revisionZero] = [given.signed, given.revisionZero].map((file) => sha256(readFileSync(file)))
  assert.deepEqual(summary.sha256, {
    agreement: { a: agreement, b: agreement },
    revisionZero: { a: revisionZero, b: revisionZero },
  })
})

test('`verify` calls it complete with both roots, and not with one', async () => {
  const whole = await chirograph('verify', given.signed, '--trust', ...given.roots)
  assert.equal(whole.code, 0, whole.output)
  assert.match(whole.output, /^COMPLETE: signed by 2 of 2/)
  const half = await chirograph('verify', given.signed, '--trust', given.roots[0]!)
  assert.equal(half.code, 1, half.output)
  assert.match(half.output, /^UNKNOWN SIGNER: signed by 2 of 2/)
})

test('pdfsig: two signatures valid, both certificates trusted', async (t) => {
  await content(t, pdfsig, given)
})

test('qpdf: no error in the agreement nor in revision 0', async (t) => {
  await content(t, qpdf, given)
})

test('openssl: both CAdES signatures verify', async (t) => {
  await content(t, openssl, given)
})

test('openssl: the time-stamp over the whole document verifies', async (t) => {
  const rows = await content(t, opensslStamps, given)
  for (const { output } of rows) assert.match(output, /Verification: OK/)
})

test('mutool: both signatures valid, and something came after them', async (t) => {
  await content(t, mutool, given)
})
