/** What must stand in this node's log for good: areas say it in the act's own transaction, the log hears it by news. */
import type { Following, Json } from './record.ts'

/** Everything that is logged. Names are for ever: they stand in the log itself. */
export const evidenceEvents = [
  'pairing.confirmed',
  'log.keys_pinned',
  'agreement.frozen',
  'agreement.reopened',
  'agreement.approved',
  'signing.consented',
  'signing.signed',
  'signing.ended',
  'agreement.signed',
  'agreement.concluded',
  'agreement.termination',
  'agreement.ended',
  'signing.preserved',
  'keys.list_published',
  'keys.revoked',
  'keys.root_exported',
  'keys.root_taken_away',
  'keys.root_brought_back',
  'keys.root_replaced',
  'keys.root_accepted',
  'keys.root_refused',
  'keys.signer_chosen',
] as const
export type EvidenceEvent = (typeof evidenceEvents)[number]

export interface Evidence {
  event: EvidenceEvent
  /** What it is about: an agreement, a partner's node. */
  about: { kind: 'agreement' | 'node'; id: string }
  /** When it happened; for what both nodes log, the time both hold. */
  at: Temporal.Instant
  /** Hashes, seats, ROR ids. No names of people and no texts: what is hashed into a log cannot be taken back. */
  facts: Record<string, Json>
}

/** All evidence waits here for the log. */
export const evidenceStream = 'evidence'

/** To go with the act's `record`. All of it in one stream, so the log has it in the order it happened. */
export function evidence({ event, about, at, facts }: Evidence): Following {
  return { topic: 'news', stream: evidenceStream, body: { event, about, at: at.toString(), facts } }
}
