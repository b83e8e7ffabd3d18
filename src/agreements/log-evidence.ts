/** What of an agreement stands in the log: that it was frozen, approved by a side, reopened, concluded. */
import { canonicalHash } from '#src/platform/canonical.ts'
import { type Evidence, evidence } from '#src/platform/evidence.ts'
import type { Following } from '#src/platform/record.ts'
import type { Agreement, Side } from './agreement.ts'
import type { TerminationConsent } from './termination.ts'

const about = ({ id }: Agreement): Evidence['about'] => ({ kind: 'agreement', id })

/** @param agreement as it is after freezing */
export function frozenEvidence(agreement: Agreement): Following {
  const { textHash, documentHash, at } = agreement.frozen!
  const { version, round } = agreement
  const facts = { version, round, textHash, documentHash }
  return evidence({ event: 'agreement.frozen', about: about(agreement), at, facts })
}

/** One side's yes to the frozen text and the pinned passkeys, all its steps done. */
export function approvalEvidence(
  agreement: Agreement,
  { side, seatsHash, at }: { side: Side; seatsHash: string; at: Temporal.Instant },
): Following {
  const facts = { side, textHash: agreement.frozen!.textHash, seatsHash }
  return evidence({ event: 'agreement.approved', about: about(agreement), at, facts })
}

/** @param agreement as it was before it was reopened; nothing is logged of a text that was not frozen yet */
export function reopeningEvidence(
  agreement: Agreement,
  { side, at }: { side: Side; at: Temporal.Instant },
): Following[] {
  if (!agreement.frozen) return []
  const facts = { side, round: agreement.round, textHash: agreement.frozen.textHash }
  return [evidence({ event: 'agreement.reopened', about: about(agreement), at, facts })]
}

export function conclusionEvidence(
  agreement: Agreement,
  { sha256, at }: { sha256: string; at: Temporal.Instant },
): Following {
  const facts = { textHash: agreement.frozen!.textHash, sha256 }
  return evidence({ event: 'agreement.concluded', about: about(agreement), at, facts })
}

/** Every signature is there; what the other side's cosignature of this entry is waited for. */
export function signedEvidence(
  agreement: Agreement,
  { sha256, at }: { sha256: string; at: Temporal.Instant },
): Following {
  const { textHash, documentHash } = agreement.frozen!
  return evidence({ event: 'agreement.signed', about: about(agreement), at, facts: { textHash, documentHash, sha256 } })
}

/** One side's consent about ending the agreement, by its hashes: a log forgets nothing. */
export function terminationEvidence(root: Agreement, consent: TerminationConsent): Following {
  const { act, side, statement, assertion, method, at } = consent
  const facts = {
    side,
    act,
    termination: statement.termination,
    effectiveAt: statement.effectiveAt,
    method,
    statement: canonicalHash(statement),
    assertion: assertion === null ? null : canonicalHash(assertion),
  }
  return evidence({ event: 'agreement.termination', about: about(root), at, facts })
}
