/** Base 64 (RFC 4648 section 4), read strictly: one value has one spelling, so a changed letter never goes unnoticed. */

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** @returns undefined for anything but the one spelling of some bytes */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A decimal number without leading zeroes, small enough to count with. @returns undefined where it is none */
export function readNumber(text: string): number | undefined {
  const number = Number(text)
  return /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(number) ? number : undefined
}
