/** Who reads the whole journal, and what anybody may do: as sentences. */
import { holds, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'

/** Auditors and administrators. */
export const mayReadJournal = (visitor: Visitor | null): boolean =>
  holds(visitor, 'auditor') || holds(visitor, 'administrator')

/** @throws Refusal `sign_in_first` for the public, `not_found` for everybody else, as if there were none */
export function requireJournalReader(visitor: Visitor | null): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!mayReadJournal(visitor)) throw new Refusal('not_found', {}, 404)
  return visitor
}
