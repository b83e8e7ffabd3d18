/** SQL of agreements signed in ink. */
import type { ColumnType } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Paper, PaperDetails, PaperOriginal, PaperSide } from './paper-signing.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    paper_original: {
      entry: string
      side: PaperSide
      signer_latin: string
      signer_native: string
      title_en: string
      title_zh: string
      signed_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      place: string
      sealed: boolean
      witness: string
      scan: string | null
      entered_by: string
      by_name: string
      at: Temporal.Instant
      revision: number
    }
    paper_check: { entry: string; checked_by: string; by_name: string; at: Temporal.Instant }
  }
}

/** Both originals as far as they are written down, and the check. */
export async function paperOf(db: Db, entry: string): Promise<Paper> {
  const rows = await db.selectFrom('paper_original').selectAll().where('entry', '=', entry).execute()
  const check = await db.selectFrom('paper_check').selectAll().where('entry', '=', entry).executeTakeFirst()
  const originals = rows.map((r): [PaperSide, PaperOriginal] => [
    r.side,
    {
      ...{ side: r.side, latin: r.signer_latin, native: r.signer_native, titleEn: r.title_en, titleZh: r.title_zh },
      ...{ signedOn: r.signed_on?.toString() ?? null, place: r.place, sealed: r.sealed, witness: r.witness },
      ...{ scan: r.scan, enteredBy: r.entered_by, byName: r.by_name, revision: r.revision },
    },
  ])
  return {
    originals: Object.fromEntries(originals),
    check: check ? { by: check.checked_by, byName: check.by_name, at: check.at } : null,
  }
}

export interface SavedOriginal {
  entry: string
  side: PaperSide
  details: PaperDetails
  scan: string | null
  by: { id: string; name: string }
  at: Temporal.Instant
  revision: number
}

export async function saveOriginal(tx: Tx, o: SavedOriginal): Promise<void> {
  const { details: d } = o
  const row = {
    ...{ signer_latin: d.latin, signer_native: d.native, title_en: d.titleEn, title_zh: d.titleZh },
    ...{ signed_on: d.signedOn, place: d.place, sealed: d.sealed, witness: d.witness, scan: o.scan },
    ...{ entered_by: o.by.id, by_name: o.by.name, at: o.at, revision: o.revision },
  }
  await tx
    .insertInto('paper_original')
    .values({ entry: o.entry, side: o.side, ...row })
    .onConflict((c) => c.columns(['entry', 'side']).doUpdateSet(row))
    .execute()
}

export async function saveCheck(
  tx: Tx,
  entry: string,
  by: { id: string; name: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.insertInto('paper_check').values({ entry, checked_by: by.id, by_name: by.name, at }).execute()
}

/** The file of an entry with these bytes. */
export async function fileOfEntry(db: Db, entry: string, sha256: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('agreement_entry_file')
    .select('id')
    .where('entry', '=', entry)
    .where('file', '=', sha256)
    .executeTakeFirst()
  return row?.id
}
