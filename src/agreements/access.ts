/** From a request to an agreement, or not. Who may do what with it, as sentences. */

import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, limitsOf, type Role, type Visitor, worksHere } from '#src/platform/people/visitor.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { actingFor, isStandIn, reachOf, within } from '#src/procedures/index.ts'
import {
  type Agreement,
  type AgreementAct,
  allows,
  canReopen,
  type Freeze,
  refuse,
  signatoriesOpen,
} from './agreement.ts'
import { approvalRights, barredFrom } from './approval-route.ts'
import { reachedAs } from './class-store.ts'
import { signatories } from './freeze-store.ts'
import { isNamedIn } from './route-store.ts'
import { findAgreement } from './store.ts'

/** Officers, approvers, administrators and readers of this node see every agreement; a signatory sees the ones to sign. */
export const maySeeAgreements = (visitor: Visitor | null): boolean => worksHere(visitor)

/** Officers draft, send, comment, label, propose to freeze and reopen. */
export const isOfficer = (visitor: Visitor | null): boolean => holds(visitor, 'officer')

/** Our own notes on an agreement of the register are the officers', and to be read by those who read the journal. */
export const mayReadNotes = (visitor: Visitor | null): boolean =>
  isOfficer(visitor) || holds(visitor, 'auditor') || holds(visitor, 'administrator')

/** An officer or reader of some units or types sees what reaches there; the office sees all. */
export const maySeeSomeAgreements = (visitor: Visitor | null): boolean =>
  maySeeAgreements(visitor) || limitsOf(visitor, ['officer', 'reader']).length > 0

/** An officer may do what the lifecycle opens now; one of a part, what a draft of that part still needs. */
export const mayAct = (visitor: Visitor | null, agreement: Agreement, act: AgreementAct): boolean =>
  (isOfficer(visitor) || (managesHere(visitor, agreement) && manages.includes(act))) && allows(agreement, act)

/** What an officer of a part does: the office itself sends, freezes, has signed. */
const manages: AgreementAct[] = ['edit', 'label', 'comment']

/**
 * An officer of a part changes an agreement of that part as long as it waits for the office: until it is sent.
 * @param visitor as `seeAgreement` gives them, with the roles that reach this agreement only
 */
export const managesHere = (visitor: Visitor | null, { state, version }: Agreement): boolean =>
  state === 'drafting' && version === 0 && limitsOf(visitor, ['officer']).length > 0

/** An officer, and an officer of a part while it waits, says what our side takes an agreement to be. */
export const mayClassify = (visitor: Visitor | null, agreement: Agreement): boolean =>
  (isOfficer(visitor) || managesHere(visitor, agreement)) && signatoriesOpen(agreement)

/** An officer may reopen what is frozen, or take back our own proposal to freeze. */
export const mayReopen = (visitor: Visitor | null, agreement: Agreement, freezes: Freeze[]): boolean =>
  isOfficer(visitor) && canReopen(agreement, freezes)

/** An officer says who signs for us, until the text is frozen. */
export const mayAssignSignatory = (visitor: Visitor | null, agreement: Agreement): boolean =>
  isOfficer(visitor) && signatoriesOpen(agreement)

export interface SeenAgreement {
  visitor: Visitor
  agreement: Agreement
  us: Institution
  partner: Institution
  /** Whether the visitor proposed this agreement or wrote in its draft. */
  wrote: boolean
}

export interface OfficersAgreement {
  officer: Visitor
  agreement: Agreement
}

export interface ApproversAgreement {
  approver: Visitor
  agreement: Agreement
  step: string
}

/** @throws Refusal `sign_in_first` for the public; `not_found` for everyone who may not see it, as if it did not exist */
export async function seeAgreement(db: Db, visitor: Visitor | null, id: string): Promise<SeenAgreement> {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  const agreement = isId(id) ? await findAgreement(db, id) : undefined
  const seen = agreement && (await seenBy(db, visitor, agreement))
  if (!agreement || !seen) throw new Refusal('not_found', {}, 404)
  const [us, partner] = await Promise.all([ourInstitution(db), findInstitution(db, agreement.partner)])
  return { visitor: seen, agreement, us, partner: partner!, wrote: await wroteOrProposed(db, visitor, agreement) }
}

