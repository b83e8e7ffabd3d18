/** An officer puts a ceremony that was held to the files: thanks are sent, minutes agreed. Each node for itself. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import { move } from './ceremony.ts'
import { lockCeremony, saveCeremony } from './store.ts'

export async function closeCeremony(db: Db, { officer, plan }: OfficersCeremony, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ceremony = (await lockCeremony(tx, plan.id))!
    await saveCeremony(tx, { ...ceremony, state: move(ceremony, 'close') })
    await record(tx, { at, by: actorOf(officer), about: { kind: 'ceremony', id: plan.id }, act: 'ceremony.closed' })
  })
}
