/** A signatory signs with a certificate of their own from now on, or no longer; partners are asked to accept its root. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { describeCertificate, fingerprint, sealSecret } from '#src/platform/keys/index.ts'
import { message } from '#src/platform/messages.ts'
import { queue } from '#src/platform/record.ts'
import { authorities } from './authority-store.ts'
import type { Perform, Performing } from './decide-key-act.ts'
import { keysEvidence } from './log-evidence.ts'
import type { OwnChain, OwnSecret } from './own-certificate.ts'
import { endOwnCertificate, saveOwnCertificate } from './own-certificate-store.ts'
import { saveAnnouncement } from './root-store.ts'

export interface ChosenSigner {
  chain: OwnChain
  secret: OwnSecret
}

export const ownContext = (id: string): string => `own-certificate:${id}`

export const chooseSigner: Perform = async (tx, performing) => {
  const { act, secret, at } = performing
  const us = await ourInstitution(tx)
  if (secret === null) await endOwnCertificate(tx, act.about, at)
  else await keep(tx, performing, JSON.parse(secret))
  const { serial = null, root = null, kind = null } = act.detail
  await queue(tx, at, [keysEvidence('keys.signer_chosen', us.ror, { serial, root, kind }, at)])
  return undefined
}

async function keep(tx: Tx, { house, at }: Performing, { chain, secret }: ChosenSigner): Promise<void> {
  const id = crypto.randomUUID()
  const { name, notAfter } = describeCertificate(chain.certificate)
  const root_id = fingerprint(chain.root)
  const sealed = Buffer.from(sealSecret(house.secretKey, JSON.stringify(secret), ownContext(id)))
  const row = { id, name, kind: secret.kind, ...chain, root_id, sealed, not_after: notAfter, chosen_at: at }
  await saveOwnCertificate(tx, row)
  if ((await authorities(tx)).some((root) => root.id === root_id)) return
  const said = { certificate: chain.root, old: null, signature: null }
  for (const institution of await house.partners(tx)) {
    await saveAnnouncement(tx, { authority: root_id, institution, ...said, asked_at: at })
    await queue(tx, at, [message(institution, 'keys.root', 'keys', said)])
  }
}