/**
 * Somebody as far as they see this agreement. Whoever holds a role for a part it belongs to reads it as the office does; roles for other
 * parts are left out, so that no sentence after this one can take them for more.
 */
async function seenBy(db: Db, visitor: Visitor, agreement: Agreement): Promise<Visitor | undefined> {
  if (maySeeAgreements(visitor) && !visitor.roles.some(({ limit }) => limit)) return visitor
  const is = await reachedAs(db, agreement)
  const roles: Role[] = []
  for (const role of visitor.roles)
    if (!role.limit || within(await reachOf(db, { ...visitor, roles: [role] }), is)) roles.push(role)
  if (maySeeAgreements(visitor)) return { ...visitor, roles }
  if (roles.some(({ limit }) => limit)) return { ...visitor, roles: [...roles, { name: 'reader', scope: '' }] }
  return (await isConcerned(db, visitor, agreement)) ? { ...visitor, roles } : undefined
}

/** Whether `seeAgreement` would show it: for links to it. */
export const maySeeAgreement = async (db: Db, visitor: Visitor, agreement: Agreement): Promise<boolean> =>
  (await seenBy(db, visitor, agreement)) !== undefined

/** As `holdAgreement`, or by an officer of a part while it waits for the office. @throws Refusal `officers_only`, `office_goes_on` */
export async function holdDraft(db: Db, visitor: Visitor | null, id: string): Promise<OfficersAgreement> {
  const { agreement, visitor: officer } = await seeAgreement(db, visitor, id)
  requireWriter(officer, agreement)
  return { officer, agreement }
}

/** @throws Refusal `office_goes_on` for an officer of a part once it no longer waits, `officers_only` for everybody else */
export function requireWriter(visitor: Visitor, agreement: Agreement): void {
  if (isOfficer(visitor) || managesHere(visitor, agreement)) return
  refuse(limitsOf(visitor, ['officer']).length > 0 ? 'office_goes_on' : 'officers_only', {}, 403)
}

export async function holdAgreement(db: Db, visitor: Visitor | null, id: string): Promise<OfficersAgreement> {
  const { agreement, visitor: officer } = await seeAgreement(db, visitor, id)
  if (!isOfficer(officer)) refuse('officers_only', {}, 403)
  return { officer, agreement }
}

/** @throws Refusal `approvers_only` for whoever holds the step neither themselves nor in somebody's place today */
export async function holdForApproval(
  db: Db,
  visitor: Visitor | null,
  { id, step, configured, now }: { id: string; step: string; configured: string[]; now: Temporal.Instant },
): Promise<ApproversAgreement> {
  const { agreement, visitor: approver } = await seeAgreement(db, visitor, id)
  const rights = await approvalRights(db, approver, agreement, { configured, now })
  const found = rights.route.steps.find(({ key }) => key === step)
  const duties = approver.roles.filter(({ name }) => name === 'approver').map(({ scope }) => scope)
  const acting = found && actingFor({ account: approver.account.id, duties }, rights.represented, found, [])
  if (!acting) refuse('approvers_only', {}, 403)
  return { approver, agreement, step }
}

/** An officer about to start a new agreement. */
export function requireOfficer(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!isOfficer(visitor)) refuse('officers_only', {}, 403)
  return visitor
}

async function wroteOrProposed(db: Db, { account }: Visitor, agreement: Agreement): Promise<boolean> {
  return (await barredFrom(db, agreement)).includes(account.id)
}

/** Whoever signs, whom our way of approval names, and who stands in for others: whatever else they are. */
async function isConcerned(db: Db, visitor: Visitor, agreement: Agreement): Promise<boolean> {
  const { id } = visitor.account
  if (await isSignatory(db, visitor, agreement)) return true
  return agreement.frozen !== null && ((await isNamedIn(db, agreement.id, id)) || (await isStandIn(db, id)))
}

async function isSignatory(db: Db, visitor: Visitor, agreement: Agreement): Promise<boolean> {
  return (
    holds(visitor, 'signatory') && (await signatories(db, agreement.id)).some((s) => s.account === visitor.account.id)
  )
}
