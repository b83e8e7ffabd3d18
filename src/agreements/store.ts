/** SQL of agreements as they stand, and of what happened to them. Drafts, versions, labels, comments and freezing have their own stores. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Agreement } from './agreement.ts'
import type { AgreementTable } from './tables.ts'
import type { AgreementText } from './text.ts'
import './tables.ts'

type AgreementRow = Omit<AgreementTable, 'draft' | 'follows' | 'follows_how'> & { draft?: AgreementText | null }

const toAgreement = (r: AgreementRow): Agreement => ({
  id: r.id,
  partner: r.partner,
  kind: r.kind,
  demonstration: r.demonstration,
  state: r.state,
  turn: r.turn,
  turnSince: r.turn_since,
  version: r.version,
  round: r.round,
  frozen:
    r.frozen_text_hash === null
      ? null
      : { textHash: r.frozen_text_hash, documentHash: r.frozen_document_hash!, at: r.frozen_at! },
  concludedAt: r.concluded_at,
})

export async function agreements(db: Db): Promise<Agreement[]> {
  const rows = await db.selectFrom('agreement').selectAll().orderBy('turn_since', 'desc').execute()
  return rows.map(toAgreement)
}

export async function findAgreement(db: Db, id: string): Promise<Agreement | undefined> {
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAgreement(row)
}

/** Those of these agreements that are frozen now. */
export async function frozenOf(db: Db, ids: string[]): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .selectAll()
    .where('id', 'in', ids)
    .where('state', '=', 'frozen')
    .execute()
  return rows.map(toAgreement)
}

/** Holds the agreement's row until the transaction ends: every act on an agreement begins here. */
export async function lockAgreement(tx: Tx, id: string): Promise<Agreement | undefined> {
  const row = await tx.selectFrom('agreement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toAgreement(row)
}

export async function insertAgreement(
  tx: Tx,
  a: Agreement,
  draft: AgreementText | null,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('agreement')
    .values({
      id: a.id,
      partner: a.partner,
      kind: a.kind,
      demonstration: a.demonstration,
      state: a.state,
      turn: a.turn,
      turn_since: a.turnSince,
      version: a.version,
      round: a.round,
      draft: draft === null ? (null as unknown as string) : JSON.stringify(draft),
      draft_revision: 0,
      frozen_text_hash: null,
      frozen_document_hash: null,
      frozen_at: null,
      concluded_at: null,
      created_at: at,
    })
    .execute()
}

/** Saves all that moves in an agreement's life; identity and draft stay as they are. */
export async function saveAgreement(tx: Tx, a: Agreement): Promise<void> {
  await tx
    .updateTable('agreement')
    .set({
      state: a.state,
      turn: a.turn,
      turn_since: a.turnSince,
      version: a.version,
      round: a.round,
      frozen_text_hash: a.frozen?.textHash ?? null,
      frozen_document_hash: a.frozen?.documentHash ?? null,
      frozen_at: a.frozen?.at ?? null,
      concluded_at: a.concludedAt,
    })
    .where('id', '=', a.id)
    .execute()
}

/** What happened to the agreement, latest first. */
export async function historyOf(db: Db, agreement: string) {
  return db
    .selectFrom('journal')
    .select(['at', 'act', 'actor_kind', 'actor_id', 'actor_name', 'detail'])
    .where('subject_kind', '=', 'agreement')
    .where('subject_id', '=', agreement)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
