/** An agreement between our institution and a partner's: its states, whose turn it is, and the rules of moving on. */
import { refuser } from '#src/platform/refusal.ts'

export type Side = 'ours' | 'theirs'
export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours')

export const agreementStates = [
  'drafting',
  'negotiating',
  'frozen',
  'approved',
  'signing',
  'signed',
  'concluded',
] as const
export type AgreementState = (typeof agreementStates)[number]

export interface Agreement {
  id: string
  partner: string
  /** Concluding a `key` agreement makes the partner a key partner; a `general` one changes nothing of the partnership. */
  kind: 'key' | 'general'
  demonstration: boolean
  state: AgreementState
  /** Who has the pen: only that side can send a next version. */
  turn: Side
  turnSince: Temporal.Instant
  /** The latest version both sides hold; 0 before the first is sent. */
  version: number
  /** How often freezing began anew; tells an old proposal to freeze from one of today. */
  round: number
  frozen: { textHash: string; documentHash: string; at: Temporal.Instant } | null
  concludedAt: Temporal.Instant | null
}

export type AgreementAct =
  | 'edit'
  | 'send_version'
  | 'receive_version'
  | 'comment'
  | 'label'
  | 'propose_freeze'
  | 'freeze'
  | 'reopen'
  | 'approve'
  | 'reject'
  | 'clear_approvals'
  | 'complete_approvals'
  | 'open_signing'
  | 'end_signing'
  | 'complete_signatures'
  | 'conclude'

/** `who`: an officer or approver of this node, the partner's node, or what follows by itself from both sides' acts. */
export interface AgreementRow {
  from: AgreementState
  act: AgreementAct
  who: 'officer' | 'approver' | 'partner' | 'both_sides'
  /** `our_turn`: only while we have the pen. */
  guard?: 'our_turn' | 'their_turn'
  to: AgreementState
}

const row = (
  from: AgreementState,
  act: AgreementAct,
  who: AgreementRow['who'],
  to: AgreementState,
  guard?: AgreementRow['guard'],
): AgreementRow => ({ from, act, who, to, ...(guard && { guard }) })

/** The whole lifecycle. The buttons, the tests and the diagram in the README come from these rows. */
export const agreementLifecycle: AgreementRow[] = [
  row('drafting', 'edit', 'officer', 'drafting', 'our_turn'),
  row('drafting', 'send_version', 'officer', 'negotiating', 'our_turn'),
  row('negotiating', 'edit', 'officer', 'negotiating', 'our_turn'),
  row('negotiating', 'send_version', 'officer', 'negotiating', 'our_turn'),
  row('negotiating', 'receive_version', 'partner', 'negotiating', 'their_turn'),
  row('frozen', 'receive_version', 'partner', 'negotiating', 'their_turn'),
  row('approved', 'receive_version', 'partner', 'negotiating', 'their_turn'),
  row('drafting', 'label', 'officer', 'drafting'),
  row('negotiating', 'label', 'officer', 'negotiating'),
  row('frozen', 'label', 'officer', 'frozen'),
  row('approved', 'label', 'officer', 'approved'),
  row('drafting', 'comment', 'officer', 'drafting'),
  row('negotiating', 'comment', 'officer', 'negotiating'),
  row('frozen', 'comment', 'officer', 'frozen'),
  row('approved', 'comment', 'officer', 'approved'),
  row('negotiating', 'propose_freeze', 'officer', 'negotiating'),
  row('negotiating', 'freeze', 'both_sides', 'frozen'),
  row('negotiating', 'reopen', 'officer', 'negotiating'),
  row('frozen', 'reopen', 'officer', 'negotiating'),
  row('approved', 'reopen', 'officer', 'negotiating'),
  row('frozen', 'approve', 'approver', 'frozen'),
  row('frozen', 'reject', 'approver', 'negotiating'),
  row('frozen', 'clear_approvals', 'both_sides', 'frozen'),
  row('approved', 'clear_approvals', 'both_sides', 'frozen'),
  row('frozen', 'complete_approvals', 'both_sides', 'approved'),
  row('approved', 'open_signing', 'officer', 'signing'),
  row('signing', 'end_signing', 'both_sides', 'approved'),
  row('signing', 'conclude', 'both_sides', 'concluded'),
  row('signing', 'complete_signatures', 'both_sides', 'signed'),
  row('signed', 'conclude', 'both_sides', 'concluded'),
]

