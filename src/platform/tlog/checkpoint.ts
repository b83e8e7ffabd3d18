/** Checkpoints: what a log says its tree is at one size (C2SP tlog-checkpoint), signed by the log. */
import { fromBase64, readNumber, toBase64 } from './base64.ts'
import { emptyRoot, sameHash } from './hashing.ts'
import { formatNote, type Note, readNote, signaturesBy } from './note.ts'
import { isSignedBy, type NoteKey, type NoteSigner } from './note-key.ts'

export interface Checkpoint {
  /** The log's identity, e.g. `example.edu/log`. */
  origin: string
  size: number
  root: Uint8Array
}

/** The note text. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Reads a note text; extension lines are allowed and left aside. */
export function readCheckpointText(text: string): Checkpoint | undefined {
  if (!text.endsWith('\n')) return undefined
  const [origin, number, base64, ...extensions] = text.slice(0, -1).split('\n')
  const size = readNumber(number ?? '')
  const root = fromBase64(base64 ?? '')
  if (!origin || size === undefined || root?.length !== 32 || extensions.includes('')) return undefined
  if (size === 0 && !sameHash(root, emptyRoot)) return undefined
  return { origin, size, root }
}

/** A checkpoint signed by its log. */
export function signCheckpoint(checkpoint: Checkpoint, log: NoteSigner): string {
  const text = checkpointText(checkpoint)
  const { name, id } = log.key
  return formatNote({ text, signatures: [{ name, id, signature: log.sign(text) }] })
}

export type CheckpointFault = 'malformed' | 'unknown_key' | 'signature_wrong' | 'other_origin'

export interface OpenedCheckpoint extends Checkpoint {
  note: Note
}

/** Opens a checkpoint by the log whose key is given: its signature must be there and be right, its origin must be the key's name. */
export function openCheckpoint(signed: string, log: NoteKey): OpenedCheckpoint | CheckpointFault {
  const note = readNote(signed)
  const checkpoint = note && readCheckpointText(note.text)
  if (!note || !checkpoint) return 'malformed'
  if (checkpoint.origin !== log.name) return 'other_origin'
  const claimed = signaturesBy(note, log)
  if (claimed.length === 0) return 'unknown_key'
  if (!claimed.every((s) => isSignedBy(log, note.text, s.signature))) return 'signature_wrong'
  return { ...checkpoint, note }
}
