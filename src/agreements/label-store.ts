/** SQL of what each side calls an agreement. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Side } from './agreement.ts'
import type { LabelTable } from './tables.ts'
import './tables.ts'

export interface Label {
  title: { en: string; zh: string }
  type: { en: string; zh: string }
  reference: string
}

export const emptyLabel: Label = { title: { en: '', zh: '' }, type: { en: '', zh: '' }, reference: '' }

/** What each side calls the agreement: title, type, reference number. */
export async function labels(db: Db, agreement: string): Promise<Partial<Record<Side, Label>>> {
  const rows = await db.selectFrom('agreement_label').selectAll().where('agreement', '=', agreement).execute()
  return Object.fromEntries(rows.map((r) => [r.side, toLabel(r)]))
}

export async function saveLabel(tx: Tx, agreement: string, side: Side, label: Label): Promise<void> {
  const row = {
    title_en: label.title.en,
    title_zh: label.title.zh,
    type_en: label.type.en,
    type_zh: label.type.zh,
    reference: label.reference,
  }
  await tx
    .insertInto('agreement_label')
    .values({ agreement, side, ...row })
    .onConflict((c) => c.columns(['agreement', 'side']).doUpdateSet(row))
    .execute()
}

const toLabel = (r: LabelTable): Label => ({
  title: { en: r.title_en, zh: r.title_zh },
  type: { en: r.type_en, zh: r.type_zh },
  reference: r.reference,
})