export type AgreementRefusal =
  | 'agreement_does_not_allow'
  | 'not_your_turn'
  | 'officers_only'
  | 'office_goes_on'
  | 'outside_your_part'
  | 'approvers_only'
  | 'drafter_may_not_approve'
  | 'already_approved'
  | 'not_your_step'
  | 'may_not_sign'
  | 'class_malformed'
  | 'draft_changed_meanwhile'
  | 'label_changed_meanwhile'
  | 'nothing_changed'
  | 'draft_not_sent'
  | 'text_incomplete'
  | 'text_malformed'
  | 'already_proposed'
  | 'nothing_to_reopen'
  | 'reason_missing'
  | 'comment_empty'
  | 'copies_differ'
  | 'documents_differ'
  | 'verify_address_differs'
  | 'document_not_there'
  | 'document_declares_otherwise'
  | 'seats_differ'
  | 'version_superseded'
  | 'round_superseded'
  | 'not_the_partner'
  | 'signatory_unknown'
  | 'partner_not_paired'
  | 'approvals_missing'
  | 'passkeys_changed'
  | 'publicity_reason_missing'
  | 'predecessor_differs'
  | 'predecessor_superseded'
  | 'another_successor_signing'
  | 'nothing_to_follow'
  | 'no_notice_in_text'
  | 'termination_not_open'
  | 'termination_date_wrong'
  | 'termination_too_old'
  | 'termination_not_valid'
  | 'signatories_only'

export const refuse = refuser<AgreementRefusal>()

/**
 * The state an act leads to.
 * @throws Refusal `not_your_turn` where the other side has the pen, `agreement_does_not_allow` where the state has no such act
 */
export function move(agreement: Agreement, act: AgreementAct): AgreementState {
  const found = agreementLifecycle.find((r) => r.from === agreement.state && r.act === act)
  if (!found) return refuse('agreement_does_not_allow', { state: agreement.state, act })
  if (!guardHolds(agreement, found)) return refuse('not_your_turn', { turn: agreement.turn })
  return found.to
}

/** Whether the act is open in this state and turn. Pages show a button exactly then. */
export function allows(agreement: Agreement, act: AgreementAct): boolean {
  return agreementLifecycle.some((r) => r.from === agreement.state && r.act === act && guardHolds(agreement, r))
}

/** Who signs for a seat of ours can be chosen until the text is frozen. */
export const signatoriesOpen = ({ state }: Agreement): boolean => state === 'drafting' || state === 'negotiating'

/** There is something of ours to take back: a frozen text, or our own proposal to freeze. */
export function canReopen(agreement: Agreement, freezes: Freeze[]): boolean {
  return allows(agreement, 'reopen') && (agreement.state !== 'negotiating' || freezes.some((f) => f.side === 'ours'))
}

function guardHolds(agreement: Agreement, { guard }: AgreementRow): boolean {
  if (guard === 'our_turn') return agreement.turn === 'ours'
  if (guard === 'their_turn') return agreement.turn === 'theirs'
  return true
}

export interface Freeze {
  side: Side
  textHash: string
  documentHash: string
  byName: string
  at: Temporal.Instant
}

/**
 * Where freezing stands: `frozen` once both sides proposed the same text and the same document;
 * otherwise whose document is the base (the first proposer's; the first party's where both proposed at once).
 */
export function freezing(freezes: Freeze[], weAreFirstParty: boolean): { frozen: boolean; base: Side | null } {
  const [ours, theirs] = [freezes.find((f) => f.side === 'ours'), freezes.find((f) => f.side === 'theirs')]
  if (!ours || !theirs) return { frozen: false, base: ours ? 'ours' : theirs ? 'theirs' : null }
  const same = ours.textHash === theirs.textHash && ours.documentHash === theirs.documentHash
  return { frozen: same, base: weAreFirstParty ? 'ours' : 'theirs' }
}
