/** What of signing stands in the log: each consent, each signature, a session that ended without conclusion. */
import { canonicalHash } from '#src/platform/canonical.ts'
import { evidence } from '#src/platform/evidence.ts'
import type { Following } from '#src/platform/record.ts'
import type { Preservation } from './preservation.ts'
import type { Consent, Ending, Revision, Session } from './session.ts'

const about = ({ agreement }: Session) => ({ kind: 'agreement' as const, id: agreement })

/** The statement and the passkey's answer by their hashes: they carry names, and a log forgets nothing. */
export function consentEvidence(
  session: Session,
  consent: Pick<Consent, 'side' | 'statement' | 'assertion' | 'at'>,
): Following {
  const { side, statement, assertion, at } = consent
  const facts = {
    side,
    session: session.id,
    seat: statement.seat,
    method: statement.method,
    statement: canonicalHash(statement),
    assertion: assertion === null ? null : canonicalHash(assertion),
  }
  return evidence({ event: 'signing.consented', about: about(session), at, facts })
}

export function signatureEvidence(session: Session, revision: Revision): Following {
  const { number, seat, side, sha256, previousSha256, signedAt: at } = revision
  const facts = { side, session: session.id, number, seat, sha256, previousSha256 }
  return evidence({ event: 'signing.signed', about: about(session), at, facts })
}

/** At the time of the stamp, which both nodes hold. */
export function preservationEvidence(
  session: Session,
  {
    number,
    side,
    sha256,
    previousSha256,
    stampedAt: at,
  }: Pick<Preservation, 'number' | 'side' | 'sha256' | 'previousSha256' | 'stampedAt'>,
): Following {
  const facts = { side, session: session.id, number, sha256, previousSha256 }
  return evidence({ event: 'signing.preserved', about: about(session), at, facts })
}

export function endingEvidence(session: Session, { side, kind, at }: Ending): Following {
  const facts = { side, session: session.id, kind }
  return evidence({ event: 'signing.ended', about: about(session), at, facts })
}
