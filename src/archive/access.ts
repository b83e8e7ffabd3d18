/** Who looks at what is due, who proposes and who confirms, as sentences. */
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { findAct, type RetentionAct } from './act-store.ts'
import { refuseRetention } from './retention.ts'

/** Officers and administrators propose and confirm. */
export const mayForget = (visitor: Visitor | null): boolean =>
  holds(visitor, 'officer') || holds(visitor, 'administrator')

/** Administrators say how long things are kept. */
export const maySetRules = (visitor: Visitor | null): boolean => holds(visitor, 'administrator')

/** Auditors and administrators read the journal with what each act noted. */
export const readsJournal = (visitor: Visitor): boolean => holds(visitor, 'auditor') || holds(visitor, 'administrator')

/** Auditors look, and change nothing. */
export function requireRetentionReader(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayForget(visitor) && !holds(visitor, 'auditor')) throw new Refusal('not_found', {}, 404)
  return visitor
}

export function requireKeeper(visitor: Visitor | null): Visitor {
  const reader = requireRetentionReader(visitor)
  return mayForget(reader) ? reader : refuseRetention('retention_keepers_only', {}, 403)
}

export function requireRuler(visitor: Visitor | null): Visitor {
  const reader = requireRetentionReader(visitor)
  return maySetRules(reader) ? reader : refuseRetention('retention_keepers_only', {}, 403)
}

export interface KeepersAct {
  keeper: Visitor
  act: RetentionAct
}

/** @throws Refusal `not_found`, `retention_keepers_only` */
export async function holdAct(db: Db, visitor: Visitor | null, id: string): Promise<KeepersAct> {
  const keeper = requireKeeper(visitor)
  const act = isId(id) ? await findAct(db, id) : undefined
  if (!act) throw new Refusal('not_found', {}, 404)
  return { keeper, act }
}

/** Nobody confirms what they proposed. */
export const mayConfirm = ({ id }: Visitor['account'], act: RetentionAct): boolean =>
  act.state === 'proposed' && act.proposed_by !== id
