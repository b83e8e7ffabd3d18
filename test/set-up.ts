/** What the tests need besides npm's packages: a browser, and programs we did not write. */
import { spawnSync } from 'node:child_process'
import { findBrowser } from './support/browser.ts'
import { tool } from './support/tools.ts'

/** Program → the Debian package it comes in. */
const packages: Record<string, string> = {
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  'pkcs11-tool': 'opensc',
  'softhsm2-util': 'softhsm2',
}

/** Says what it does only where it does something. */
export function setUp(say: (line: string) => void): void {
  const missing = () => Object.keys(packages).filter((name) => !tool(name))
  if (missing().length > 0) installTools(missing(), say)
  const left = missing()
  if (left.length > 0) say(`Not installed: ${left.join(', ')}. The tests that need them are skipped.`)
  // Here, not in the first test: unpacking takes seconds.
  findBrowser()
}

/** Root on Debian only; anyone else is told which are missing. */
function installTools(missing: string[], say: (line: string) => void): void {
  if (process.getuid?.() !== 0 || !tool('apt-get')) return
  const wanted = missing.map((name) => packages[name]!)
  say(`Installing ${wanted.join(', ')} with apt-get.`)
  const install = ['install', '-y', '--no-install-recommends', ...wanted]
  if (!aptGet(install) && aptGet(['update'])) aptGet(install)
}

function aptGet(args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=30', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=0']
  return spawnSync('apt-get', [...options, ...args], { env, stdio: 'ignore', timeout: 120_000 }).status === 0
}
