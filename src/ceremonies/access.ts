/** From a request to a ceremony, or not. Who may do what with it, as sentences. */

import { signatories } from '#src/agreements/index.ts'
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, type Visitor, worksHere } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { allows, type CeremonyAct, refuse } from './ceremony.ts'
import { dutiesOf } from './duty-store.ts'
import type { Party, Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'
import type { Duty } from './tables.ts'

/** Officers, approvers, administrators and readers of this node see every ceremony. */
export const isStaff = (visitor: Visitor | null): boolean => worksHere(visitor)

/** Officers plan. */
export const isOfficer = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

export interface SeenCeremony {
  visitor: Visitor
  plan: Plan
  us: Institution
  partner: Institution
  /** Duties of the visitor at this ceremony. */
  duties: Duty[]
}

export interface OfficersCeremony {
  officer: Visitor
  plan: Plan
  us: Institution
  partner: Institution
}

/** Officers of the convenor change the frame: title, date, running order, meeting. */
export const mayConvene = (visitor: Visitor | null, plan: Plan, us: { ror: Party }, act: CeremonyAct): boolean =>
  isOfficer(visitor) && plan.convenor === us.ror && plan.rehearsalOf === null && allows(plan, act)

/** Officers of either side change their own sheet, confirm and close. */
export const mayAct = (visitor: Visitor | null, plan: Plan, act: CeremonyAct): boolean =>
  isOfficer(visitor) && allows(plan, act)

/** Whoever was made moderator, and every officer, runs the stage. */
export const mayModerate = (visitor: Visitor | null, seen: Pick<SeenCeremony, 'duties'>): boolean =>
  isOfficer(visitor) || (visitor !== null && seen.duties.includes('moderator'))

/** Interpreters write captions; so may whoever moderates, when an interpreter is missing. */
export const mayCaption = (visitor: Visitor | null, seen: Pick<SeenCeremony, 'duties'>): boolean =>
  mayModerate(visitor, seen) || (visitor !== null && seen.duties.includes('interpreter'))

/** Speakers see their own item and what the moderator tells them; so does whoever moderates. */
export const maySpeakerView = (visitor: Visitor | null, seen: Pick<SeenCeremony, 'duties'>): boolean =>
  mayModerate(visitor, seen) || (visitor !== null && seen.duties.includes('speaker'))

/**
 * Staff of this node, whoever has a duty at the ceremony, and whoever signs at it.
 * @throws Refusal `sign_in_first` for the public; `not_found` for everyone who may not see it, as if it did not exist
 */
export async function seeCeremony(db: Db, visitor: Visitor | null, id: string): Promise<SeenCeremony> {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  const plan = isId(id) ? await findPlan(db, id) : undefined
  if (!plan) throw new Refusal('not_found', {}, 404)
  const duties = await dutiesOf(db, plan, visitor.account.id)
  if (!isStaff(visitor) && duties.length === 0 && !(await signsAt(db, visitor, plan))) {
    throw new Refusal('not_found', {}, 404)
  }
  const [us, partner] = await Promise.all([ourInstitution(db), findInstitution(db, plan.partner)])
  return { visitor, plan, us, partner: partner!, duties }
}

/** An officer and the ceremony. @throws Refusal `ceremony_officers_only` for everybody else who may see it */
export async function holdCeremony(db: Db, visitor: Visitor | null, id: string): Promise<OfficersCeremony> {
  const { plan, us, partner, visitor: officer } = await seeCeremony(db, visitor, id)
  if (!isOfficer(officer)) refuse('ceremony_officers_only', {}, 403)
  return { officer, plan, us, partner }
}

/** An officer of the convenor, who alone changes the frame. @throws Refusal `convenor_only` for officers of the other side */
export async function holdFrame(db: Db, visitor: Visitor | null, id: string): Promise<OfficersCeremony> {
  const held = await holdCeremony(db, visitor, id)
  if (held.plan.rehearsalOf) refuse('rehearsal_has_no_part')
  if (held.plan.convenor !== held.us.ror) refuse('convenor_only', {}, 403)
  return held
}

/** An officer about to plan a new ceremony. */
export function requireOfficer(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!isOfficer(visitor)) refuse('ceremony_officers_only', {}, 403)
  return visitor
}

async function signsAt(db: Db, visitor: Visitor, { agreement }: Plan): Promise<boolean> {
  if (!agreement) return false
  return (await signatories(db, agreement)).some(({ account }) => account === visitor.account.id)
}
