/** The key that encrypts what the database must not reveal: kept in a file outside it. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isSealedWith } from '#src/platform/keys/index.ts'

/**
 * Reads 32 bytes, written as 64 hexadecimal digits; makes the file, readable by the owner alone, when there is none.
 * @throws CannotStart when the file holds something else
 */
export function readSecretKey(file: string): Buffer {
  const held = read(file) ?? make(file)
  if (!/^[0-9a-f]{64}\n?$/.test(held)) throw new CannotStart(`SECRET_KEY_FILE ${file} must hold 64 hexadecimal digits.`)
  return Buffer.from(held.trim(), 'hex')
}

/**
 * Nothing must be sealed under a second key: a node whose file is another than its database was sealed with does not start.
 * @param wasThere false where the file was made by this start, and is taken away again
 * @throws CannotStart saying what is missing and what to do
 */
export async function checkSecretKey(db: Db, file: string, { key, wasThere }: { key: Uint8Array; wasThere: boolean }) {
  if (await isSealedWith(db, key)) return
  if (!wasThere) rmSync(file, { force: true })
  const what = wasThere
    ? `SECRET_KEY_FILE ${file} is another key than this database was sealed with.`
    : `SECRET_KEY_FILE ${file} is not there, and this database was sealed with it.`
  const half = existsSync(`${file}.new`)
    ? ` A rotation stopped half-way: run "chirograph rotate-secret-key" once more, it will finish it.`
    : ' Put the right file back; it was to be kept apart from the backups (docs/keys.md says what its loss means).'
  throw new CannotStart(`${what} No key of this node can be opened.${half}`)
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
