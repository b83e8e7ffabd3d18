/** Who sees the house's procedures and who keeps them, as sentences. */
import { holds, type Visitor, worksHere } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refuse } from './refusals.ts'

/** Officers, approvers, administrators and readers see how agreements are made here. */
export const maySeeProcedures = (visitor: Visitor | null): visitor is Visitor => worksHere(visitor)

/** Administrators keep types, routes, duties, authority to sign and targets. */
export const mayKeepProcedures = (visitor: Visitor | null): boolean => holds(visitor, 'administrator')

/** An approver names somebody in their own place; an administrator in anybody's. */
export const mayNameStandIn = (visitor: Visitor | null, person: string): boolean =>
  mayKeepProcedures(visitor) || (holds(visitor, 'approver') && visitor?.account.id === person)

export function seeProcedures(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!maySeeProcedures(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}

export interface KeptProcedures {
  keeper: Visitor
}

/** @throws Refusal `keepers_only` for whoever may see but not keep them */
export function holdProcedures(visitor: Visitor | null): KeptProcedures {
  const keeper = seeProcedures(visitor)
  if (!mayKeepProcedures(keeper)) refuse('keepers_only', {}, 403)
  return { keeper }
}

/** Officers and administrators write templates and the library of clauses. */
export const mayWriteTexts = (visitor: Visitor | null): boolean =>
  holds(visitor, 'officer') || mayKeepProcedures(visitor)

export interface HeldTexts {
  writer: Visitor
}

/** @throws Refusal `writers_only` */
export function holdTexts(visitor: Visitor | null): HeldTexts {
  const writer = seeProcedures(visitor)
  if (!mayWriteTexts(writer)) refuse('writers_only', {}, 403)
  return { writer }
}

export interface HeldPlace {
  visitor: Visitor
  /** The account in whose place somebody is to act. */
  person: string
}

/** @throws Refusal `not_your_place` */
export function holdPlace(visitor: Visitor | null, person: string): HeldPlace {
  const seen = seeProcedures(visitor)
  if (!mayNameStandIn(seen, person)) refuse('not_your_place', {}, 403)
  return { visitor: seen, person }
}
