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

export type PartnershipAct = 'nominate' | 'withdraw_nomination' | 'conclude_key_agreement'

export interface Partnership {
  id: string
  partner: string
  state: PartnershipState
  since: string
}

/** `who` is who may do it: an officer by hand, or only the signing of an agreement. */
export interface PartnershipRow {
  from: PartnershipState
  act: PartnershipAct
  who: 'officer' | 'signing'
  to: PartnershipState
}

/** Only a concluded key agreement leads to `key_partner`; no officer can set it by hand. */
export const partnershipLifecycle: PartnershipRow[] = [
  { from: 'cooperating', act: 'nominate', who: 'officer', to: 'nominated_key' },
  { from: 'nominated_key', act: 'withdraw_nomination', who: 'officer', to: 'cooperating' },
  { from: 'prospect', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'scoping', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'approved_in_principle', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'cooperating', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'nominated_key', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'under_review', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'stepped_down', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
  { from: 'key_partner', act: 'conclude_key_agreement', who: 'signing', to: 'key_partner' },
]

export type PartnershipRefusal =
  | 'partnership_does_not_allow'
  | 'reason_missing'
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

/** The acts an officer may do by hand in this state: the buttons of the page. */
export function officerActs(partnership: Partnership): OfficerAct[] {
  return partnershipLifecycle.flatMap((r) => (r.from === partnership.state && isOfficerAct(r.act) ? r.act : []))
}

/** The acts a person may do; the remaining one belongs to signing. */
export type OfficerAct = Exclude<PartnershipAct, 'conclude_key_agreement'>

const isOfficerAct = (act: PartnershipAct): act is OfficerAct => act !== 'conclude_key_agreement'
