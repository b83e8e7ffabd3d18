/** SQL of what our office writes for those who speak. Nothing of it is ever sent. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './around-tables.ts'
import type { Bilingual } from './plan.ts'

/** For one guest, ours or theirs: talking points, and who they are. */
export interface Briefing {
  points: Bilingual
  life: Bilingual
  /** 0: nothing written yet. */
  version: number
}

/** For every pack of a ceremony: what binds the two universities, and what is proposed. */
export interface Background {
  ties: Bilingual
  proposed: Bilingual
  version: number
}

const none = { en: '', zh: '' }
export const noBriefing: Briefing = { points: none, life: none, version: 0 }

/** By guest; whoever nobody wrote about is not among them. */
export async function briefingsOf(db: Db, ceremony: string): Promise<Record<string, Briefing>> {
  const rows = await db.selectFrom('ceremony_briefing').selectAll().where('ceremony', '=', ceremony).execute()
  return Object.fromEntries(
    rows.map((r) => [
      r.guest,
      { points: { en: r.points_en, zh: r.points_zh }, life: { en: r.life_en, zh: r.life_zh }, version: r.version },
    ]),
  )
}

/** Empty, as version 0, where nothing was written. */
export async function backgroundOf(db: Db, ceremony: string): Promise<Background> {
  const r = await db.selectFrom('ceremony_background').selectAll().where('ceremony', '=', ceremony).executeTakeFirst()
  if (!r) return { ties: none, proposed: none, version: 0 }
  return {
    ties: { en: r.ties_en, zh: r.ties_zh },
    proposed: { en: r.proposed_en, zh: r.proposed_zh },
    version: r.version,
  }
}

/** The caller holds the ceremony and has counted the version. */
export async function saveBriefingRow(tx: Tx, ceremony: string, guest: string, { points, life, version }: Briefing) {
  const row = { points_en: points.en, points_zh: points.zh, life_en: life.en, life_zh: life.zh, version }
  await tx
    .insertInto('ceremony_briefing')
    .values({ ceremony, guest, ...row })
    .onConflict((c) => c.columns(['ceremony', 'guest']).doUpdateSet(row))
    .execute()
}

/** The caller holds the ceremony and has counted the version. */
export async function saveBackgroundRow(tx: Tx, ceremony: string, { ties, proposed, version }: Background) {
  const row = { ties_en: ties.en, ties_zh: ties.zh, proposed_en: proposed.en, proposed_zh: proposed.zh, version }
  await tx
    .insertInto('ceremony_background')
    .values({ ceremony, ...row })
    .onConflict((c) => c.column('ceremony').doUpdateSet(row))
    .execute()
}
