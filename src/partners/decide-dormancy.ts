/** An officer decides about a partnership that is dormant by its record, or sets after how many months it counts as dormant. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersPartnership } from './access.ts'
import { type DormancyDecision, dormancyOn, refuseActivity } from './activity.ts'
import type { Activity } from './activity-source.ts'
import { insertDecision, lastActivity, lastDecision, saveRule } from './activity-store.ts'
import { lockPartnership } from './partnership-store.ts'

interface Deciding {
  decision: DormancyDecision['decision']
  reason: string
  at: Temporal.Instant
  today: Temporal.PlainDate
}

/** The partnership's state stays as it is. @throws Refusal `dormancy_reason_missing`, `not_dormant` where something happened meanwhile */
export async function decideDormancy(
  db: Db,
  { officer, partnership: { partner } }: OfficersPartnership,
  { activity, decision, reason, at, today }: Deciding & { activity: Activity },
): Promise<void> {
  if (!reason) refuseActivity('dormancy_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const partnership = (await lockPartnership(tx, partner))!
    const standing = dormancyOn(
      partnership,
      {
        last: (await lastActivity(tx, activity, [partner], today)).get(partner) ?? null,
        decision: asDecision(await lastDecision(tx, partnership.id)),
      },
      today,
    )
    // Whoever confirmed it may also find that it lives.
    if (standing === 'none' || (standing === 'confirmed' && decision === 'dormant')) refuseActivity('not_dormant')
    const { account } = officer
    const by = { by_name: account.name.latin, account: account.id, at }
    await insertDecision(tx, partnership.id, { decision, reason, decided_on: today.toString(), ...by })
    const about = { kind: 'partner', id: partner }
    await record(tx, { at, by: actorOf(officer), about, act: `partner.found_${decision}`, detail: { reason } })
  })
}

/** The latest decision as the rules take it. */
export const asDecision = (row: Awaited<ReturnType<typeof lastDecision>>): DormancyDecision | null =>
  row ? { decision: row.decision, on: row.decided_on } : null

/** @throws Refusal `dormancy_rule_wrong` */
export async function setDormancyRule(
  db: Db,
  { officer, partnership }: OfficersPartnership,
  { months, at }: { months: string; at: Temporal.Instant },
): Promise<void> {
  const n = /^\d{1,3}$/.test(months) ? Number(months) : 0
  if (n < 1 || n > 120) refuseActivity('dormancy_rule_wrong', {}, 422)
  await db.transaction().execute(async (tx) => {
    await saveRule(tx, partnership.id, n)
    const about = { kind: 'partner', id: partnership.partner }
    await record(tx, { at, by: actorOf(officer), about, act: 'partner.dormancy_rule', detail: { months: n } })
  })
}
