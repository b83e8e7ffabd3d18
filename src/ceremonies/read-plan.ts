/** Reads everything the page of a ceremony shows. */
import { findAgreement, findVersion } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import {
  isOfficer,
  isStaff,
  mayAct,
  mayCaption,
  mayConvene,
  mayModerate,
  maySpeakerView,
  type SeenCeremony,
} from './access.ts'
import { checkAgreement } from './check-agreement.ts'
import { dutyHolders } from './duty-store.ts'
import { historyOf, waitingFor } from './journal-store.ts'
import { guestPrivates, itemNotes } from './office-store.ts'
import type { Bilingual, Plan } from './plan.ts'
import { rehearsalsOf } from './plan-store.ts'
import { heldTimes } from './record-store.ts'
import { warningsOf } from './warnings.ts'

export type PlanView = Awaited<ReturnType<typeof readPlan>>

/** @param steps keys of our own approval steps */
export async function readPlan(db: Db, seen: SeenCeremony, { now, steps }: { now: Temporal.Instant; steps: string[] }) {
  const { plan, us, visitor } = seen
  const [rehearsals, notes, agreement, agreementTitle] = await Promise.all([
    rehearsalsOf(db, plan.id),
    itemNotes(db, plan.rehearsalOf ?? plan.id),
    checkAgreement(db, plan, us, steps),
    titleOf(db, plan),
  ])
  const ids = rehearsals.map(({ id }) => id)
  const times = await heldTimes(db, [plan.id, ...ids])
  const rehearsed = ids.filter((id) => times.has(id))
  const around = { us: us.ror, now, agreement, rehearsed: rehearsed.length, noted: Object.keys(notes) }
  const staff = isStaff(visitor)
  return {
    ...seen,
    staff,
    agreementTitle,
    /** When it really was, where it was held. */
    took: times.get(plan.id),
    rehearsals,
    /** Those played to their end. */
    rehearsed,
    // What the office noted for itself is not for speakers and interpreters.
    notes: staff ? notes : {},
    privates: staff ? await guestPrivates(db, plan.id) : {},
    warnings: staff && !plan.rehearsalOf ? warningsOf(plan, around) : [],
    holders: staff ? await dutyHolders(db, plan.rehearsalOf ?? plan.id) : [],
    history: staff ? await historyOf(db, plan.id) : [],
    waiting: await waitingFor(db, plan),
    may: mayDo(seen),
  }
}

function mayDo(seen: SeenCeremony) {
  const { visitor, plan, us } = seen
  const own = (act: Parameters<typeof mayConvene>[3]) => mayConvene(visitor, plan, us, act)
  const sheet = plan.rehearsalOf === null && mayAct(visitor, plan, 'edit_sheet')
  const shared = plan.sharedAt !== null && plan.rehearsalOf === null
  return {
    plan: isOfficer(visitor),
    frame: own('edit_frame'),
    postpone: shared && own('postpone'),
    cancel: own('cancel'),
    share: own('edit_frame') && plan.sharedAt === null,
    sheet,
    confirm: shared && mayAct(visitor, plan, 'confirm') && plan.sheetVersions[us.ror]! > 0,
    ask: shared && mayAct(visitor, plan, 'ask') && plan.convenor !== us.ror,
    rehearse: shared && mayAct(visitor, plan, 'go_live'),
    endRehearsal: plan.rehearsalOf !== null && mayAct(visitor, plan, 'end_rehearsal'),
    close: plan.rehearsalOf === null && mayAct(visitor, plan, 'close'),
    moderate: mayModerate(visitor, seen),
    caption: mayCaption(visitor, seen),
    speak: maySpeakerView(visitor, seen),
  }
}

async function titleOf(db: Db, { agreement }: Plan): Promise<Bilingual | null> {
  if (!agreement) return null
  const found = await findAgreement(db, agreement)
  return (found && (await findVersion(db, found.id, found.version))?.text.title) ?? null
}
