/** What programs we did not write say of our documents; those not installed are skipped by name. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { pyhanko, pyhankoThere } from '#scripts/validating/fetched.ts'
import { mutool, openssl, opensslStamps, pdfsig, qpdf } from '#scripts/validating/installed.ts'
import { count, type Given, run } from '#scripts/validating/row.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { content } from '#test/support/outside.ts'
import { scratch } from '#test/support/scratch.ts'
import { tool } from '#test/support/tools.ts'
import { attacks, farAhead, type Honest, makeHonest } from './index.ts'
import { makeStamped } from './stamped.ts'

const folder = scratch()
const path = (name: string) => `${folder}/${name}`
const given: Given = {
  signed: path('signed.pdf'),
  revisionZero: path('revision-0.pdf'),
  roots: [path('root-0.pem'), path('root-1.pem')],
  folder,
}

let honest: Honest
before(async () => {
  honest = await makeHonest(farAhead)
  writeFileSync(given.signed, honest.signedTwice)
  writeFileSync(given.revisionZero, honest.revisionZero)
  honest.roots.forEach((pem, i) => void writeFileSync(given.roots[i]!, pem))
})

test('pdfsig: two signatures valid, both certificates trusted', async (t) => {
  for (const { output } of await content(t, pdfsig, given)) {
    assert.equal(count(output, 'ETSI.CAdES.detached'), 2, output)
    assert.equal(count(output, '  - Total document signed'), 1, output)
    for (const words of ['王小明 Wang Xiaoming', "Łucja Szőke-O'Brien"]) assert.ok(output.includes(words), words)
  }
})

test('qpdf: no error in revision 0 nor in the signed document', async (t) => {
  await content(t, qpdf, given)
})

test('openssl: both CAdES signatures verify', async (t) => {
  const rows = await content(t, openssl, given)
  for (const { output } of rows) assert.match(output, /Verification successful/)
})

describe('with time-stamps in the signatures, lists, and a time-stamp over it all', () => {
  const roots = [path('stamped-root-0.pem'), path('stamped-root-1.pem')]
  const whole: Given = { ...given, signed: path('preserved.pdf'), roots }
  before(async () => {
    const stamped = await makeStamped(farAhead)
    writeFileSync(whole.signed, stamped.preserved)
    stamped.roots.forEach((pem, i) => void writeFileSync(roots[i]!, pem))
  })
  for (const [name, validator] of Object.entries({ qpdf, openssl, opensslStamps, mutool })) {
    test(name, async (t) => {
      await content(t, validator, whole)
    })
  }

  test('pyHanko: both signatures valid and trusted, no change it cannot explain', async (t) => {
    if (!pyhankoThere()) return t.skip('pyHanko is not there: scripts/validators fetches it')
    await content(t, pyhanko, whole)
  })

  test('pdfsig: both signatures valid, the time-stamp seen as covering everything', async (t) => {
    if (!tool('pdfsig')) return t.skip('pdfsig is not installed')
    const { output } = await run('pdfsig', ['-nocert', whole.signed])
    assert.equal(count(output, 'Signature is Valid.'), 2, output)
    assert.match(output, /Chirograph-Timestamp-0001[\s\S]*Total document signed/)
  })
})

test('mutool: the last signature covers the document as it is', async (t) => {
  await content(t, mutool, given)
})

describe('attacks that are right by their cryptography: pdfsig calls both signatures valid, we do not', () => {
  const wellMade = [
    'page overlay between the two signatures',
    'page overlay inside revision 2',
    'signature box enlarged over the text in revision 2',
    '/OpenAction JavaScript added to the catalog',
    'a third signature field in revision 2',
    'changed stamp appearance',
  ]
  for (const name of wellMade) {
    test(name, async (t) => {
      if (!tool('pdfsig')) return t.skip('pdfsig is not installed')
      const file = await attacks.find((attack) => attack.name === name)!.make(honest)
      writeFileSync(path('attack.pdf'), file)
      const { output } = await run('pdfsig', ['-nocert', path('attack.pdf')])
      assert.equal(count(output, 'Signature is Valid.'), 2, output)
      assert.equal((await verifyDocument(file, { roots: honest.roots })).state, 'altered')
    })
  }
})
