/** The convenor shows the plan to the partner for the first time; from then on every saved change crosses at once. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import { refuse } from './ceremony.ts'
import { frameMessage, sheetMessage } from './part-messages.ts'
import { findSheet } from './sheet-store.ts'
import { lockCeremony, saveCeremony } from './store.ts'

/** @throws Refusal `already_shared` on a second press: nothing is sent twice */
export async function sharePlan(db: Db, { officer, plan }: OfficersCeremony, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ceremony = (await lockCeremony(tx, plan.id))!
    if (ceremony.sharedAt) refuse('already_shared')
    if (ceremony.frame.items.length === 0) refuse('items_missing')
    await saveCeremony(tx, { ...ceremony, sharedAt: at })
    const by = actorOf(officer)
    const then = [frameMessage(ceremony, at, by), sheetMessage(ceremony, await findSheet(tx, plan.id, 'ours'), at, by)]
    await record(tx, { at, by, about: { kind: 'ceremony', id: plan.id }, act: 'ceremony.shared', then })
  })
}
