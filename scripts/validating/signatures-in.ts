/** Finds signatures in a PDF by their /ByteRange alone: no code of ours that a validator is to judge takes part. */
import { readFileSync } from 'node:fs'

export interface CutSignature {
  /** The CMS structure, DER. */
  cms: Uint8Array
  /** The bytes it signs. */
  signed: Uint8Array
}

/** People's signatures. */
export const signaturesIn = (path: string): CutSignature[] => cut(path, 'ETSI.CAdES.detached')

/** Time-stamps over the whole document: the token instead of a signature. */
export const stampsIn = (path: string): CutSignature[] => cut(path, 'ETSI.RFC3161')

function cut(path: string, kind: string): CutSignature[] {
  const file = readFileSync(path)
  const ranges = file.toString('latin1').matchAll(/\/SubFilter \/([\w.]+)\n\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)
  return [...ranges]
    .filter(([, found]) => found === kind)
    .map((found) => {
      const [a, b, c, d] = found.slice(2).map(Number) as [number, number, number, number]
      const der = Buffer.from(file.toString('latin1', b + 1, c - 1), 'hex')
      // The placeholder is longer than the structure, whose own header says where it ends.
      const cms = der.subarray(0, 4 + der.readUInt16BE(2))
      return { cms, signed: Buffer.concat([file.subarray(a, a + b), file.subarray(c, c + d)]) }
    })
}
