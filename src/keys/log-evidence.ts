/** What of keys stands in the log. */
import { type EvidenceEvent, evidence } from '#src/platform/evidence.ts'
import type { Following, Json } from '#src/platform/record.ts'
import type { Crl } from './crl.ts'

export function crlEvidence(us: string, crl: Crl, entries: number, at: Temporal.Instant): Following {
  const { authority, number, sha256 } = crl
  const facts = { institution: us, authority, number, sha256, entries }
  return evidence({ event: 'keys.list_published', about: { kind: 'node', id: us }, at, facts })
}

/** Anything else about our keys: facts are hashes, serial numbers and reasons by name. */
export function keysEvidence(
  event: EvidenceEvent & `keys.${string}`,
  us: string,
  facts: Record<string, Json>,
  at: Temporal.Instant,
): Following {
  return evidence({ event, about: { kind: 'node', id: us }, at, facts: { institution: us, ...facts } })
}
