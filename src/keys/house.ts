/** What this area needs of its node. */
import type { Db } from '#src/platform/database/tables.ts'
import type { KeyAlgorithm } from '#src/platform/keys/index.ts'

export interface KeyHouse {
  secretKey: Uint8Array
  algorithm: KeyAlgorithm
  /** The institution, as certificates name it. */
  name: string
  /** ISO 3166. */
  country?: string
  /** Where people reach the node: certificates say that the lists of revoked ones are found there. */
  publicUrl: string
  /** Where keys of office-holders may be besides this node, as far as the operator configured it. */
  sources?: KeySources
  /** The paired partners, who are told of what happens to our keys. */
  partners: (db: Db) => Promise<string[]>
}

export interface KeySources {
  /** The library of a hardware module (PKCS#11). */
  module?: string
  /** A remote signing service (CSC API). */
  service?: { url: string; version: 1 | 2 }
}
