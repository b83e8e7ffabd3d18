/** What one node did not accept from the other in signing, as the journal keeps it. */
import { sql } from 'kysely'
import type { Side } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'

export interface Refused {
  what: 'consent' | 'signature'
  seat: string
  /** Whose node refused: `theirs` did not accept ours, or ours did not accept theirs. */
  by: Side
  at: Temporal.Instant
  reason: string
  problems: string[]
}

interface Noted {
  act: string
  at: Temporal.Instant
  detail: { seat: string; reason?: string; problems?: string[]; again?: number }
}

const refusals: Record<string, Pick<Refused, 'what' | 'by'>> = {
  'signing.consent_refused': { what: 'consent', by: 'theirs' },
  'signing.refused_consent': { what: 'consent', by: 'ours' },
  'signing.signature_refused': { what: 'signature', by: 'theirs' },
  'signing.refused_signature': { what: 'signature', by: 'ours' },
}
/** What settles an earlier refusal of the same seat: given anew, or offered once more. */
const settles: Record<string, Refused['what']> = {
  'signing.consented': 'consent',
  'signing.signed': 'signature',
  'signing.signature_offered': 'signature',
}

/** Refusals of a session that nothing has settled since. */
export async function refusedOf(db: Db, session: { id: string; agreement: string }): Promise<Refused[]> {
  const open = new Map<string, Refused>()
  const offered = new Map<string, number>()
  for (const { act, at, detail } of await notedOf(db, session)) {
    const { seat, reason = '', problems = [], again = 0 } = detail
    const what = settles[act] ?? refusals[act]!.what
    const key = `${what} ${seat}`
    if (act === 'signing.signature_offered') offered.set(seat, again)
    if (settles[act]) open.delete(key)
    // The answer to an earlier offer may be heard once more after a later one.
    else if (again >= (offered.get(seat) ?? 0)) open.set(key, { ...refusals[act]!, seat, at, reason, problems })
  }
  return [...open.values()]
}

/** How often our signature for a seat was offered again after the partner's node had refused it. */
export async function timesOffered(db: Db, session: { id: string; agreement: string }, seat: string): Promise<number> {
  const noted = await notedOf(db, session)
  return noted.filter((n) => n.act === 'signing.signature_offered' && n.detail.seat === seat).length
}

async function notedOf(db: Db, { id, agreement }: { id: string; agreement: string }): Promise<Noted[]> {
  const rows = await aboutAgreement(db, agreement)
    .select(['act', 'at', 'detail'])
    .where('act', 'in', [...Object.keys(refusals), ...Object.keys(settles)])
    .where(sql<string>`detail->>'session'`, '=', id)
    .orderBy('id')
    .execute()
  return rows as Noted[]
}

/** Sessions of the partner's that we refused to open: there will never be one here by that id. */
export async function refusedOpenings(db: Db, agreement: string): Promise<{ session: string; attempt: number }[]> {
  const rows = await aboutAgreement(db, agreement)
    .select('detail')
    .where('act', '=', 'signing.refused_open')
    .orderBy('id')
    .execute()
  return rows.map(({ detail }) => detail as { session: string; attempt: number })
}

const aboutAgreement = (db: Db, id: string) =>
  db.selectFrom('journal').where('subject_kind', '=', 'agreement').where('subject_id', '=', id)
