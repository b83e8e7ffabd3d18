/** A cosigner has answered with signature lines: its own is checked, dated and kept. */

import type { NoteKey } from '#src/platform/tlog/index.ts'
import { cosignature, readNote, readSignatureLines, signatureLine, signaturesBy } from '#src/platform/tlog/index.ts'
import { isAhead } from './alarm.ts'
import { raiseAlarm } from './alarm-store.ts'
import type { Asked, Asking, Delivered } from './asked-cosigner.ts'
import { type StoredCheckpoint, saveCosignature } from './checkpoint-store.ts'

/** Keys we do not know are ignored, as tlog-witness asks; a signature in a known key's name that is not its own is an alarm. */
export async function takeCosignature(
  { db, house, now }: Asking,
  asked: Asked,
  key: NoteKey,
  checkpoint: StoredCheckpoint,
  lines: string,
): Promise<Delivered> {
  const at = now()
  const { text } = readNote(checkpoint.note)!
  const note = { text, signatures: readSignatureLines(lines) ?? [] }
  const cosignedAt = cosignature(note, key)
  const alarm = (kind: 'cosignature_wrong' | 'cosignature_ahead') =>
    raiseAlarm(db, { institution: asked.name, kind, proof: `${checkpoint.note}${lines}`.slice(0, 20_000), at })
  if (!cosignedAt || cosignedAt === 'wrong') {
    await alarm('cosignature_wrong')
    return { retry: `no valid cosignature by ${key.name}` }
  }
  if (isAhead(cosignedAt, at)) {
    await alarm('cosignature_ahead')
    return { retry: `a cosignature of ${cosignedAt}, which is yet to come` }
  }
  const line = signatureLine(signaturesBy(note, key)[0]!)
  const { size } = checkpoint
  await db
    .transaction()
    .execute((tx) => saveCosignature(tx, house.origin, { size, cosigner: key.name, line, cosignedAt }, at))
  return 'done'
}
