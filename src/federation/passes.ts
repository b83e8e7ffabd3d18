/** Short notes one node's page hands to a person to show at the partner's, signed with the node's key: "let this one in". */
import { sign, verify } from 'node:crypto'
import type { Db } from '#src/platform/database/tables.ts'
import type { OwnNode } from './node.ts'
import { publicKey } from './peer.ts'
import { findConfirmedPeer } from './store.ts'

export interface Passes {
  /** Address of the partner's pages; undefined where its node is not paired. */
  siteOf(db: Db, ror: string): Promise<string | undefined>
  sign(text: string): string
  /** Whether the paired node of this institution signed the text. */
  signedBy(db: Db, ror: string, text: string, signature: string): Promise<boolean>
}

/** Keeps these signatures apart from every other use of the same key. */
const signed = (text: string): Buffer => Buffer.from(`chirograph-pass-1\n${text}`)

export function passesOf({ signer }: Pick<OwnNode, 'signer'>): Passes {
  return {
    siteOf: async (db, ror) => (await findConfirmedPeer(db, ror))?.site,
    sign: (text) => sign(null, signed(text), signer.key).toString('base64url'),
    async signedBy(db, ror, text, signature) {
      const peer = await findConfirmedPeer(db, ror)
      if (!peer || !/^[\w-]{86}$/.test(signature)) return false
      return verify(null, signed(text), publicKey(peer.key), Buffer.from(signature, 'base64url'))
    },
  }
}
