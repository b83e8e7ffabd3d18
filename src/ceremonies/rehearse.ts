/** A rehearsal: a marked copy of the plan on both nodes, played with the same stage. Nothing of it counts. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersCeremony } from './access.ts'
import { allows, move, refuse } from './ceremony.ts'
import type { Frame } from './frame.ts'
import { findSheet, saveSheet } from './sheet-store.ts'
import { type Ceremony, insertCeremony, lockCeremony, saveCeremony } from './store.ts'

/**
 * Makes the copy, once: the form brings its id. A rehearsal begins whenever its stage opens: the copy carries
 * the instant it was made as its start.
 */
export async function startRehearsal(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { id: rehearsal, at }: { id: string; at: Temporal.Instant },
): Promise<string> {
  await db.transaction().execute(async (tx) => {
    const ceremony = (await lockCeremony(tx, plan.id))!
    if (ceremony.rehearsalOf) refuse('rehearsal_has_no_part')
    if (!ceremony.sharedAt) refuse('not_shared_yet')
    if (!allows(ceremony, 'go_live')) move(ceremony, 'go_live')
    const frame: Frame = { ...ceremony.frame, version: 1, startsAt: at, open: false }
    if (!(await insertRehearsal(tx, ceremony, { id: rehearsal, frame, at }))) return
    const by = actorOf(officer)
    const { startsAt, ...rest } = frame
    const body = {
      rehearsal,
      ...rest,
      startsAt: startsAt.toString(),
      byName: officer.account.name.latin,
      at: at.toString(),
    }
    const then = [message(plan.partner, 'ceremony.rehearsal', plan.id, body as unknown as Json)]
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by, about, act: 'ceremony.rehearsal_started', detail: { rehearsal }, then })
  })
  return rehearsal
}

/** The copy on one node: the convenor's frame, and both sheets as this node has them. Nobody's yes is copied. @returns false where it is there */
export async function insertRehearsal(
  tx: Tx,
  original: Ceremony,
  { id, frame, at }: { id: string; frame: Frame; at: Temporal.Instant },
): Promise<boolean> {
  const { partner, convenor } = original
  const copy: Ceremony = { id, partner, convenor, state: 'planning', rehearsalOf: original.id, sharedAt: at, frame }
  if (!(await insertCeremony(tx, copy, at))) return false
  for (const side of ['ours', 'theirs'] as const) {
    const { sheet } = await findSheet(tx, original.id, side)
    await saveSheet(tx, id, side, { version: 1, sheet, confirmed: null, asked: null })
  }
  return true
}

/** Puts a rehearsal away on both nodes; either side may. */
export async function endRehearsal(db: Db, { officer, plan }: OfficersCeremony, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ceremony = (await lockCeremony(tx, plan.id))!
    if (!ceremony.rehearsalOf) move({ state: 'closed' }, 'end_rehearsal')
    await saveCeremony(tx, { ...ceremony, state: move(ceremony, 'end_rehearsal') })
    const body = { byName: officer.account.name.latin, at: at.toString() }
    const then = [message(plan.partner, 'ceremony.rehearsal_ended', plan.id, body)]
    const about = { kind: 'ceremony', id: plan.id }
    await record(tx, { at, by: actorOf(officer), about, act: 'ceremony.rehearsal_ended', then })
  })
}
