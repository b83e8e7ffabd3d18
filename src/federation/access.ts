/** Who may pair this node with others. */
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusePeer } from './peer.ts'

/** Administrators pair and unpair nodes. */
export const mayPair = (visitor: Visitor | null): boolean => holds(visitor, 'administrator')

/** An administrator, proven. @throws Refusal `sign_in_first` for the public, `administrators_only` for everyone else */
export function requireAdministrator(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayPair(visitor)) refusePeer('administrators_only', {}, 403)
  return visitor
}
