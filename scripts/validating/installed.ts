/** Validators that come with a Linux distribution. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { count, type Given, notRun, type Row, run, type Validator, versionOf } from './row.ts'
import { signaturesIn, stampsIn } from './signatures-in.ts'

/** Both roots as trusted, in the form `pdfsig` reads. @returns null where there is no certutil */
async function trustStore({ folder, roots }: Given): Promise<string | null> {
  const store = `sql:${folder}`
  if ((await run('certutil', ['-N', '-d', store, '--empty-password'])).code !== 0) return null
  for (const [i, root] of roots.entries())
    await run('certutil', ['-A', '-d', store, '-n', `root-${i}`, '-t', 'CT,C,C', '-i', root])
  return store
}

export const pdfsig: Validator = async (given) => {
  const version = await versionOf('pdfsig', '-v')
  if (version === null) return notRun('pdfsig', 'not installed')
  const store = await trustStore(given)
  if (store === null) return notRun('pdfsig', 'no certutil to make its trust store')
  const { output } = await run('pdfsig', ['-nssdir', store, given.signed])
  const all = signaturesIn(given.signed).length
  const [valid, trusted] = [count(output, 'Signature is Valid.'), count(output, 'Certificate is Trusted.')]
  const good = all > 0 && valid === all && trusted === all
  return [{ tool: 'pdfsig', version, about: 'agreement', good, verdict: `${valid} valid, ${trusted} trusted`, output }]
}

export const qpdf: Validator = async ({ signed, revisionZero }) => {
  const tool = 'qpdf --check'
  const version = await versionOf('qpdf')
  if (version === null) return notRun(tool, 'not installed')
  const files: [string, string][] = [
    ['agreement', signed],
    ['revision 0', revisionZero],
  ]
  const rows: Row[] = []
  for (const [about, file] of files) {
    const { code, output } = await run('qpdf', ['--check', file])
    const good = code === 0 && output.includes('No syntax or stream encoding errors found')
    rows.push({ tool, version, about, good, verdict: good ? 'no errors found' : output.trim(), output })
  }
  return rows
}

export const openssl: Validator = async ({ signed, roots, folder }) => {
  const tool = 'openssl cms -verify -cades'
  const version = await versionOf('openssl', 'version')
  if (version === null) return notRun(tool, 'not installed')
  const at = (name: string) => join(folder, name)
  writeFileSync(at('roots.pem'), roots.map((root) => readFileSync(root, 'utf8')).join('\n'))
  const rows: Row[] = []
  for (const [i, signature] of signaturesIn(signed).entries()) {
    writeFileSync(at('signature.der'), signature.cms)
    writeFileSync(at('signed.bin'), signature.signed)
    const input = ['-inform', 'DER', '-in', at('signature.der'), '-content', at('signed.bin')]
    const trust = ['-CAfile', at('roots.pem'), '-purpose', 'any', '-out', at('content')]
    const { code, output } = await run('openssl', ['cms', '-verify', '-cades', '-binary', ...input, ...trust])
    rows.push({ tool, version, about: `signature ${i + 1}`, good: code === 0, verdict: output.trim(), output })
  }
  return rows
}

/** The time-stamps over the whole document, against the same roots. */
export const opensslStamps: Validator = async ({ signed, roots, folder }) => {
  const tool = 'openssl ts -verify'
  const version = await versionOf('openssl', 'version')
  if (version === null) return notRun(tool, 'not installed')
  const at = (name: string) => join(folder, name)
  writeFileSync(at('roots.pem'), roots.map((root) => readFileSync(root, 'utf8')).join('\n'))
  const rows: Row[] = []
  for (const [i, stamp] of stampsIn(signed).entries()) {
    writeFileSync(at('token.der'), stamp.cms)
    writeFileSync(at('stamped.bin'), stamp.signed)
    const input = ['-token_in', '-in', at('token.der'), '-data', at('stamped.bin'), '-CAfile', at('roots.pem')]
    const { code, output } = await run('openssl', ['ts', '-verify', ...input])
    rows.push({ tool, version, about: `time-stamp ${i + 1}`, good: code === 0, verdict: output.trim(), output })
  }
  return rows
}

/** Integrity only: it is given no roots. It takes no notice of time-stamps, save that they come after. */
export const mutool: Validator = async ({ signed }) => {
  const tool = 'mutool sign -v'
  const version = await versionOf('mutool', '-v')
  if (version === null) return notRun(tool, 'not installed')
  const { output } = await run('mutool', ['sign', '-v', signed])
  const unchanged = count(output, 'The document is unchanged since signing.')
  const earlier = count(output, 'The signature is valid but there have been edits since signing.')
  const [all, stamped] = [signaturesIn(signed).length, stampsIn(signed).length > 0]
  const good = unchanged === (stamped ? 0 : 1) && unchanged + earlier === all
  const verdict = `${unchanged} unchanged, ${earlier} valid with later signatures`
  return [{ tool, version, about: 'agreement', good, verdict, output }]
}
