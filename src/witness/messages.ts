/** What crosses to and from the partner's node as a signed message: keys, proofs of what was signed, what entries say in clear; the logs themselves speak C2SP. */
import { type MessageHandler, type Messages, silent } from '#src/platform/messages.ts'
import { raiseAlarm } from './alarm-store.ts'
import type { WitnessHouse } from './house.ts'
import type { WitnessParts } from './parts.ts'
import { receiveEvents } from './receive-events.ts'
import { receiveKeys } from './receive-keys.ts'
import { noteRefusedProof, proofRefused, receiveProof, sayProofAgain } from './receive-proof.ts'
import { sayEventsAgain } from './say-events-again.ts'
import { keysAnswerShape, readEvents, readKeys, readProofBody } from './wire.ts'

export function witnessMessages({ neighbours, house }: Pick<WitnessParts, 'neighbours' | 'house'>): Messages {
  return {
    'witness.proof': proof(house),
    'witness.keys': {
      receive: (tx, received) => receiveKeys(tx, neighbours, received, readKeys(received.body)),
      // Whoever is paired is told our keys again until it has answered.
      sayAgain: async () => {},
      answered: async (tx, { to: institution, at }, answer) => {
        const taken = answer.answer === 'accepted' && keysAnswerShape.safeParse(answer.result).data?.keys === 'pinned'
        if (!taken) await raiseAlarm(tx, { institution, kind: 'keys_not_taken', at })
      },
    },
    'witness.events': {
      receive: (tx, received) => receiveEvents(tx, received, readEvents(received.body)),
      sayAgain: (tx, sent) => sayEventsAgain(tx, house, sent, readEvents(sent.body)),
    },
  }
}

const proof = (house: WitnessHouse): MessageHandler => ({
  receive: (tx, m) => silent(receiveProof(tx, house, m, readProofBody(m.body))),
  sayAgain: (tx, sent) => sayProofAgain(tx, house, sent, readProofBody(sent.body)),
  refused: (tx, m, { reason }) => noteRefusedProof(tx, m, reason),
  answered: async (tx, sent, answer) => {
    if (answer.answer === 'refused') await proofRefused(tx, sent, answer.reason)
  },
})
