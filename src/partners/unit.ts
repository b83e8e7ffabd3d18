/** Units of a university as a tree, and pairings of ours with a partner's. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'

export interface UnitNode {
  id: string
  parent: string | null
}

/** The units in the order of the tree, each with its depth; one whose parent is not among them stands at the top. */
export function inTree<U extends UnitNode>(units: U[]): { unit: U; depth: number }[] {
  const known = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parent }) => (parent && known.has(parent) ? parent : ''))
  const walk = (parent: string, depth: number): { unit: U; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk('', 0)
}

/** The unit and all under it. */
export function under(units: UnitNode[], id: string): Set<string> {
  const found = new Set([id])
  const below = Map.groupBy(units, ({ parent }) => parent)
  const open = [id]
  for (let at = open.pop(); at; at = open.pop())
    for (const { id: child } of below.get(at) ?? []) {
      if (found.has(child)) continue
      found.add(child)
      open.push(child)
    }
  return found
}

/** @throws Refusal `unit_under_itself` where a unit would stand under itself or one of its own */
export function checkParent(units: UnitNode[], id: string, parent: string | null): void {
  if (parent && under(units, id).has(parent)) refuseUnit('unit_under_itself', {}, 422)
}

export const pairingStates = ['proposed', 'agreed', 'active', 'dormant', 'ended'] as const
export type PairingState = (typeof pairingStates)[number]
export type PairingAct = 'agree' | 'activate' | 'rest' | 'wake' | 'end'

export interface PairingRow {
  from: PairingState
  act: PairingAct
  /** `two_leads`: only with a lead on each side. */
  guard?: 'two_leads'
  to: PairingState
}

export const pairingLifecycle: PairingRow[] = [
  { from: 'proposed', act: 'agree', to: 'agreed' },
  { from: 'agreed', act: 'activate', guard: 'two_leads', to: 'active' },
  { from: 'active', act: 'rest', to: 'dormant' },
  { from: 'dormant', act: 'wake', guard: 'two_leads', to: 'active' },
  { from: 'proposed', act: 'end', to: 'ended' },
  { from: 'agreed', act: 'end', to: 'ended' },
  { from: 'active', act: 'end', to: 'ended' },
  { from: 'dormant', act: 'end', to: 'ended' },
]

export interface Pairing {
  state: PairingState
  ourLead: string | null
  theirLead: string | null
}

/** What an officer may do with a pairing now: the buttons. */
export const pairingActs = (pairing: Pairing): PairingAct[] =>
  pairingLifecycle.flatMap(({ from, act, guard }) =>
    from === pairing.state && (!guard || hasTwoLeads(pairing)) ? act : [],
  )

const hasTwoLeads = ({ ourLead, theirLead }: Pairing) => ourLead !== null && theirLead !== null

/** @throws Refusal `pairing_does_not_allow`, `pairing_needs_two_leads` */
export function movePairing(pairing: Pairing, act: PairingAct): PairingState {
  const row = pairingLifecycle.find((r) => r.from === pairing.state && r.act === act)
  if (!row) return refuseUnit('pairing_does_not_allow', { state: pairing.state, act })
  if (row.guard && !hasTwoLeads(pairing)) return refuseUnit('pairing_needs_two_leads', {}, 422)
  return row.to
}

export type UnitRefusal =
  | 'pairing_lead_unknown'
  | 'unit_name_missing'
  | 'unit_under_itself'
  | 'unit_not_in_tree'
  | 'unit_unknown'
  | 'unit_date_wrong'
  | 'unit_changed_meanwhile'
  | 'units_line_unreadable'
  | 'pairing_does_not_allow'
  | 'pairing_needs_two_leads'
  | 'pairing_needs_both_units'
  | 'pairing_already'
  | 'pairing_reason_missing'
export const refuseUnit = refuser<UnitRefusal>()
