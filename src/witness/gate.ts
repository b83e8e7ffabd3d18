/**
 * Our log goes on only once somebody who may have cosigned it has said, since this process began, how much of it they know. A database put back
 * from a copy would else go on from where it was, and that is a fork for ever.
 */
import { askForCosignatures } from './ask-witness.ts'
import type { Asking } from './asked-cosigner.ts'
import { logPeers } from './peer-store.ts'

export interface Gate {
  /** @throws Error where nobody who could know has answered yet */
  pass(): Promise<void>
}

export function openGate(asking: Asking): Gate {
  let met = false
  const { db } = asking
  return {
    async pass() {
      // Not whether one of them ever cosigned: the copy may be from before the first time.
      const peers = met ? [] : await logPeers(db)
      if (peers.length === 0) return
      for (const { institution } of peers) {
        const said = await askForCosignatures(asking, { institution }, true).catch(() => undefined)
        met ||= said === 'done'
      }
      if (!met) throw new Error('no partner has said yet how much of our log it knows')
    },
  }
}
