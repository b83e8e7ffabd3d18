/** This node's own log: its name, a key for each duty, and the certificate it stamps with. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type KeyPair, openSecret, ownKey, sealSecret } from '#src/platform/keys/index.ts'
import { issueStampCertificate } from '#src/platform/timestamp/index.ts'
import { cosignatureV1, ed25519, type NoteSigner, noteSigner, verifierKey } from '#src/platform/tlog/index.ts'
import { createLog, ourLog } from './log-store.ts'
import { findStampAuthority, saveStampAuthority } from './peer-store.ts'

export interface WitnessHouse {
  /** ROR id. */
  us: string
  origin: string
  log: NoteSigner
  witness: NoteSigner
  /** Distinct from the witness: it says more (tlog-mirror). */
  mirror: NoteSigner
  stamps: KeyPair
}

export interface WitnessHouseParts {
  db: Db
  secretKey: Uint8Array
  /** Where people reach the node; names the log the first time, and never again. */
  publicUrl: string
  /** Our root, which partners pinned; its key where it is not away. */
  authority: { certificatePem: string; privateKeyPem: string | null }
  now: Temporal.Instant
}

/** Loads the log and its keys, making them the first time. Our institution's row must exist. */
export async function ownWitness(parts: WitnessHouseParts): Promise<WitnessHouse> {
  const { db, secretKey, publicUrl, now } = parts
  const us = await ourInstitution(db)
  const privateKey = async (duty: string) => (await ownKey(db, secretKey, `tlog-${duty}`, now)).privateKey
  const origin = (await ourLog(db))?.origin ?? `${new URL(publicUrl).host}/log`
  const log = noteSigner(origin, ed25519, await privateKey('log'))
  await createLog(db, { origin, institution: us.ror, ours: true, verifierKey: verifierKey(log.key) }, now)
  return {
    us: us.ror,
    origin,
    log,
    witness: noteSigner(`${origin}/witness`, cosignatureV1, await privateKey('witness')),
    mirror: noteSigner(`${origin}/mirror`, cosignatureV1, await privateKey('mirror')),
    stamps: await stampAuthority(parts, us.name.en),
  }
}

const term = Temporal.Duration.from({ hours: 24 * 365 * 3 })
const atLeastLeft = Temporal.Duration.from({ hours: 24 * 365 })

/** Every day: a node that runs for years stamps with a new certificate in time. The partners are told by the next introduction. */
export async function renewStamps(
  house: WitnessHouse,
  parts: Pick<WitnessHouseParts, 'db' | 'secretKey' | 'authority' | 'now'>,
): Promise<void> {
  house.stamps = await stampAuthority(parts, (await ourInstitution(parts.db)).name.en)
}

/** The time-stamping certificate; a new one a year before the old one ends, or as soon as the root's key is back. */
async function stampAuthority(
  { db, secretKey, authority, now }: Parameters<typeof renewStamps>[1],
  name: string,
): Promise<KeyPair> {
  const context = 'tlog-stamps'
  const held = await findStampAuthority(db)
  const due = !held || Temporal.Instant.compare(held.not_after, now.add(atLeastLeft)) < 0
  const { certificatePem, privateKeyPem } = authority
  if (due && privateKeyPem !== null) {
    const notAfter = now.add(term)
    const root = { certificatePem, privateKeyPem }
    const made = await issueStampCertificate(root, { name, notBefore: now.subtract({ hours: 1 }), notAfter })
    const sealed = Buffer.from(sealSecret(secretKey, made.privateKeyPem, context))
    await saveStampAuthority(db, { certificate: made.certificatePem, sealed, not_after: notAfter, created_at: now })
  }
  const { certificate, sealed } = (await findStampAuthority(db))!
  return { certificatePem: certificate, privateKeyPem: openSecret(secretKey, sealed, context) }
}
