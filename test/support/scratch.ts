/** A place for files a test hands to programs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that goes when the process does. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
