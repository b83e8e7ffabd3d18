/** Whether every signature stands on its signatory's own yes to exactly this document. */
import { fromHex } from '#src/platform/bytes.ts'
import { canonical, canonicalHash } from '#src/platform/canonical.ts'
import { fromBase64Url, passkeyFault } from '#src/platform/passkey-answer.ts'
import type { Consents } from './package-shape.ts'
import type { PackageProblem } from './package-verdict.ts'

export interface ConsentsExpected {
  agreement: string
  textHash: string
  documentHash: string
  seats: {
    id: string
    order: number
    name: { latin: string; native: string | null }
    title: { en: string; zh: string }
  }[]
  /** The way to consent each signature shows, by seat. */
  ways: Map<string, string>
}

export function consentProblems(given: Consents, expected: ConsentsExpected): PackageProblem[] {
  return expected.seats.flatMap((seat): PackageProblem[] => {
    const detail = seat.id
    const found = given.consents.filter((c) => c.seat === seat.id)
    const [consent] = found
    if (!consent || found.length > 1) return [{ code: 'consent_missing', detail }]
    const { statement, assertion } = consent
    const { agreement, textHash, documentHash } = expected
    const { session, nonce } = statement
    const method = expected.ways.get(seat.id)
    const { id, order, name, title } = seat
    const said = { format: 'chirograph-consent-1', agreement, textHash, documentHash, seat: id, order, name, title }
    if (canonical({ ...said, session, method, nonce }) !== canonical(statement))
      return [{ code: 'consent_differs', detail }]
    const fault = answerFault(given, seat.id, statement, assertion)
    return fault ? [{ code: 'consent_not_valid', detail: `${detail}: ${fault}` }] : []
  })
}

/** A mailed code leaves nothing to check: its node's word, logged by both. */
function answerFault(
  { pins }: Consents,
  seat: string,
  statement: Record<string, unknown>,
  assertion: unknown,
): string | undefined {
  const pin = pins.find((p) => p.seat === seat)?.pin
  if (!pin || pin.method !== statement.method) return 'not the way agreed before approval'
  if (pin.method === 'code') return undefined
  const credential = pin.credentials.find(({ id }) => id === (assertion as { id?: unknown } | null)?.id)
  const publicKey = credential && fromBase64Url(credential.publicKey)
  if (!publicKey) return 'a passkey nobody pinned'
  const { rpId, origin } = pin
  const challenge = fromHex(canonicalHash(statement))
  return passkeyFault({ response: assertion, challenge, credentialId: credential.id, publicKey, rpId, origin })
}
