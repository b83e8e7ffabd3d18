/** The last signature is stored: the agreement is concluded, or, where its text says so, waits until both logs hold it. */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { type Agreement, move } from './agreement.ts'
import { concludeAgreement } from './conclude-agreement.ts'
import { signedEvidence } from './log-evidence.ts'
import { insertLogProof, insertSigned, type LogProof, logProofs, type SignedFile, signedFile } from './signed-store.ts'
import { lockAgreement, saveAgreement } from './store.ts'
import { findVersion } from './version-store.ts'

/** A step of signing, in the transaction that stores the last signature. The agreement's own text says which rule holds. */
export async function completeSignatures(tx: Tx, agreement: Agreement, last: SignedFile): Promise<void> {
  const { text } = (await findVersion(tx, agreement.id, agreement.version))!
  if (text.effect === 'both_signatures') return concludeAgreement(tx, agreement, { signed: last, at: last.at })
  const after: Agreement = { ...agreement, state: move(agreement, 'complete_signatures') }
  await saveAgreement(tx, after)
  await insertSigned(tx, agreement.id, last)
  await record(tx, {
    at: last.at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.signed',
    detail: { sha256: last.sha256 },
    then: [signedEvidence(after, last)],
  })
  await concludeIfProven(tx, after)
}

/**
 * A side's log holds the signed file, cosigned by the other side. Once both do, the agreement is concluded; the moment is that of the
 * later cosignature, the same on both nodes. May be said again, and before our own last signature is here.
 * @returns false where that side's proof of this file was here already
 */
export async function proveSigned(tx: Tx, id: string, proof: LogProof, at: Temporal.Instant): Promise<boolean> {
  const agreement = (await lockAgreement(tx, id))!
  const isNew = await insertLogProof(tx, id, proof, at)
  await concludeIfProven(tx, agreement)
  return isNew
}

async function concludeIfProven(tx: Tx, agreement: Agreement): Promise<void> {
  if (agreement.state !== 'signed') return
  const signed = (await signedFile(tx, agreement.id))!
  const proofs = await logProofs(tx, agreement.id, signed.sha256)
  if (!(['ours', 'theirs'] as const).every((side) => proofs.some((p) => p.side === side))) return
  const latest = proofs
    .map((p) => p.cosignedAt)
    .sort(Temporal.Instant.compare)
    .at(-1)!
  // Cosignatures are kept to the second: one given in the second of the last signature is not before it.
  const at = Temporal.Instant.compare(latest, signed.at) < 0 ? signed.at : latest
  await concludeAgreement(tx, agreement, { signed, at })
}
