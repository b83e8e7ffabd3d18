/**
 * Asks validators we did not write about a signed agreement, and writes down tool, version and verdict.
 *
 *   scripts/validators AGREEMENT.pdf REVISION-0.pdf ROOT.pem [ROOT.pem …] [--out FILE]
 *
 * pyHanko, veraPDF and the EU's DSS are installed under .cache/validators with pip and Maven where the machine has these;
 * a tool that is not there is written down as not run. Exit code 1 where a tool that ran is not content, 2 for wrong arguments.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const pyhankoVersion = '0.6.0'
const verapdfVersion = '1.28.2'
const dssVersion = '6.4'
const cache = fileURLToPath(new URL('../.cache/validators', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chirograph-validators-'))

/** Runs a program; `code` is -1 where it is not there. */
function run(program, args) {
  return new Promise((done) => {
    execFile(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      done({ code, output: stdout + stderr })
    })
  })
}

const count = (output, words) => output.split(words).length - 1
const firstLine = (output) => output.trim().split('\n')[0] ?? ''
const row = (tool, version, about, good, verdict) => ({ tool, version, about, good, verdict })
const notRun = (tool, why) => [row(tool, '', '', null, `not run: ${why}`)]

async function pdfsig({ signed, roots, signatures }) {
  const version = await run('pdfsig', ['-v'])
  if (version.code === -1) return notRun('pdfsig', 'not installed')
  const store = `sql:${folder}`
  if ((await run('certutil', ['-N', '-d', store, '--empty-password'])).code !== 0)
    return notRun('pdfsig', 'no certutil')
  for (const [i, root] of roots.entries())
    await run('certutil', ['-A', '-d', store, '-n', `r${i}`, '-t', 'CT,C,C', '-i', root])
  const { output } = await run('pdfsig', ['-nssdir', store, signed])
  const valid = count(output, 'Signature is Valid.')
  const trusted = count(output, 'Certificate is Trusted.')
  const good = valid === signatures.length && trusted === signatures.length
  return [row('pdfsig', firstLine(version.output), 'agreement', good, `${valid} valid, ${trusted} trusted`)]
}

async function qpdf({ signed, base }) {
  const version = await run('qpdf', ['--version'])
  if (version.code === -1) return notRun('qpdf', 'not installed')
  const rows = []
  for (const [about, file] of [
    ['agreement', signed],
    ['revision 0', base],
  ]) {
    const { code, output } = await run('qpdf', ['--check', file])
    const clean = code === 0 && output.includes('No syntax or stream encoding errors found')
    rows.push(row('qpdf --check', firstLine(version.output), about, clean, clean ? 'no errors found' : output.trim()))
  }
  return rows
}

/** The byte ranges of all signatures in a file. */
function rangesIn(path) {
  const words = readFileSync(path).toString('latin1')
  return [...words.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].map((match) => match.slice(1).map(Number))
}

async function openssl({ signed, roots, signatures }) {
  const version = await run('openssl', ['version'])
  if (version.code === -1) return notRun('openssl', 'not installed')
  const all = join(folder, 'roots.pem')
  writeFileSync(all, roots.map((root) => readFileSync(root, 'utf8')).join('\n'))
  const rows = []
  for (const [i, [a, b, c, d]] of signatures.entries()) {
    const file = readFileSync(signed)
    const der = Buffer.from(file.toString('latin1', b + 1, c - 1), 'hex')
    writeFileSync(join(folder, 'sig.der'), der.subarray(0, 4 + der.readUInt16BE(2)))
    writeFileSync(join(folder, 'signed.bin'), Buffer.concat([file.subarray(a, a + b), file.subarray(c, c + d)]))
    const input = ['-inform', 'DER', '-in', join(folder, 'sig.der'), '-content', join(folder, 'signed.bin')]
    const trust = ['-CAfile', all, '-purpose', 'any', '-out', join(folder, 'out')]
    const { code, output } = await run('openssl', ['cms', '-verify', '-cades', '-binary', ...input, ...trust])
    rows.push(
      row('openssl cms -verify -cades', firstLine(version.output), `signature ${i + 1}`, code === 0, output.trim()),
    )
  }
  return rows
}

async function mutool({ signed, signatures }) {
  const version = await run('mutool', ['-v'])
  if (version.code === -1) return notRun('mutool', 'not installed')
  const { output } = await run('mutool', ['sign', '-v', signed])
  const unchanged = count(output, 'The document is unchanged since signing.')
  const earlier = count(output, 'The signature is valid but there have been edits since signing.')
  const good = unchanged === 1 && earlier === signatures.length - 1
  return [
    row(
      'mutool sign -v',
      firstLine(version.output),
      'agreement',
      good,
      `${unchanged} unchanged, ${earlier} valid with later signatures`,
    ),
  ]
}

