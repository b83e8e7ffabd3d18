/** An officer decides how much of a concluded agreement the public may see. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { checkPublicity, type Extent, extentOf, extents } from './publicity.ts'
import { insertPublicity, publicityOf } from './publicity-store.ts'
import { lockAgreement } from './store.ts'

export async function decidePublicity(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  input: { extent: string; reason: string; at: Temporal.Instant },
): Promise<void> {
  const { reason, at } = input
  const extent: Extent = extents.find((one) => one === input.extent) ?? 'listed'
  await db.transaction().execute(async (tx) => {
    const locked = (await lockAgreement(tx, agreement.id))!
    checkPublicity(locked, extent, reason)
    const before = await publicityOf(tx, locked.id)
    // A second press says nothing new.
    if (extentOf(before) === extent && (before?.reason ?? '') === reason) return
    await insertPublicity(tx, locked.id, { extent, reason, byName: officer.account.name.latin, at })
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: locked.id },
      act: 'agreement.publicity_decided',
      detail: { before: extentOf(before), after: extent, reason },
    })
  })
}
