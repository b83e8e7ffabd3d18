/** What nodes tell each other of themselves. */
import type { Messages } from '#src/platform/messages.ts'
import { silent } from '#src/platform/messages.ts'
import { receiveMove } from './move-peer.ts'

export const federationMessages: Messages = {
  'node.moved': {
    receive: (tx, message) => silent(receiveMove(tx, message)),
    // Nothing to do again: where we are said to be is compared at each start, and told anew where it differs.
    sayAgain: async () => {},
  },
}
