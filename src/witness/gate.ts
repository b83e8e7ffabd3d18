/**
 * Our log goes on only once somebody who cosigned it has said, since this process began, how much of it they know. A database put back
 * from a copy would else go on from where it was, and that is a fork for ever.
 */
import { askForCosignatures } from './ask-witness.ts'
import type { Asking } from './asked-cosigner.ts'
import { latestCosignatures } from './checkpoint-store.ts'
import { logPeers } from './peer-store.ts'

export interface Gate {
  /** @throws Error where nobody who could know has answered yet */
  pass(): Promise<void>
}

export function openGate(asking: Asking): Gate {
  let met = false
  const { db, house } = asking
  return {
    async pass() {
      if (met || (await latestCosignatures(db, house.origin)).length === 0) return
      for (const { institution } of await logPeers(db)) {
        const said = await askForCosignatures(asking, { institution }, true).catch(() => undefined)
        met ||= said === 'done'
      }
      if (!met) throw new Error('no partner has said yet how much of our log it knows')
    },
  }
}
