/** SQL of how public agreements end: what the register says, and what was concluded in their place. */
import type { Db } from '#src/platform/database/tables.ts'
import type { PublicEnd } from './public-standing.ts'
import './entry-tables.ts'
import './tables.ts'

const open: PublicEnd = { endsOn: null, terminatedOn: null, successor: null }

/** @param hidden what may not be named: an agreement whose successor is hidden has none for the public */
export async function publicEnds(
  db: Db,
  ids: string[],
  hidden: (ids: string[]) => Promise<Set<string>>,
): Promise<(id: string) => PublicEnd> {
  if (ids.length === 0) return () => open
  const days = await db
    .selectFrom('agreement_entry')
    .select(['agreement', 'ends_on', 'terminated_on'])
    .where('agreement', 'in', ids)
    .execute()
  const after = await db
    .selectFrom('agreement')
    .innerJoin('agreement_version as v', (join) =>
      join.onRef('v.agreement', '=', 'agreement.id').onRef('v.number', '=', 'agreement.version'),
    )
    .select(['agreement.id', 'follows', 'follows_how', 'concluded_at', 'v.text'])
    .where('follows', 'in', ids)
    .where('state', '=', 'concluded')
    .execute()
  const secret = await hidden(after.map(({ id }) => id))
  return (id) => {
    const entry = days.find(({ agreement }) => agreement === id)
    const next = after.find((one) => one.follows === id && !secret.has(one.id))
    const successor = next && {
      id: next.id,
      how: next.follows_how!,
      title: next.text.title,
      // A CHECK constraint holds this together with the state.
      concludedAt: next.concluded_at!,
    }
    return {
      endsOn: entry?.ends_on ?? null,
      terminatedOn: entry?.terminated_on ?? null,
      successor: successor ?? null,
    }
  }
}
