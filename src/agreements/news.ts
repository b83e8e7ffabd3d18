/** Events this area hears: a passkey came or went, an account ended. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Json } from '#src/platform/record.ts'
import { frozenSeatsOf } from './freeze-store.ts'
import { repinSeats } from './repin-seats.ts'
import { lockAgreement } from './store.ts'

const heard = ['passkey.added', 'passkey.removed', 'account.ended']

/** A signatory's passkeys changed: in every agreement frozen with them, the pins are compared and approval begins again. */
export async function hearAgreementsNews(tx: Tx, news: Json, at: Temporal.Instant): Promise<void> {
  const { event, account } = news as { event: string; account?: string }
  if (!heard.includes(event) || !account) return
  for (const id of await seatedIn(tx, account)) {
    const agreement = await lockAgreement(tx, id)
    if (agreement) await repinSeats(tx, agreement, at)
  }
}

async function seatedIn(db: Db, account: string): Promise<string[]> {
  return [...new Set((await frozenSeatsOf(db, account)).map((s) => s.id))].sort()
}
