/** Verifies our own copy of an agreement, with both pinned roots, and each consent behind its signatures once more. */
import { findVersion, pinsOf } from '#src/agreements/index.ts'
import { newestLists, ownRoots } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { fingerprint } from '#src/platform/keys/index.ts'
import { type Verdict, verifyDocument } from '#src/platform/pades/index.ts'
import { verifyAssertion } from '#src/platform/people/index.ts'
import type { seeSigning } from './access.ts'
import type { SigningParts } from './parts.ts'
import type { Preservation } from './preservation.ts'
import { preservationsOf } from './preservation-store.ts'
import { progressOf } from './progress-store.ts'
import { refusedOf } from './refused-store.ts'
import { unansweredSignatures } from './room-store.ts'
import { type Consent, challengeOf, type Progress, type Session, saysTheSame } from './session.ts'

export interface Verification {
  session: Session
  progress: Progress
  verdict: Verdict
  /** Of each seat whether its consent by passkey still verifies; null for a mailed code, which leaves nothing to verify. */
  consents: Map<string, boolean | null>
  /** SHA-256 of the file as the partner's node stated or accepted it; null while it has not. */
  partnersHash: string | null
  /** Fingerprints of both root certificates. */
  roots: { ror: string; fingerprint: string }[]
}

/** @returns undefined where nothing is signed */
export async function readVerification(
  { db, rootOf, stampRoots }: SigningParts,
  { agreement, us, session }: Awaited<ReturnType<typeof seeSigning>>,
  now: Temporal.Instant,
): Promise<Verification | undefined> {
  if (!session || session.state === 'ended') return undefined
  const progress = await progressOf(db, session, agreement.version)
  const preserved = (await preservationsOf(db, session.id)).at(-1)
  const last = preserved ?? progress.revisions.at(-1)
  const file = last && (await getFile(db, last.sha256))
  if (!file) return undefined
  const theirRoot = await rootOf(db, agreement.partner)
  const ours = { pem: await ownRoots(db), party: us.ror }
  const roots = [ours, ...(theirRoot ? [{ pem: theirRoot, party: agreement.partner }] : [])]
  return {
    session,
    progress,
    verdict: await verifyDocument(file.bytes, { roots, stampRoots, lists: await newestLists(db), at: now }),
    consents: await consentsAgain(db, progress),
    partnersHash: preserved ? heldByPartner(preserved) : await partnersHash(db, progress),
    roots: roots.map(({ pem, party }) => ({ ror: party, fingerprint: fingerprint(pem) })),
  }
}

async function consentsAgain(db: Db, progress: Progress): Promise<Map<string, boolean | null>> {
  const found = new Map<string, boolean | null>()
  for (const consent of progress.consents) found.set(consent.seat, await holds(db, progress, consent))
  return found
}

async function holds(
  db: Db,
  progress: Progress,
  { seat, method, statement, assertion }: Consent,
): Promise<boolean | null> {
  if (!saysTheSame(progress, statement)) return false
  if (method === 'code') return null
  const pin = (await pinsOf(db, progress.session.agreement)).find((p) => p.seat === seat)?.pin
  if (pin?.method !== 'passkey') return false
  const id = (assertion as { id?: unknown } | null)?.id
  const credential = pin.credentials.find((c) => c.id === id)
  if (!credential) return false
  const { rpId, origin } = pin
  const publicKey = Buffer.from(credential.publicKey, 'base64url')
  const verdict = await verifyAssertion({
    response: assertion,
    challenge: challengeOf(statement),
    credentialId: credential.id,
    publicKey,
    rpId,
    origin,
  })
  return verdict.ok
}

const heldByPartner = ({ confirmedAt, sha256 }: Preservation) => (confirmedAt ? sha256 : null)

/** The partner states the hash of every file it signs; of ours it says so by accepting it. */
async function partnersHash(db: Db, { session, revisions }: Progress): Promise<string | null> {
  const last = revisions.at(-1)!
  if (last.side === 'theirs') return last.sha256
  const unanswered = (await unansweredSignatures(db, session.id)).includes(last.number)
  const refused = (await refusedOf(db, session)).some((r) => r.what === 'signature' && r.by === 'theirs')
  return unanswered || refused ? null : last.sha256
}

/** The title of the agreement as it was frozen. */
export async function frozenTitle(db: Db, { id, version }: { id: string; version: number }) {
  return (await findVersion(db, id, version))?.text.title ?? { en: '', zh: '' }
}
