/** SQL of what is public of an agreement: the office's decisions, and what anyone may read. */

import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { type Extent, extentOf, type Publicity } from './publicity.ts'
import './tables.ts'
import type { AgreementText, Bilingual, Seat } from './text.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_publicity: PublicityTable
  }
}

interface PublicityTable {
  agreement: string
  extent: Extent
  reason: string
  by_name: string
  at: Temporal.Instant
}

/** The decision that holds; undefined where none was made. */
export async function publicityOf(db: Db, agreement: string): Promise<Publicity | undefined> {
  const row = await db
    .selectFrom('agreement_publicity')
    .select(['extent', 'reason', 'by_name', 'at'])
    .where('agreement', '=', agreement)
    .orderBy(sql`id`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { extent: row.extent, reason: row.reason, byName: row.by_name, at: row.at }
}

export async function insertPublicity(tx: Tx, agreement: string, p: Publicity): Promise<void> {
  await tx
    .insertInto('agreement_publicity')
    .values({ agreement, extent: p.extent, reason: p.reason, by_name: p.byName, at: p.at })
    .execute()
}

/** A concluded agreement as the public sees it. */
export interface PublicAgreement {
  id: string
  partner: string
  kind: 'key' | 'general'
  demonstration: boolean
  title: Bilingual
  concludedAt: Temporal.Instant
  /** In the order of the text. */
  parties: { ror: string; name: Bilingual; type: Bilingual }[]
  textHash: string
  documentHash: string
  /** Who signed; only where the signed document itself is public. */
  seats: Seat[] | null
}

/** Every agreement the public may know of, the latest first. */
export async function publicAgreements(
  db: Db,
  asked: { partner?: string; id?: string } = {},
): Promise<PublicAgreement[]> {
  let query = db
    .selectFrom('agreement')
    .innerJoin('agreement_version as v', (join) =>
      join.onRef('v.agreement', '=', 'agreement.id').onRef('v.number', '=', 'agreement.version'),
    )
    .select(['agreement.id', 'partner', 'kind', 'demonstration', 'concluded_at', 'v.text'])
    .select(['frozen_text_hash', 'frozen_document_hash'])
    .where('state', '=', 'concluded')
    .orderBy('concluded_at', 'desc')
  if (asked.partner) query = query.where('partner', '=', asked.partner)
  if (asked.id) query = query.where('agreement.id', '=', asked.id)
  const rows = await query.execute()
  const ids = rows.map(({ id }) => id)
  const [decided, called] = [await decisions(db, ids), await typesOf(db, ids)]
  return rows.flatMap((row) => {
    const extent = decided.get(row.id) ?? extentOf(undefined)
    return extent === 'hidden' ? [] : [toPublic(row, extent, called)]
  })
}

/** The decision that holds for each agreement that has one. */
async function decisions(db: Db, ids: string[]): Promise<Map<string, Extent>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agreement_publicity')
    .select(['agreement', 'extent'])
    .where('agreement', 'in', ids)
    .orderBy(sql`id`)
    .execute()
  return new Map(rows.map(({ agreement, extent }) => [agreement, extent]))
}

/** What each side calls these agreements; reference numbers stay in the offices. */
async function typesOf(db: Db, ids: string[]): Promise<Types> {
  if (ids.length === 0) return []
  return db
    .selectFrom('agreement_label')
    .select(['agreement', 'side', 'type_en as en', 'type_zh as zh'])
    .where('agreement', 'in', ids)
    .execute()
}

type Types = { agreement: string; side: 'ours' | 'theirs'; en: string; zh: string }[]

/** @returns undefined where there is none of that id, where it is not concluded, and where it is hidden */
export async function findPublicAgreement(db: Db, id: string): Promise<PublicAgreement | undefined> {
  if (!isId(id)) return undefined
  return (await publicAgreements(db, { id }))[0]
}

interface Row {
  id: string
  partner: string
  kind: 'key' | 'general'
  demonstration: boolean
  concluded_at: Temporal.Instant | null
  text: AgreementText
  frozen_text_hash: string | null
  frozen_document_hash: string | null
}

function toPublic(row: Row, extent: Extent, called: Types): PublicAgreement {
  const typeOf = (ror: string) => {
    const side = ror === row.partner ? 'theirs' : 'ours'
    const found = called.find((one) => one.agreement === row.id && one.side === side)
    return { en: found?.en ?? '', zh: found?.zh ?? '' }
  }
  return {
    id: row.id,
    partner: row.partner,
    kind: row.kind,
    demonstration: row.demonstration,
    title: row.text.title,
    // A CHECK constraint holds these three together with the state.
    concludedAt: row.concluded_at!,
    textHash: row.frozen_text_hash!,
    documentHash: row.frozen_document_hash!,
    parties: row.text.parties.map(({ ror, name }) => ({ ror, name, type: typeOf(ror) })),
    seats: extent === 'document' ? row.text.seats.toSorted((a, b) => a.order - b.order) : null,
  }
}
