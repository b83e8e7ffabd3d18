/** Random tokens, and secrets derived from the node's secret key so that no table has to hold them. */
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What a table keeps of a token. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A secret that stands behind a row: a mail can carry it without the outbox ever holding it. */
export interface RowSecret {
  kind: 'sign-in-link' | 'mailed-code' | 'reply-link' | 'calendar-feed'
  id: string
}

/**
 * The secret of one row: a base64url token of 32 bytes, or a code of eight digits.
 * HMAC-SHA-256 under the node's secret key, so reading the database is not enough to know it.
 */
export function rowSecret(secretKey: Uint8Array, { kind, id }: RowSecret): string {
  const mac = createHmac('sha256', secretKey).update(`${kind}\n${id}`).digest()
  if (kind !== 'mailed-code') return mac.toString('base64url')
  return (mac.readBigUInt64BE() % 100_000_000n).toString().padStart(8, '0')
}
