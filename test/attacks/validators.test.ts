/** What programs we did not write say of our documents; those not installed are skipped by name. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { attacks, type Honest, makeHonest } from './index.ts'
import { installed, run, scratch } from './tools.ts'

const folder = scratch()
const path = (name: string) => `${folder}/${name}`

let honest: Honest
before(async () => {
  honest = await makeHonest()
  writeFileSync(path('signed.pdf'), honest.signedTwice)
  writeFileSync(path('revision-0.pdf'), honest.revisionZero)
  writeFileSync(path('roots.pem'), honest.roots.join('\n'))
  honest.roots.forEach((pem, i) => void writeFileSync(path(`root-${i}.pem`), pem))
})

/** Both roots as trusted, in the form `pdfsig` reads. */
async function trustStore(): Promise<string> {
  const store = `sql:${folder}`
  await run('certutil', ['-N', '-d', store, '--empty-password'])
  for (const i of [0, 1])
    await run('certutil', ['-A', '-d', store, '-n', `root-${i}`, '-t', 'CT,C,C', '-i', path(`root-${i}.pem`)])
  return store
}

const count = (output: string, words: string) => output.split(words).length - 1

test('pdfsig: two signatures valid, both certificates trusted', async (t) => {
  if (!((await installed('pdfsig')) && (await installed('certutil'))))
    return t.skip('pdfsig or certutil is not installed')
  const { output } = await run('pdfsig', ['-nssdir', await trustStore(), path('signed.pdf')])
  assert.equal(count(output, 'Signature is Valid.'), 2, output)
  assert.equal(count(output, 'Certificate is Trusted.'), 2, output)
  assert.equal(count(output, 'ETSI.CAdES.detached'), 2, output)
  assert.equal(count(output, '  - Total document signed'), 1, output)
  for (const words of ['王小明 Wang Xiaoming', "Łucja Szőke-O'Brien"]) assert.ok(output.includes(words), words)
})

test('qpdf: no error in revision 0 nor in the signed document', async (t) => {
  if (!(await installed('qpdf'))) return t.skip('qpdf is not installed')
  for (const name of ['revision-0.pdf', 'signed.pdf']) {
    const { code, output } = await run('qpdf', ['--check', path(name)])
    assert.equal(code, 0, output)
    assert.match(output, /No syntax or stream encoding errors found/)
  }
})

/** Cuts a signature and what it signs out of the file, by its /ByteRange alone. */
function cut(file: Buffer, range: number[]): void {
  const [a, b, c, d] = range as [number, number, number, number]
  const der = Buffer.from(file.toString('latin1', b + 1, c - 1), 'hex')
  writeFileSync(path('sig.der'), der.subarray(0, 4 + der.readUInt16BE(2)))
  writeFileSync(path('signed.bin'), Buffer.concat([file.subarray(a, a + b), file.subarray(c, c + d)]))
}

test('openssl: both CAdES signatures verify', async (t) => {
  if (!(await installed('openssl'))) return t.skip('openssl is not installed')
  const file = Buffer.from(honest.signedTwice)
  const ranges = [...file.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)]
  assert.equal(ranges.length, 2)
  for (const range of ranges) {
    cut(file, range.slice(1).map(Number))
    const input = ['-inform', 'DER', '-in', path('sig.der'), '-content', path('signed.bin')]
    const trust = ['-CAfile', path('roots.pem'), '-purpose', 'any', '-out', '/dev/null']
    const { code, output } = await run('openssl', ['cms', '-verify', '-cades', '-binary', ...input, ...trust])
    assert.equal(code, 0, output)
    assert.match(output, /Verification successful/)
  }
})

test('mutool: the last signature covers the document as it is', async (t) => {
  if (!(await installed('mutool'))) return t.skip('mutool is not installed')
  const { output } = await run('mutool', ['sign', '-v', path('signed.pdf')])
  assert.equal(count(output, 'Verifying signature'), 2, output)
  assert.equal(count(output, 'The document is unchanged since signing.'), 1, output)
  assert.equal(count(output, 'The signature is valid but there have been edits since signing.'), 1, output)
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
      if (!(await installed('pdfsig'))) return t.skip('pdfsig is not installed')
      const file = await attacks.find((attack) => attack.name === name)!.make(honest)
      writeFileSync(path('attack.pdf'), file)
      const { output } = await run('pdfsig', ['-nocert', path('attack.pdf')])
      assert.equal(count(output, 'Signature is Valid.'), 2, output)
      assert.equal((await verifyDocument(file, { roots: honest.roots })).state, 'altered')
    })
  }
})
