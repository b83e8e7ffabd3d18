/** /M of a signature: the time its node claims, to the second, in UTC. */
import { fromLatin1, sameBytes } from '#src/platform/bytes.ts'
import { bytes, isStr, type Str, type Value } from '#src/platform/pdf/objects.ts'

/** `D:20260923084207Z` (ISO 32000-1, 7.9.4). */
export function pdfTime(at: Temporal.Instant): Str {
  const iso = at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()
  return bytes(`D:${iso.slice(0, 19).replace(/[-T:]/g, '')}Z`)
}

/** Reads what `pdfTime` wrote; undefined for any other spelling, and for years no document of ours can bear. */
export function readPdfTime(value: Value | undefined): Temporal.Instant | undefined {
  if (!isStr(value)) return undefined
  const match = /^D:(20[2-9]\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(fromLatin1(value.bytes))
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1)
  try {
    const at = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
    return sameBytes(pdfTime(at).bytes, value.bytes) ? at : undefined
  } catch {
    return undefined
  }
}
