/** What is worth knowing of a document and does not make it worse. */
import type { Evidence } from './evidence.ts'
import type { Reading } from './reading.ts'
import type { SignatureFinding } from './signature-check.ts'
import { stampVerdict } from './stamp-check.ts'
import type { Problem } from './verdict.ts'

export function notesOf(reading: Reading, findings: SignatureFinding[], evidence: Evidence): Problem[] {
  const ofSignatures = findings.flatMap((finding, i) => {
    const { stamp, stampLive } = finding
    const ofStamp = stamp && stamp.broken.length === 0 ? stampVerdict(stamp, stampLive).problems : []
    return [...ofStamp, ...ofCertificate(finding, evidence.now)].map((p) => ({ ...p, revision: i + 1 }))
  })
  const ofStamps = evidence.stamps.flatMap(({ finding, live, revision }) =>
    finding.broken.length > 0 ? [] : stampVerdict(finding, live).problems.map((p) => ({ ...p, revision })),
  )
  return reading.declared ? [...ofSignatures, ...ofStamps] : []
}

function ofCertificate(
  { path, proven, revokedAt, trusted }: SignatureFinding,
  now: Temporal.Instant | undefined,
): Problem[] {
  if (!trusted) return []
  const ends = path.map(({ notAfter }) => notAfter)
  const ended = now && !proven && Math.min(...ends) < now.epochMilliseconds
  return [
    ...(revokedAt ? [{ code: 'certificate_revoked_later' as const, detail: String(revokedAt) }] : []),
    ...(ended ? [{ code: 'certificate_ended_since' as const }] : []),
  ]
}
