/** The tie of two institutions: its states and what may move it from one to another. */
import { refuser } from '#src/platform/refusal.ts'

export const partnershipStates = [
  'prospect',
  'scoping',
  'approved_in_principle',
  'cooperating',
  'nominated_key',
  'key_partner',
  'under_review',
  'stepped_down',
  'ended',
] as const
export type PartnershipState = (typeof partnershipStates)[number]

export type PartnershipAct =
  | 'begin_scoping'
  | 'approve_in_principle'
  | 'begin_cooperation'
  | 'nominate'
  | 'withdraw_nomination'
  | 'begin_review'
  | 'approve_renewal'
  | 'step_down'
  | 'end'
  | 'take_up_again'
  | 'conclude_key_agreement'
  | 'key_agreement_ended'

export interface Partnership {
  id: string
  partner: string
  state: PartnershipState
  since: string
}

/** `who` is who may do it: an officer or an approver by hand, or only the signing and ending of agreements. */
export interface PartnershipRow {
  from: PartnershipState
  act: PartnershipAct
  who: 'officer' | 'approver' | 'signing'
  /** `evidence`: must say where it was decided. `another`: that, and only someone other than the one whose step led here. */
  guard?: 'another' | 'evidence'
  to: PartnershipState
}

const row = (
  from: PartnershipState,
  act: PartnershipAct,
  who: PartnershipRow['who'],
  to: PartnershipState,
  guard?: PartnershipRow['guard'],
): PartnershipRow => ({ from, act, who, to, ...(guard && { guard }) })

const signed = (from: PartnershipState) => row(from, 'conclude_key_agreement', 'signing', 'key_partner')
const over = (from: PartnershipState) => row(from, 'end', 'officer', 'ended', 'evidence')

/** Only a concluded key agreement, or a renewal approved after a review of one, leads to `key_partner`. */
export const partnershipLifecycle: PartnershipRow[] = [
  row('prospect', 'begin_scoping', 'officer', 'scoping'),
  row('scoping', 'approve_in_principle', 'officer', 'approved_in_principle', 'evidence'),
  row('approved_in_principle', 'begin_cooperation', 'officer', 'cooperating', 'evidence'),
  row('cooperating', 'nominate', 'officer', 'nominated_key'),
  row('nominated_key', 'withdraw_nomination', 'officer', 'cooperating'),
  row('key_partner', 'begin_review', 'officer', 'under_review'),
  row('under_review', 'approve_renewal', 'approver', 'key_partner', 'another'),
  row('under_review', 'step_down', 'officer', 'stepped_down', 'evidence'),
  row('stepped_down', 'nominate', 'officer', 'nominated_key'),
  row('ended', 'take_up_again', 'officer', 'scoping'),
  over('prospect'),
  over('scoping'),
  over('approved_in_principle'),
  over('cooperating'),
  over('under_review'),
  over('stepped_down'),
  row('key_partner', 'key_agreement_ended', 'signing', 'stepped_down'),
  row('under_review', 'key_agreement_ended', 'signing', 'stepped_down'),
  signed('prospect'),
  signed('scoping'),
  signed('approved_in_principle'),
  signed('cooperating'),
  signed('nominated_key'),
  signed('under_review'),
  signed('stepped_down'),
  // Both universities have signed: what an office had closed before does not stand in the way.
  signed('ended'),
  signed('key_partner'),
]

export type PartnershipRefusal =
  | 'partnership_does_not_allow'
  | 'reason_missing'
  | 'evidence_missing'
  | 'another_person_decides'
  | 'approvers_only'
  | 'no_such_partner'
  | 'officers_only'
  | 'already_partner'
  | 'not_active_institution'
  | 'name_missing'
  | 'zone_unknown'
export const refusePartnership = refuser<PartnershipRefusal>()

/** The state an act leads to. @throws Refusal `partnership_does_not_allow` where the lifecycle has no such row */
export function movePartnership(partnership: Partnership, act: PartnershipAct): PartnershipState {
  const row = partnershipLifecycle.find((r) => r.from === partnership.state && r.act === act)
  return row ? row.to : refusePartnership('partnership_does_not_allow', { state: partnership.state, act })
}

/** The acts a person may do; the others belong to signing. */
export type HandAct = Exclude<PartnershipAct, 'conclude_key_agreement' | 'key_agreement_ended'>

export interface HandRow extends PartnershipRow {
  act: HandAct
  who: 'officer' | 'approver'
}

const byHand = (r: PartnershipRow): r is HandRow => r.who !== 'signing'

/** Whoever may move a partnership by hand. */
export interface Mover {
  account: string
  officer: boolean
  approver: boolean
}

/**
 * What this person may do by hand in this state: the buttons of the page.
 * @param last the account whose step led to this state, where there is one
 */
export function handActs(partnership: Partnership, mover: Mover, last: string | null): HandRow[] {
  return partnershipLifecycle.filter(byHand).filter((r) => {
    if (r.from !== partnership.state || !mover[r.who]) return false
    return r.guard !== 'another' || (last !== null && last !== mover.account)
  })
}

/**
 * The row by which a person moves a partnership.
 * @throws Refusal `partnership_does_not_allow`, `officers_only`, `approvers_only`, `another_person_decides`, `evidence_missing`
 */
export function moveByHand(
  partnership: Partnership,
  step: { act: HandAct; evidence: string },
  mover: Mover,
  last: string | null,
): HandRow {
  const { act } = step
  const row = partnershipLifecycle.filter(byHand).find((r) => r.from === partnership.state && r.act === act)
  if (!row) return refusePartnership('partnership_does_not_allow', { state: partnership.state, act })
  if (!mover[row.who]) refusePartnership(row.who === 'officer' ? 'officers_only' : 'approvers_only', {}, 403)
  if (row.guard === 'another' && (last === null || last === mover.account)) {
    refusePartnership('another_person_decides', {}, 403)
  }
  if (row.guard && !step.evidence) refusePartnership('evidence_missing', {}, 422)
  return row
}
