/** Revokes an office-holder's certificate: from now on nothing signed with it counts, and everyone can read that. */
import { ourInstitution } from '#src/partners/index.ts'
import { serialOf } from '#src/platform/keys/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { certificateById, endCertificate } from './authority-store.ts'
import { saveRevocation } from './crl-store.ts'
import { crlNow } from './current-crl.ts'
import type { Perform } from './decide-key-act.ts'
import { keysEvidence } from './log-evidence.ts'
import { refuseKeys } from './refusals.ts'
import type { RevocationReason } from './tables.ts'

export const revocationReasons: RevocationReason[] = ['key_lost', 'left_office', 'replaced', 'unspecified']

/** Where the root's key is away, the partner is told all the same; the list follows when the key is back. */
export const revokeCertificate: Perform = async (tx, { house, act, at }) => {
  const certificate = await certificateById(tx, act.about)
  const authority = certificate?.authority
  if (!certificate || !authority) return refuseKeys('certificate_unknown', {}, 404)
  const why = act.detail.why as RevocationReason
  const serial = serialOf(certificate.certificate)
  await saveRevocation(tx, { authority, serial, reason: why, revoked_at: at })
  await endCertificate(tx, certificate.id, at)
  const us = await ourInstitution(tx)
  const said = { authority, serial, why, at: at.toString() }
  const told = (await house.partners(tx)).map((partner) => message(partner, 'keys.revoked', 'keys', said))
  await queue(tx, at, [keysEvidence('keys.revoked', us.ror, { authority, serial, why }, at), ...told])
  await crlNow(tx, house, at, { authority })
  return undefined
}
