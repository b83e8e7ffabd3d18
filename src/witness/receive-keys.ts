/** A partner tells us the keys of its log, witness and mirror: pinned when first heard, never replaced in silence. */
import { X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { evidence } from '#src/platform/evidence.ts'
import { certificatesOf, fingerprint } from '#src/platform/keys/index.ts'
import type { Received } from '#src/platform/messages.ts'
import { queueOnce } from '#src/platform/outbox/index.ts'
import { record } from '#src/platform/record.ts'
import { cosignatureV1, ed25519, readVerifierKey } from '#src/platform/tlog/index.ts'
import { refuse } from './alarm.ts'
import { raiseAlarm } from './alarm-store.ts'
import { createLog, findLog } from './log-store.ts'
import type { Neighbours } from './neighbours.ts'
import { findPeerRow, pinPeerKeys, saveStampCertificate } from './peer-store.ts'
import type { keysShape } from './wire.ts'
import { cosignWork } from './work.ts'

type Keys = z.infer<typeof keysShape>

/**
 * @returns `kept` where other keys are pinned already: ours stand, an alarm is raised here and, by this answer, there
 * @throws Refusal `log_keys_malformed` where keys are doubled, for another duty, or the certificate is not under the pinned root
 */
export async function receiveKeys(tx: Tx, neighbours: Neighbours, received: Received, keys: Keys) {
  const { from: institution, at } = received
  const neighbour = (await neighbours.find(tx, institution)) ?? refuse('not_the_partner', {}, 403)
  check(keys, neighbour.rootCertificate)
  const pinned = await findPeerRow(tx, institution)
  if (!pinned) {
    await pin(tx, institution, keys, at)
    return { keys: 'pinned' }
  }
  const same = pinned.log_key === keys.log && pinned.witness_key === keys.witness && pinned.mirror_key === keys.mirror
  if (same) {
    await saveStampCertificate(tx, institution, keys.stampCertificate)
    return { keys: 'pinned' }
  }
  await raiseAlarm(tx, { institution, kind: 'keys_changed', proof: JSON.stringify(keys, null, 2), at })
  return { keys: 'kept' }
}

function check({ log, witness, mirror, stampCertificate }: Keys, root: string): void {
  const keys = [log, witness, mirror].map(readVerifierKey)
  const types = keys.map((key) => key?.type)
  const distinct = new Set(keys.map((key) => key && Buffer.from(key.publicKey).toString('hex'))).size === 3
  const named = new Set(keys.map((key) => key?.name)).size === 3
  const known = types.join() === [ed25519, cosignatureV1, cosignatureV1].join()
  if (!known || !distinct || !named || !isUnderOne(stampCertificate, root)) refuse('log_keys_malformed', {}, 422)
}

const isUnderOne = (certificate: string, roots: string) =>
  certificatesOf(roots).some((root) => isUnder(certificate, root))

function isUnder(certificate: string, root: string): boolean {
  try {
    const [leaf, issuer] = [new X509Certificate(certificate), new X509Certificate(root)]
    return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey) && !leaf.ca
  } catch {
    return false
  }
}

async function pin(tx: Tx, institution: string, keys: Keys, at: Temporal.Instant): Promise<void> {
  const { log, witness, mirror, stampCertificate } = keys
  const origin = readVerifierKey(log)!.name
  // One name, one log: a partner cannot take the name of ours, or of another partner's.
  if (await findLog(tx, origin)) refuse('log_keys_malformed', { origin }, 422)
  await pinPeerKeys(tx, {
    institution,
    log_key: log,
    witness_key: witness,
    mirror_key: mirror,
    stamp_certificate: stampCertificate,
    pinned_at: at,
  })
  await createLog(tx, { origin, institution, ours: false, verifierKey: log }, at)
  const about = { kind: 'node' as const, id: institution }
  const facts = { institution, log, witness, mirror, stampCertificate: fingerprint(stampCertificate) }
  await record(tx, {
    at,
    by: { kind: 'partner', institution, name: '' },
    about,
    act: 'log.keys_pinned',
    detail: facts,
    then: [evidence({ event: 'log.keys_pinned', about, at, facts })],
  })
  await queueOnce(tx, at, cosignWork({ institution }))
}
