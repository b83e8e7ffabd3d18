/** Notes: a text and the signatures under it (C2SP signed-note). */
import { concat, sameBytes } from '#src/platform/bytes.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { isKeyName, type NoteKey } from './note-key.ts'

export interface NoteSignature {
  name: string
  id: Uint8Array
  /** What the type of the key makes of it; not yet believed. */
  signature: Uint8Array
}

export interface Note {
  /** With its final newline, without the empty line before the signatures. */
  text: string
  signatures: NoteSignature[]
}

/** Far more than ever stand under one of ours; signed-note asks for sixteen at least. */
const mostSignatures = 100

/** One signature line, with its newline. */
export function signatureLine({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(concat([id, signature]))}\n`
}

/** Reads one signature line without its newline. */
export function readSignatureLine(line: string): NoteSignature | undefined {
  const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? []
  const bytes = base64 === undefined ? undefined : fromBase64(base64)
  if (!name || !isKeyName(name) || !bytes || bytes.length < 5) return undefined
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Reads lines of signatures, as a witness answers. @returns undefined where one is malformed or there is none */
export function readSignatureLines(text: string): NoteSignature[] | undefined {
  if (!text.endsWith('\n')) return undefined
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > mostSignatures) return undefined
  const signatures = lines.map(readSignatureLine)
  return signatures.every((s) => s !== undefined) ? (signatures as NoteSignature[]) : undefined
}

/** The note as it is stored and sent. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`
}

/** Takes a note apart; nothing of it is believed yet. @returns undefined where it is not a note */
export function readNote(note: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined
  const end = note.lastIndexOf('\n\n')
  if (end < 1) return undefined
  const signatures = readSignatureLines(note.slice(end + 2))
  return signatures && { text: note.slice(0, end + 1), signatures }
}

/** The signatures under a note that claim to be by this key: same name and same id. */
export function signaturesBy(note: Note, key: NoteKey): NoteSignature[] {
  return note.signatures.filter((s) => s.name === key.name && sameBytes(s.id, key.id))
}
