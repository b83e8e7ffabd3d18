/** Validators that pip and Maven fetch into .cache/validators, where the machine has these and lets them. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { count, notRun, type Row, run, type Validator } from './row.ts'
import { signaturesIn } from './signatures-in.ts'

const pyhankoVersion = '0.6.0'
const verapdfVersion = '1.28.2'
const dssVersion = '6.4'
const cache = join(import.meta.dirname, '..', '..', '.cache', 'validators')

/** Whether an earlier run fetched it. */
export const pyhankoThere = (): boolean => existsSync(join(cache, 'python', 'bin', 'pyhanko'))

/** The Python that has pyHanko; where it cannot be made, why. */
export async function pyhankoPython(): Promise<{ python: string } | { missing: string }> {
  mkdirSync(cache, { recursive: true })
  const home = join(cache, 'python')
  const python = join(home, 'bin', 'python')
  if (pyhankoThere()) return { python }
  if ((await run('python3', ['-m', 'venv', home])).code !== 0) return { missing: 'no python3 with venv' }
  const got = await run(join(home, 'bin', 'pip'), ['install', '--quiet', `pyhanko-cli==${pyhankoVersion}`])
  return got.code === 0 ? { python } : { missing: 'pip could not install pyhanko-cli' }
}

export const pyhanko: Validator = async ({ signed, roots }) => {
  const tool = 'pyHanko (difference analysis on)'
  const found = await pyhankoPython()
  if ('missing' in found) return notRun(tool, found.missing)
  const ask = (...args: string[]) => run(found.python, ['-m', 'pyhanko', ...args])
  const version = (await ask('--version')).output.trim().split('\n')[0]!
  const trust = ['--trust-replace', ...roots.flatMap((root) => ['--trust', root]), '--soft-revocation-check']
  const { output } = await ask('sign', 'validate', '--pretty-print', ...trust, signed)
  const all = signaturesIn(signed).length
  const valid = count(output, 'The signature is judged VALID.')
  const trusted = count(output, "The signer's certificate is trusted.")
  const illegal = count(output, 'may be illegitimate')
  const good = valid === all && trusted === all && illegal === 0
  const verdict = `${valid} VALID, ${trusted} trusted, ${illegal} with illegal changes`
  return [{ tool, version, about: 'agreement', good, verdict, output }]
}

export const verapdf: Validator = async ({ signed, revisionZero }) => {
  const jar = join(cache, `greenfield-apps-${verapdfVersion}.jar`)
  if (!existsSync(jar)) {
    const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${verapdfVersion}`
    const to = [`-DoutputDirectory=${cache}`, '-Dmdep.useBaseVersion=true']
    const got = await run('mvn', ['--batch-mode', '--quiet', 'dependency:copy', artifact, ...to])
    if (got.code !== 0 || !existsSync(jar)) return notRun('veraPDF', 'Maven could not fetch it')
  }
  const files: [string, string][] = [
    ['agreement', signed],
    ['revision 0', revisionZero],
  ]
  const rows: Row[] = []
  for (const [about, file] of files) {
    const program = ['-cp', jar, 'org.verapdf.apps.GreenfieldCliWrapper']
    const { code, output } = await run('java', [...program, '--format', 'text', file])
    if (code === -1) return notRun('veraPDF', 'no java')
    const line = output.split('\n').find((l) => /^(PASS|FAIL) /.test(l)) ?? output.trim()
    const good = line.startsWith('PASS')
    const verdict = good ? `conforms to PDF/A-${line.split(' ').at(-1)}` : line
    rows.push({ tool: 'veraPDF', version: verapdfVersion, about, good, verdict, output })
  }
  return rows
}

/** Level and changes only: DSS cannot conclude on trust, as a private authority gives it no revocation data. */
export const dss: Validator = async ({ signed, roots }) => {
  const [tool, version] = ['DSS (level and changes)', dssVersion]
  const here = join(import.meta.dirname, 'dss')
  const libraries = join(cache, `dss-${dssVersion}`)
  if (!existsSync(libraries)) {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${libraries}`]
    const got = await run('mvn', ['--batch-mode', '--quiet', '--file', join(here, 'pom.xml'), ...goal])
    if (got.code !== 0) return notRun(tool, 'Maven could not fetch it')
  }
  const { code, output } = await run('java', ['-cp', `${libraries}/*`, join(here, 'Dss.java'), signed, ...roots])
  if (code !== 0) return notRun(tool, code === -1 ? 'no java' : 'it ended with an error')
  const lines = output.split('\n').filter((line) => line.startsWith('SIGNATURE '))
  if (lines.length !== signaturesIn(signed).length)
    return [{ tool, version, about: 'agreement', good: false, verdict: `${lines.length} signatures found`, output }]
  return lines.map((line, i) => {
    const [, level, indication, why, changes] = line.split(' ')
    const verdict = `${level}, ${changes} unexplained changes; ${indication} (${why})`
    const good = /^PAdES-BASELINE-(B|T|LT|LTA)$/.test(level!) && changes === '0' && indication !== 'TOTAL_FAILED'
    return { tool, version, about: `signature ${i + 1}`, good, verdict, output }
  })
}
