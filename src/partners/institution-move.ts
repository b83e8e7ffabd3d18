/** An institution the registry merged or withdrew moves to its successor: who may move where. Pure rules. */
import { refuser } from '#src/platform/refusal.ts'

export interface Candidate {
  ror: string
  status: 'active' | 'inactive' | 'withdrawn'
  /** Still living records that follow it, through successors of successors. */
  successors: string[]
  /** Its node, or the one we keep for it, is known by its id: only its own office changes that. */
  hasNode: boolean
}

export type MoveBar = 'still_active' | 'has_node' | 'no_successor'

/** Why it cannot be moved; null where it can. */
export function barOf({ status, successors, hasNode }: Candidate): MoveBar | null {
  if (status === 'active') return 'still_active'
  if (successors.length === 0) return 'no_successor'
  return hasNode ? 'has_node' : null
}

export type MoveRefusal =
  | 'institution_still_active'
  | 'institution_has_node'
  | 'institution_no_successor'
  | 'institution_moved_already'
export const refuseMove = refuser<MoveRefusal>()

/** @throws Refusal `institution_still_active`, `institution_has_node`, `institution_no_successor` */
export function checkMove(candidate: Candidate, to: string): void {
  const bar = barOf(candidate)
  if (bar) refuseMove(`institution_${bar}`)
  if (!candidate.successors.includes(to)) refuseMove('institution_no_successor', {}, 422)
}