async function pyhanko({ signed, roots, signatures }) {
  const tool = 'pyHanko (difference analysis on)'
  const program = join(cache, 'python/bin/pyhanko')
  if (!existsSync(program)) {
    if ((await run('python3', ['-m', 'venv', join(cache, 'python')])).code !== 0)
      return notRun(tool, 'no python3 with venv')
    const got = await run(join(cache, 'python/bin/pip'), ['install', '--quiet', `pyhanko-cli==${pyhankoVersion}`])
    if (got.code !== 0) return notRun(tool, 'pip could not install pyhanko-cli')
  }
  const version = firstLine((await run(program, ['--version'])).output)
  const trust = ['--trust-replace', ...roots.flatMap((root) => ['--trust', root]), '--soft-revocation-check']
  const { output } = await run(program, ['sign', 'validate', '--pretty-print', ...trust, signed])
  const valid = count(output, 'The signature is judged VALID.')
  const trusted = count(output, "The signer's certificate is trusted.")
  const illegal = count(output, 'may be illegitimate')
  const good = valid === signatures.length && trusted === signatures.length && illegal === 0
  return [row(tool, version, 'agreement', good, `${valid} VALID, ${trusted} trusted, ${illegal} with illegal changes`)]
}

async function verapdf({ signed, base }) {
  const jar = join(cache, `greenfield-apps-${verapdfVersion}.jar`)
  if (!existsSync(jar)) {
    const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${verapdfVersion}`
    const got = await run('mvn', [
      '--batch-mode',
      '--quiet',
      'dependency:copy',
      artifact,
      `-DoutputDirectory=${cache}`,
      '-Dmdep.useBaseVersion=true',
    ])
    if (got.code !== 0 || !existsSync(jar)) return notRun('veraPDF', 'Maven could not fetch it')
  }
  const rows = []
  for (const [about, file] of [
    ['agreement', signed],
    ['revision 0', base],
  ]) {
    const { code, output } = await run('java', [
      '-cp',
      jar,
      'org.verapdf.apps.GreenfieldCliWrapper',
      '--format',
      'text',
      file,
    ])
    if (code === -1) return notRun('veraPDF', 'no java')
    const verdict = output.split('\n').find((line) => /^(PASS|FAIL) /.test(line)) ?? output.trim()
    const level = verdict.split(' ').at(-1)
    const passed = verdict.startsWith('PASS')
    rows.push(row('veraPDF', verapdfVersion, about, passed, passed ? `conforms to PDF/A-${level}` : verdict))
  }
  return rows
}

/** Level and changes only: DSS cannot conclude on trust, as a private authority gives it no revocation data. */
async function dss({ signed, roots, signatures }) {
  const tool = 'DSS (level and changes)'
  const here = fileURLToPath(new URL('./validators-dss/', import.meta.url))
  const libraries = join(cache, `dss-${dssVersion}`)
  if (!existsSync(libraries)) {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${libraries}`]
    const got = await run('mvn', ['--batch-mode', '--quiet', '--file', join(here, 'pom.xml'), ...goal])
    if (got.code !== 0) return notRun(tool, 'Maven could not fetch it')
  }
  const { code, output } = await run('java', ['-cp', `${libraries}/*`, join(here, 'Dss.java'), signed, ...roots])
  if (code !== 0) return notRun(tool, code === -1 ? 'no java' : 'it ended with an error')
  const lines = output.split('\n').filter((line) => line.startsWith('SIGNATURE '))
  if (lines.length !== signatures.length) return [row(tool, dssVersion, 'agreement', false, `${lines.length} found`)]
  return lines.map((line, i) => {
    const [, level, indication, why, changes] = line.split(' ')
    const good = level === 'PAdES-BASELINE-B' && changes === '0'
    return row(
      tool,
      dssVersion,
      `signature ${i + 1}`,
      good,
      `${level}, ${changes} unexplained changes; ${indication} (${why})`,
    )
  })
}

function tableOf(rows) {
  const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ')
  const mark = { true: 'good', false: 'NOT GOOD', null: '-' }
  const lines = rows.map((r) => `| ${[r.tool, r.version, r.about, mark[r.good], r.verdict].map(cell).join(' | ')} |`)
  return ['| Tool | Version | About | | Verdict |', '|---|---|---|---|---|', ...lines, ''].join('\n')
}

const args = process.argv.slice(2)
const outAt = args.indexOf('--out')
const out = outAt >= 0 ? args.splice(outAt, 2)[1] : undefined
const [signed, base, ...roots] = args.map((path) => resolve(path))
if (!signed || !base || !roots.length) {
  console.error('usage: scripts/validators AGREEMENT.pdf REVISION-0.pdf ROOT.pem [ROOT.pem …] [--out FILE]')
  process.exit(2)
}
mkdirSync(cache, { recursive: true })
const given = { signed, base, roots, signatures: rangesIn(signed) }
const rows = []
for (const ask of [pdfsig, qpdf, openssl, mutool, pyhanko, verapdf, dss]) rows.push(...(await ask(given)))
rmSync(folder, { recursive: true, force: true })
const table = tableOf(rows)
process.stdout.write(table)
if (out) writeFileSync(out, table)
process.exit(rows.some((r) => r.good === false) ? 1 : 0)
