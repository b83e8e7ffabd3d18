/** This node itself: its key for signing messages, and what it publishes of itself. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Signer } from '#src/platform/http-signatures/sign.ts'
import { openSecret, sealSecret } from '#src/platform/keys/index.ts'
import type { NodeDocument } from './peer.ts'
import { findOwnKey, saveOwnKey } from './store.ts'

export interface OwnNode {
  document: NodeDocument
  signer: Signer
}

export interface OwnNodeParts {
  db: Db
  secretKey: Uint8Array
  /** Where other nodes reach this one. */
  address: string
  /** Where people reach it. */
  site: string
  accent: string
  /** PEM of the signing authority's root. */
  rootCertificate: string
  now: Temporal.Instant
}

const name = 'federation'

/** Loads the node's key, making it the first time, and describes the node. Our institution's row must exist. */
export async function ownNode(parts: OwnNodeParts): Promise<OwnNode> {
  const { db, secretKey, address, site, accent, rootCertificate, now } = parts
  if (!(await findOwnKey(db, name))) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const sealed = Buffer.from(sealSecret(secretKey, pem, name))
    await saveOwnKey(db, { name, public: publicKey.export({ format: 'jwk' }).x!, sealed, created_at: now })
  }
  const held = (await findOwnKey(db, name))!
  const { ours: _, ...institution } = await ourInstitution(db)
  return {
    document: { format: 'chirograph-node-1', institution, address, site, key: held.public, rootCertificate, accent },
    signer: { keyid: institution.ror, key: createPrivateKey(openSecret(secretKey, held.sealed, name)) },
  }
}
