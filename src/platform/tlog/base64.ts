/** Base 64 (RFC 4648 section 4), read strictly: one value has one spelling, so a changed letter never goes unnoticed. */

import { fromLatin1, latin1 } from '#src/platform/bytes.ts'

export function toBase64(bytes: Uint8Array): string {
  return btoa(fromLatin1(bytes))
}

/** @returns undefined for anything but the one spelling of some bytes */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4) return undefined
  const bytes = latin1(atob(text))
  return toBase64(bytes) === text ? bytes : undefined
}

/** A decimal number without leading zeroes, small enough to count with. @returns undefined where it is none */
export function readNumber(text: string): number | undefined {
  const number = Number(text)
  return /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(number) ? number : undefined
}
