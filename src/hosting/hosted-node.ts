/** A node we run for a partner that has none: its lifecycle, its name, and what may not be. Rules only. */
import { refuser } from '#src/platform/refusal.ts'

export const hostedStates = ['running', 'ended', 'handed_over', 'moved'] as const
export type HostedState = (typeof hostedStates)[number]

export interface HostedNode {
  /** ROR id of the partner. */
  institution: string
  /** First part of its host name. */
  label: string
  database: string
  state: HostedState
  startedAt: Temporal.Instant
  changedAt: Temporal.Instant
  changedBy: string
  reason: string
}

export type HostingAct = 'start' | 'end' | 'resume' | 'hand_over' | 'take_back' | 'accept_move'
export type HostingWho = 'officer' | 'command' | 'administrator'

interface Row {
  from: HostedState | 'none'
  act: HostingAct
  who: HostingWho
  to: HostedState
}

/** `hand_over`: `chirograph hand-over` has packed it; `accept_move`: its new address was compared and believed. */
export const hostingLifecycle: Row[] = [
  { from: 'none', act: 'start', who: 'officer', to: 'running' },
  { from: 'running', act: 'end', who: 'officer', to: 'ended' },
  { from: 'ended', act: 'resume', who: 'officer', to: 'running' },
  { from: 'running', act: 'hand_over', who: 'command', to: 'handed_over' },
  { from: 'handed_over', act: 'take_back', who: 'officer', to: 'running' },
  { from: 'handed_over', act: 'accept_move', who: 'administrator', to: 'moved' },
]

export type HostingRefusal =
  | 'officers_host'
  | 'hosting_not_set_up'
  | 'partner_has_a_node'
  | 'partner_is_ourselves'
  | 'label_not_a_name'
  | 'label_taken'
  | 'too_many_hosted'
  | 'too_many_guests'
  | 'hosting_does_not_allow'
  | 'hosted_node_not_up'
  | 'guest_needs_a_role'
  | 'guest_works_here'
  | 'no_such_guest'
  | 'parcel_not_a_node'
  | 'parcel_of_another'
  | 'parcel_of_another_version'
  | 'database_not_empty'
export const refuseHosting = refuser<HostingRefusal>()

/** @throws Refusal `hosting_does_not_allow` */
export function moveHosting(from: HostedState | 'none', act: HostingAct): HostedState {
  const row = hostingLifecycle.find((r) => r.from === from && r.act === act)
  return row ? row.to : refuseHosting('hosting_does_not_allow', { act, state: from })
}

/** What an officer may do with it now. */
export const officersActs = (state: HostedState): HostingAct[] =>
  hostingLifecycle.filter((r) => r.from === state && r.who === 'officer').map((r) => r.act)

/** Each holds a few database connections and does timed work of its own. */
export const mostHosted = 12
/** People invited for one partner. */
export const mostGuests = 50

const labelShape = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/

/** The first part of a host name, in small letters. @throws Refusal `label_not_a_name` */
export function readLabel(typed: string): string {
  const label = typed.trim().toLowerCase()
  return labelShape.test(label) ? label : refuseHosting('label_not_a_name', {}, 422)
}

/** A host name to start from: the short English name in letters a host name may have. */
export function suggestLabel(short: string): string {
  const plain = short
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return (
    plain
      .replaceAll(/^[-0-9]+|-+$/g, '')
      .slice(0, 30)
      .replace(/-+$/, '') || 'partner'
  )
}

export const addressOf = (pattern: string, label: string): string => pattern.replace('*', label)
