/** What crosses between the nodes about keys. */
import type { Db } from '#src/platform/database/tables.ts'
import { type Messages, silent } from '#src/platform/messages.ts'
import { receiveList } from './receive-list.ts'
import { listShape, read } from './wire.ts'

/** The pinned roots of a partner's node (PEM, one or more); undefined where it is not paired. */
export type RootOf = (db: Db, ror: string) => Promise<string | undefined>

export function keyMessages({ rootOf }: { rootOf: RootOf }): Messages {
  return {
    'keys.crl': { receive: (tx, m) => silent(receiveList(rootOf, tx, m, read(listShape, m.body))) },
  }
}
