/** What of a pairing stands in the log: which keys both offices compared and believed. */
import { evidence } from '#src/platform/evidence.ts'
import { fingerprint as certificateFingerprint } from '#src/platform/keys/index.ts'
import type { Following } from '#src/platform/record.ts'
import type { PairedPeer } from './store.ts'

export function pairingEvidence(
  { institution, fingerprint, key, root_certificate }: PairedPeer,
  at: Temporal.Instant,
  keptBy?: string | null,
): Following {
  const facts = {
    institution,
    fingerprint,
    key,
    rootCertificate: certificateFingerprint(root_certificate),
    ...(keptBy && { keptBy }),
  }
  return evidence({ event: 'pairing.confirmed', about: { kind: 'node', id: institution }, at, facts })
}
