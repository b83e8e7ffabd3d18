/** As much CBOR (RFC 8949) as a passkey's public key is written in: a map of numbers to numbers and byte strings. */

export type CborValue = number | Uint8Array

export class CborReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** @throws {Error} for anything else, and where something follows */
  map(): Map<number, CborValue> {
    const [kind, count] = this.#head()
    if (kind !== 5 || count > 20) throw new Error('not a map')
    const found = new Map<number, CborValue>()
    for (let i = 0; i < count; i++) {
      const label = this.#value()
      if (typeof label !== 'number' || found.has(label)) throw new Error('not a label')
      found.set(label, this.#value())
    }
    if (this.#at !== this.#bytes.length) throw new Error('more than a map')
    return found
  }

  #value(): CborValue {
    const [kind, number] = this.#head()
    if (kind === 0) return number
    if (kind === 1) return -1 - number
    if (kind !== 2) throw new Error('neither number nor bytes')
    const bytes = this.#bytes.slice(this.#at, this.#at + number)
    if (bytes.length !== number) throw new Error('cut short')
    this.#at += number
    return bytes
  }

  #head(): [number, number] {
    const first = this.#byte()
    const short = first & 31
    if (short < 24) return [first >> 5, short]
    if (short > 26) throw new Error('too long')
    let number = 0
    for (let i = 0; i < 1 << (short - 24); i++) number = number * 256 + this.#byte()
    return [first >> 5, number]
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw new Error('cut short')
    return byte
  }
}
