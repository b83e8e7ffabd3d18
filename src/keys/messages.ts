/** What crosses between the nodes about keys. */
import type { Db } from '#src/platform/database/tables.ts'
import { type Messages, silent } from '#src/platform/messages.ts'
import { receiveRevoked, receiveRootAnswer } from './receive-key-news.ts'
import { receiveList } from './receive-list.ts'
import { receiveRoot } from './receive-root.ts'
import { sayListAgain, sayRevokedAgain, sayRootAnswerAgain } from './say-again.ts'
import { answerShape, listShape, read, revokedShape, rootShape } from './wire.ts'

/** The pinned roots of a partner's node (PEM, one or more); undefined where it is not paired. */
export type RootOf = (db: Db, ror: string) => Promise<string | undefined>

export function keyMessages({ rootOf }: { rootOf: RootOf }): Messages {
  return {
    'keys.crl': {
      receive: (tx, m) => silent(receiveList(rootOf, tx, m, read(listShape, m.body))),
      sayAgain: (tx, sent) => sayListAgain(tx, read(listShape, sent.body)),
    },
    'keys.revoked': {
      receive: (tx, m) => silent(receiveRevoked(tx, m, read(revokedShape, m.body))),
      sayAgain: (tx, sent) => sayRevokedAgain(tx, read(revokedShape, sent.body)),
    },
    // No `sayAgain`: what an older copy lost with our own new root is its key, and that has never left this node.
    'keys.root': { receive: (tx, m) => silent(receiveRoot(rootOf, tx, m, read(rootShape, m.body))) },
    'keys.root_answer': {
      receive: (tx, m) => silent(receiveRootAnswer(tx, m, read(answerShape, m.body))),
      sayAgain: (tx, sent) => sayRootAnswerAgain(tx, sent, read(answerShape, sent.body)),
    },
  }
}
