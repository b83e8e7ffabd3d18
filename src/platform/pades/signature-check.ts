/** Checks one signature: its digest over the file, its CMS, and whom its certificate goes back to. */
import { sha256 } from '#src/platform/digest.ts'
import { type CmsFinding, readCms } from './cms-read.ts'
import type { Filled } from './revision-rule.ts'
import { type TrustedRoot, type TrustFinding, trustOf } from './trust.ts'
import type { Problem } from './verdict.ts'

export type SignatureFinding = TrustFinding & {
  /** What is wrong with the signature itself: the document is then altered, whoever signed. */
  broken: Problem[]
}

/** SHA-256 over the two parts of the file a signature covers. */
export function digestOf(file: Uint8Array, [start, length, next, rest]: Filled['byteRange']): Uint8Array {
  return sha256(file.subarray(start, start + length), file.subarray(next, next + rest))
}

/** No signature of ours needs more bytes than this. */
const longestContents = 65_536

/** The DER value at the start of /Contents; undefined where what follows it is not all zero. */
export function unpad(contents: Uint8Array): Uint8Array | undefined {
  if (contents.length > longestContents) return undefined
  const lengthOctets = contents[0] === 0x30 && contents[1]! > 0x80 && contents[1]! <= 0x83 ? contents[1]! - 0x80 : 0
  if (!lengthOctets) return undefined
  const length = contents.subarray(2, 2 + lengthOctets).reduce((sum, octet) => sum * 256 + octet, 0)
  const end = 2 + lengthOctets + length
  if (end > contents.length || contents.subarray(end).some((byte) => byte !== 0)) return undefined
  return contents.subarray(0, end)
}

/**
 * Checks the signature in a filled field.
 * @param roots the trusted root certificates; with none, nothing is trusted but the signature is still checked
 */
export function checkSignature(file: Uint8Array, filled: Filled, roots: TrustedRoot[]): SignatureFinding {
  const der = unpad(filled.contents)
  const cms: CmsFinding = der
    ? readCms(der, digestOf(file, filled.byteRange))
    : { problems: [{ code: 'contents_padding' }], chain: [] }
  return { ...trustOf(cms.chain, roots, filled), broken: cms.problems }
}
