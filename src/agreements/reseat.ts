/** Who holds our seats never leaves the node. Lost with an older copy, it is found again by what was fixed with the partner. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { type Account, accountsWithRole, passkeysOf } from '#src/platform/people/index.ts'
import { saveSignatory } from './freeze-store.ts'
import type { Pin, SeatPin } from './seats.ts'
import type { AgreementText } from './text.ts'

/** A pinned passkey belongs to one account; a mailed code was pinned for whom the seat names. */
export async function reseat(tx: Tx, text: AgreementText, pins: SeatPin[]): Promise<void> {
  const accounts = await accountsWithRole(tx, 'signatory')
  for (const { seat, pin } of pins) {
    const name = text.seats.find((s) => s.id === seat)?.name.latin
    const holder = pin.method === 'code' ? accounts.find((a) => a.name.latin === name) : await owner(tx, accounts, pin)
    if (holder) await saveSignatory(tx, text.agreement, seat, holder.id)
  }
}

async function owner(db: Db, accounts: Account[], pin: Extract<Pin, { method: 'passkey' }>) {
  const pinned = new Set(pin.credentials.map((c) => c.id))
  for (const account of accounts) {
    if ((await passkeysOf(db, account.id)).some((p) => pinned.has(p.credentialId))) return account
  }
  return undefined
}
