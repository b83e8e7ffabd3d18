/** Who may see, propose and confirm what happens to keys, as sentences. */
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refuseKeys } from './refusals.ts'

/** Administrators keep the keys: they see how they stand, propose, and confirm what another proposed. */
export const mayKeepKeys = (visitor: Visitor | null): boolean => holds(visitor, 'administrator')

/** @throws Refusal `sign_in_first` for the public, `key_keepers_only` for everyone else */
export function requireKeyKeeper(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayKeepKeys(visitor)) refuseKeys('key_keepers_only', {}, 403)
  return visitor
}
