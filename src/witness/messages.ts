/** What crosses to and from the partner's node as a signed message: only the keys; the logs themselves speak C2SP. */
import type { Messages } from '#src/platform/messages.ts'
import { raiseAlarm } from './alarm-store.ts'
import type { Neighbours } from './neighbours.ts'
import { receiveKeys } from './receive-keys.ts'
import { keysAnswerShape, readKeys } from './wire.ts'

export function witnessMessages(neighbours: Neighbours): Messages {
  return {
    'witness.keys': {
      receive: (tx, received) => receiveKeys(tx, neighbours, received, readKeys(received.body)),
      // Whoever is paired is told our keys again until it has answered.
      sayAgain: async () => {},
      answered: async (tx, { to: institution, at }, answer) => {
        const taken = answer.answer === 'accepted' && keysAnswerShape.safeParse(answer.result).data?.keys === 'pinned'
        if (!taken) await raiseAlarm(tx, { institution, kind: 'keys_not_taken', at })
      },
    },
  }
}
