/** The key that encrypts what the database must not reveal: kept in a file outside it. */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#src/platform/database/cannot-start.ts'

/**
 * Reads 32 bytes, written as 64 hexadecimal digits; makes the file, readable by the owner alone, when there is none.
 * @throws CannotStart when the file holds something else
 */
export function readSecretKey(file: string): Buffer {
  const held = read(file) ?? make(file)
  if (!/^[0-9a-f]{64}\n?$/.test(held)) throw new CannotStart(`SECRET_KEY_FILE ${file} must hold 64 hexadecimal digits.`)
  return Buffer.from(held.trim(), 'hex')
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CannotStart(`SECRET_KEY_FILE ${file} cannot be read: ${(error as Error).message}`)
  }
}

/** Written whole, then put in place only if there still is none: two processes starting at once get one key. */
function make(file: string): string {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8')
}
