/** What an officer may do about one guest: remind, take back links and sessions, end the account. */
import type { Db } from '#src/platform/database/tables.ts'
import { type Account, countTowards, endAccount, findAccount, revokeAccess } from '#src/platform/people/index.ts'
import { queue } from '#src/platform/record.ts'
import type { RunningHosting } from './access.ts'
import { refuseHosting } from './hosted-node.ts'
import { invitationOf, noteOnOurs, ourOffice } from './invite-guest.ts'

export interface GuestCall {
  account: string
  at: Temporal.Instant
}

async function guestOf({ house }: RunningHosting, id: string): Promise<Account> {
  return (await findAccount(house.db, id)) ?? refuseHosting('no_such_guest', {}, 404)
}

/** A fresh link by mail; three a day at most to one person. @throws Refusal `no_such_guest`, `too_many_requests` */
export async function callGuest(db: Db, held: RunningHosting, { account, at }: GuestCall): Promise<void> {
  const guest = await guestOf(held, account)
  await held.house.db.transaction().execute(async (tx) => {
    await countTowards(tx, { key: `guest-reminder:${guest.id}`, times: 3, minutes: 24 * 60, now: at })
    await queue(tx, at, [invitationOf(held, guest)])
  })
  await noteOnOurs(db, held, 'hosting.reminded', { email: guest.email }, at)
}

/** Links not used yet work no more, and the person is signed out everywhere. */
export async function revokeGuest(db: Db, held: RunningHosting, { account, at }: GuestCall): Promise<void> {
  const guest = await guestOf(held, account)
  await held.house.db.transaction().execute((tx) => revokeAccess(tx, guest.id, at))
  await noteOnOurs(db, held, 'hosting.revoked', { email: guest.email }, at)
}

/** The person can sign in no more; what they did stays on record. */
export async function endGuest(db: Db, held: RunningHosting, call: GuestCall & { reason: string }): Promise<void> {
  const { account, at, reason } = call
  const guest = await guestOf(held, account)
  await held.house.db.transaction().execute(async (tx) => {
    await revokeAccess(tx, guest.id, at)
    await endAccount(tx, { account: guest.id, reason, by: ourOffice(held), now: at })
  })
  await noteOnOurs(db, held, 'hosting.guest_ended', { email: guest.email, reason }, at)
}
