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
  /** The paired partners, who are told of what happens to our keys. */
  partners: (db: Db) => Promise<string[]>
}
