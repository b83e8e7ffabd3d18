/** This node itself: its key for signing messages, and what it publishes of itself. */
import { ownRoots } from '#src/keys/index.ts'
import { ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Signer } from '#src/platform/http-signatures/sign.ts'
import { certificatesOf, ownKey } from '#src/platform/keys/index.ts'
import type { NodeDocument } from './peer.ts'

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
  /** Who runs it for the institution, where another does. */
  keptBy?: string
}

/** What the node says of itself now: its root may have been replaced since it started. */
export async function documentNow(db: Db, { document }: OwnNode): Promise<NodeDocument> {
  const rootCertificate = certificatesOf(await ownRoots(db))[0] ?? document.rootCertificate
  return { ...document, rootCertificate }
}

const name = 'federation'

/** Loads the node's key, making it the first time, and describes the node. Our institution's row must exist. */
export async function ownNode(parts: OwnNodeParts): Promise<OwnNode> {
  const { db, secretKey, address, site, accent, rootCertificate, now, keptBy } = parts
  const held = await ownKey(db, secretKey, name, now)
  const { ror, name: called, short, city, country, zone, website } = await ourInstitution(db)
  const institution = { ror, name: called, short, city, country, zone, website }
  return {
    document: {
      format: 'chirograph-node-1',
      institution,
      address,
      site,
      key: held.public,
      rootCertificate,
      accent,
      ...(keptBy && { keptBy }),
    },
    signer: { keyid: institution.ror, key: held.privateKey },
  }
}
