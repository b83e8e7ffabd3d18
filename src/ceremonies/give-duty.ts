/** An officer gives somebody a duty at a ceremony, or takes it back. Whoever has no account yet gets one. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { type Account, accountByEmail, actorOf, addAccount } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import { refuse } from './ceremony.ts'
import { dutyHolders, removeDuty, saveDuty } from './duty-store.ts'
import { dutyMail } from './mail-words.ts'
import { lockCeremony } from './store.ts'
import type { Duty } from './tables.ts'

export interface DutyInput {
  email: string
  name: { latin: string; native: string | null }
  language: 'en' | 'zh'
  duty: Duty
  at: Temporal.Instant
}

/** @throws Refusal `address_invalid`; `name_missing` where the address is new here and no name was given */
export async function giveDuty(db: Db, { officer, plan }: OfficersCeremony, input: DutyInput): Promise<void> {
  const { duty, at } = input
  if (!/^[^@\s]+@[^@\s]+$/.test(input.email) || input.email.length > 254) refuse('address_invalid', {}, 422)
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    const account = (await accountByEmail(tx, input.email)) ?? (await opened(tx, { officer, plan }, input))
    const held = await dutyHolders(tx, plan.id)
    if (held.some((one) => one.account.id === account.id && one.duty === duty)) return
    await saveDuty(tx, plan.id, account.id, duty, at)
    const told = mail({ to: { account: account.id }, ...dutyMail(duty, plan), path: `/ceremonies/${plan.id}` })
    const detail = { duty, name: account.name.latin }
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'ceremony.duty_given', detail, then: [told] })
  })
}

async function opened(
  tx: Tx,
  { officer }: Pick<OfficersCeremony, 'officer' | 'plan'>,
  input: DutyInput,
): Promise<Account> {
  const { email, name, language, at } = input
  if (!name.latin) refuse('name_missing', {}, 422)
  return addAccount(tx, { email, name, language, by: actorOf(officer), now: at })
}

/** Takes a duty back; repeated, it changes nothing. */
export async function takeDuty(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { account, duty, at }: { account: string; duty: Duty; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCeremony(tx, plan.id)
    const holder = (await dutyHolders(tx, plan.id)).find((one) => one.account.id === account && one.duty === duty)
    if (!holder) return
    await removeDuty(tx, plan.id, account, duty)
    const detail = { duty, name: holder.account.name.latin }
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'ceremony.duty_taken', detail })
  })
}
