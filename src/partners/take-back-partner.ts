/** A partner that entered the register by mistake leaves it again, as long as nobody has worked with it. */
import { isReferredTo } from '#src/platform/database/referring.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { deletePartner, lockPartner, wasChanged } from './taken-back-store.ts'

/** @param from the list it came with, for the journal. @returns false where something hangs on it, or somebody changed it */
export async function takeBackPartner(
  tx: Tx,
  officer: Visitor,
  { ror, from, at }: { ror: string; from: string; at: Temporal.Instant },
): Promise<boolean> {
  const partner = await lockPartner(tx, ror)
  if (partner?.state !== 'prospect') return false
  const { partnership, name } = partner
  const used =
    (await isReferredTo(tx, { table: 'institution', key: ror, but: ['partnership'] })) ||
    (await isReferredTo(tx, { table: 'partnership', key: partnership }))
  if (used || (await wasChanged(tx, [ror, partnership]))) return false
  await deletePartner(tx, ror)
  const detail = { ror, name, from }
  const about = { kind: 'partner', id: ror }
  await record(tx, { at, by: actorOf(officer), about, act: 'partnership.prospect_taken_back', detail })
  return true
}
