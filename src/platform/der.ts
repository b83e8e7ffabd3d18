/**
 * Whether bytes are DER as far as their frame goes (X.690 8.1.3, 10.1): every length said once, as shortly as can be, and filled exactly.
 * The library that reads ASN.1 forgives much of that, so that one value could be spelt in many ways.
 */

interface Framed {
  constructed: boolean
  from: number
  to: number
}

export function isDer(bytes: Uint8Array): boolean {
  if (framed(bytes, 0, bytes.length)?.to !== bytes.length) return false
  const open = [{ from: 0, to: bytes.length }]
  for (let within = open.pop(); within; within = open.pop()) {
    for (let at = within.from; at < within.to; ) {
      const one = framed(bytes, at, within.to)
      if (!one) return false
      if (one.constructed) open.push(one)
      at = one.to
    }
  }
  return true
}

/** The value that begins at a place; undefined where it is not framed as it must be, or goes beyond the end. */
function framed(bytes: Uint8Array, at: number, end: number): Framed | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  // Numbers of tags beyond thirty occur nowhere in what is read here.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  const count = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || count > 4 || at + 2 + count > end) return undefined
  let length = count === 0 ? first : 0
  for (const byte of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + byte
  const shortest = count === 0 || (length >= 0x80 && bytes[at + 2] !== 0)
  const from = at + 2 + count
  return shortest && from + length <= end ? { constructed: (tag & 0x20) !== 0, from, to: from + length } : undefined
}
