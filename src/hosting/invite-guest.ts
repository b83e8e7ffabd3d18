/** An officer invites one of the partner's people: an account on the partner's own half, and a letter with a personal link. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import {
  type Account,
  accountByEmail,
  actorOf,
  addAccount,
  listAccounts,
  type NewAccount,
  type Role,
  roleNames,
} from '#src/platform/people/index.ts'
import { type Actor, type Following, queue, record } from '#src/platform/record.ts'
import type { RunningHosting } from './access.ts'
import { mostGuests, refuseHosting } from './hosted-node.ts'
import { invitationMail, joinedMail } from './mail-words.ts'

export interface Invited {
  email: string
  name: NewAccount['name']
  language: 'en' | 'zh'
  roles: Role[]
  at: Temporal.Instant
}

/** Our office, as the partner's half names it. */
export const ourOffice = ({ officer, house }: RunningHosting): Actor => ({
  kind: 'partner',
  institution: house.document.keptBy!,
  name: officer.account.name.latin,
})

/**
 * Opens the account on the partner’s half, whose journal names our office; those who are there already are told. Ours notes it after.
 * @throws Refusal `guest_needs_a_role`, `guest_works_here`, `too_many_guests`, and those of opening an account
 */
export async function inviteGuest(db: Db, held: RunningHosting, guest: Invited): Promise<void> {
  const { email, name, language, roles, at } = guest
  if (roles.length === 0) refuseHosting('guest_needs_a_role', {}, 422)
  if (await accountByEmail(db, email)) refuseHosting('guest_works_here', { email }, 422)
  await held.house.db.transaction().execute(async (tx) => {
    const before = (await listAccounts(tx)).filter((one) => !one.endedAt)
    if (before.length >= mostGuests) refuseHosting('too_many_guests', { most: mostGuests })
    const account = await addAccount(tx, { email, name, language, roles, by: ourOffice(held), now: at })
    const letters = [
      invitationOf(held, account),
      ...tell(
        held,
        account,
        roles,
        before.map((one) => one.account),
      ),
    ]
    await queue(tx, at, letters)
  })
  await noteOnOurs(db, held, 'hosting.invited', { email, roles: roles.map(({ name }) => name) }, at)
}

export const invitationOf = ({ institution, officer, ours }: RunningHosting, account: Account): Following =>
  mail({ to: { account: account.id }, ...invitationMail(institution.name, officer.account.name, ours), path: '/' })

/** Nobody joins their half without those who are there knowing. */
function tell({ house }: RunningHosting, account: Account, roles: Role[], others: Account[]): Following[] {
  const what = {
    en: roleNames(roles, house.approvalSteps, 'en'),
    zh: roleNames(roles, house.approvalSteps, 'zh'),
  }
  return others.map((one) => mail({ to: { account: one.id }, ...joinedMail(account, what), path: '/' }))
}

/** Our own journal keeps what our office did to the half it keeps for them. */
export async function noteOnOurs(
  db: Db,
  { officer, institution }: Pick<RunningHosting, 'officer' | 'institution'>,
  act: string,
  detail: Record<string, string | string[]>,
  at: Temporal.Instant,
): Promise<void> {
  const about = { kind: 'partner', id: institution.ror }
  await db.transaction().execute((tx: Tx) => record(tx, { at, by: actorOf(officer), about, act, detail }))
}
