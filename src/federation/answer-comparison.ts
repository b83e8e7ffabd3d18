/** A partner's node asks what both of us are done with, and for what it no longer has: only ever about messages it sent or got. */
import type { MessageHandler, Messages } from '#src/platform/messages.ts'
import type { Json } from '#src/platform/record.ts'
import { kinds, page, questionShape, wantedShape } from './comparison.ts'
import { exchangedAfter, findExchanged, noteAskedBack } from './exchanged-store.ts'
import { hearAddress } from './move-peer.ts'
import { refusePeer } from './peer.ts'

const compare: MessageHandler = {
  passing: true,
  receive: async (tx, { from, body, at }) => {
    const asked = questionShape.safeParse(body)
    if (!asked.success) return refusePeer('comparison_malformed', {}, 422)
    const { reachedAt } = asked.data
    if (reachedAt) await hearAddress(tx, from, reachedAt, at)
    const exchanged = await exchangedAfter(tx, from, asked.data.after, page)
    return { at: at.toString(), exchanged: exchanged.map((e) => ({ ...e, at: e.at.toString() })) }
  },
}

const giveBack: MessageHandler = {
  passing: true,
  receive: async (tx, { from, body, at }) => {
    const asked = wantedShape.safeParse(body)
    const found = asked.success ? await findExchanged(tx, from, asked.data.id) : undefined
    if (!found) return refusePeer('comparison_malformed', {}, 422)
    await noteAskedBack(tx, from, at)
    const { envelope, answer, proof } = found
    return { envelope, answer, proof: proof as Json }
  },
}

export const comparisonMessages: Messages = { [kinds.compare]: compare, [kinds.giveBack]: giveBack }
