/** What of keys stands in the log. */
import { evidence } from '#src/platform/evidence.ts'
import type { Following } from '#src/platform/record.ts'
import type { Crl } from './crl.ts'

export function crlEvidence(us: string, crl: Crl, entries: number, at: Temporal.Instant): Following {
  const { authority, number, sha256 } = crl
  const facts = { institution: us, authority, number, sha256, entries }
  return evidence({ event: 'keys.list_published', about: { kind: 'node', id: us }, at, facts })
}
