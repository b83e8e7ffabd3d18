/** How tlog-mirror names a mirrored log in addresses. */
import { createHash } from 'node:crypto'

/** The origin's SHA-256, in hexadecimal. */
export const originHash = (origin: string): string => createHash('sha256').update(origin).digest('hex')
