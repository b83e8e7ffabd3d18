/** pyHanko, the library most people would take instead, signing the same file with the same keys. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pyhankoPython } from '#scripts/validating/fetched.ts'
import type { KeyPair } from '#src/platform/keys/index.ts'

export interface Signing {
  pdf: Uint8Array
  field: string
  leaf: KeyPair
  rootPem: string
  times: number
}

const program = join(import.meta.dirname, 'sign_with_pyhanko.py')

/** @returns mean milliseconds a signature, PAdES B-B as ours; where pyHanko is not there and cannot be fetched, why */
export async function pyhankoSigns(signing: Signing): Promise<number | string> {
  const found = await pyhankoPython()
  if ('missing' in found) return found.missing
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-bench-'))
  const files: Record<string, Uint8Array | string> = {
    'revision-0.pdf': signing.pdf,
    'key.pem': signing.leaf.privateKeyPem,
    'certificate.pem': signing.leaf.certificatePem,
    'root.pem': signing.rootPem,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o600 })
  const [pdf, ...keys] = Object.keys(files).map((name) => join(folder, name))
  try {
    const said = execFileSync(found.python, [program, pdf!, signing.field, ...keys, String(signing.times)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return Number(said)
  } catch (problem) {
    return (problem as { stderr?: string }).stderr?.trim().split('\n').at(-1) || String(problem)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
