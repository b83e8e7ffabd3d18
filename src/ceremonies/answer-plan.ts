/** An officer says yes to the plan as it stands, or asks the convenor to change it. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import type { OfficersCeremony } from './access.ts'
import { move, refuse } from './ceremony.ts'
import { changeOurSheet } from './change-sheet.ts'

/**
 * @param version the frame the officer saw
 * @throws Refusal `plan_changed_meanwhile` where it has changed since, `sheet_not_shared` before our own part is with the partner
 */
export async function confirmPlan(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { version, at }: { version: number; at: Temporal.Instant },
): Promise<void> {
  const byName = officer.account.name.latin
  await db.transaction().execute((tx) =>
    changeOurSheet(
      tx,
      plan.id,
      (state, ceremony) => {
        move(ceremony, 'confirm')
        if (!ceremony.sharedAt) refuse('not_shared_yet')
        if (state.version === 0) refuse('sheet_not_shared')
        if (ceremony.frame.version !== version) refuse('plan_changed_meanwhile')
        if (state.confirmed?.version === version) refuse('already_confirmed')
        return { ...state, confirmed: { version, at, byName }, asked: null }
      },
      { at, by: actorOf(officer), act: 'ceremony.side_confirmed', detail: { version } },
    ),
  )
}

/** Asks the convenor for a change, in words both offices read; takes back our yes. @throws Refusal `reason_missing` */
export async function askForChange(
  db: Db,
  { officer, plan }: OfficersCeremony,
  { text, at }: { text: string; at: Temporal.Instant },
): Promise<void> {
  if (!text) refuse('reason_missing', {}, 422)
  const byName = officer.account.name.latin
  await db.transaction().execute((tx) =>
    changeOurSheet(
      tx,
      plan.id,
      (state, ceremony) => {
        move(ceremony, 'ask')
        if (!ceremony.sharedAt) refuse('not_shared_yet')
        return { ...state, confirmed: null, asked: { text, at, byName } }
      },
      { at, by: actorOf(officer), act: 'ceremony.change_asked', detail: { text } },
    ),
  )
}
