/** Files in the database, each kept once under the SHA-256 of its bytes. */
import { createHash } from 'node:crypto'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { refuser } from '#src/platform/refusal.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    file: { sha256: string; type: string; bytes: Uint8Array }
  }
}

export type FileRefusal = 'file_empty' | 'file_too_large'

const refuse = refuser<FileRefusal>()

/** 32 MiB: an agreement with scanned annexes fits; a video does not. */
export const largestFile = 32 * 1024 * 1024

export interface StoredFile {
  sha256: string
  /** Media type given when the bytes were first stored. */
  type: string
  bytes: Uint8Array
}

/**
 * Keeps bytes; the same bytes again are kept once, under the type given first.
 * @param type media type without parameters, e.g. `application/pdf`
 * @returns the SHA-256, 64 hexadecimal digits
 * @throws Refusal `file_empty`, `file_too_large`
 */
export async function putFile(tx: Tx, bytes: Uint8Array, type: string, limit = largestFile): Promise<string> {
  if (bytes.length === 0) refuse('file_empty', {}, 422)
  if (bytes.length > limit) refuse('file_too_large', { limit, size: bytes.length }, 413)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx
    .insertInto('file')
    .values({ sha256, type, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return sha256
}

/** The file of a hash, or undefined. */
export async function getFile(db: Db, sha256: string): Promise<StoredFile | undefined> {
  return db.selectFrom('file').selectAll().where('sha256', '=', sha256).executeTakeFirst()
}
