/** Cosignatures: somebody else's dated word that a checkpoint continues all they saw before (C2SP tlog-cosignature, version 1). */
import { concat } from '#src/platform/bytes.ts'
import { type Note, type NoteSignature, signaturesBy } from './note.ts'
import { isSignedBy, type NoteKey, type NoteSigner } from './note-key.ts'

/** What is signed: the header keeps it from being anything else, the time is in seconds. */
const statement = (seconds: bigint, text: string) => `cosignature/v1\ntime ${seconds}\n${text}`

/** Cosigns a checkpoint's text. Whoever calls this has checked that it is consistent and written that down first. */
export function cosign(text: string, cosigner: NoteSigner, at: Temporal.Instant): NoteSignature {
  const seconds = BigInt(Math.floor(at.epochMilliseconds / 1000))
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, seconds)
  const { name, id } = cosigner.key
  return { name, id, signature: concat([time, cosigner.sign(statement(seconds, text))]) }
}

/** The latest instant we can say: far beyond any clock, and what a signature may claim at most. */
const latest = 8_640_000_000_000n

/** Checks one cosignature. @returns when it says it was made, or undefined where it is not the key's */
export function cosignedAt(
  text: string,
  { signature }: NoteSignature,
  cosigner: NoteKey,
): Temporal.Instant | undefined {
  if (signature.length !== 72) return undefined
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  if (seconds > latest || !isSignedBy(cosigner, statement(seconds, text), signature.subarray(8))) return undefined
  return Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
}

/**
 * When this cosigner cosigned the note; the earliest where it did so more than once.
 * @returns undefined where it did not, `wrong` where a signature that claims to be its own is not
 */
export function cosignature(note: Note, cosigner: NoteKey): Temporal.Instant | 'wrong' | undefined {
  const times = signaturesBy(note, cosigner).map((s) => cosignedAt(note.text, s, cosigner))
  if (times.some((t) => t === undefined)) return 'wrong'
  return (times as Temporal.Instant[]).sort(Temporal.Instant.compare)[0]
}
