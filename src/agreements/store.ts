/** SQL of the area's own tables: agreements, drafts, versions, labels, comments. Freezing and approving: `freeze-store.ts`. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Agreement, Side } from './agreement.ts'
import './tables.ts'
import type { AgreementTable, LabelTable } from './tables.ts'
import type { AgreementText } from './text.ts'

type AgreementRow = Omit<AgreementTable, 'draft'> & { draft?: AgreementText | null }

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

export interface Draft {
  text: AgreementText | null
  revision: number
}

/** Our unsent text, if any, and its revision: who saves must name the revision they began from. */
export async function findDraft(db: Db, id: string): Promise<Draft> {
  const row = await db
    .selectFrom('agreement')
    .select(['draft', 'draft_revision'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { text: row.draft, revision: row.draft_revision }
}

export async function saveDraft(tx: Tx, id: string, text: AgreementText | null, revision: number): Promise<void> {
  await tx
    .updateTable('agreement')
    .set({ draft: text === null ? (null as unknown as string) : JSON.stringify(text), draft_revision: revision })
    .where('id', '=', id)
    .execute()
}

export async function addAuthor(tx: Tx, agreement: string, account: string): Promise<void> {
  await tx
    .insertInto('agreement_author')
    .values({ agreement, account })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function isAuthor(db: Db, agreement: string, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('agreement_author')
    .select('account')
    .where('agreement', '=', agreement)
    .where('account', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

export interface Version {
  agreement: string
  number: number
  side: Side
  text: AgreementText
  textHash: string
  note: string
  byName: string
  sentAt: Temporal.Instant
}

export async function insertVersion(tx: Tx, v: Version): Promise<void> {
  await tx
    .insertInto('agreement_version')
    .values({
      agreement: v.agreement,
      number: v.number,
      side: v.side,
      text: JSON.stringify(v.text),
      text_hash: v.textHash,
      note: v.note,
      by_name: v.byName,
      sent_at: v.sentAt,
    })
    .execute()
}

export async function findVersion(db: Db, agreement: string, number: number): Promise<Version | undefined> {
  const r = await db
    .selectFrom('agreement_version')
    .selectAll()
    .where('agreement', '=', agreement)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!r) return undefined
  const { text_hash: textHash, by_name: byName, sent_at: sentAt, ...rest } = r
  return { ...rest, textHash, byName, sentAt }
}

export async function versionList(db: Db, agreement: string) {
  return db
    .selectFrom('agreement_version')
    .select(['number', 'side', 'by_name', 'sent_at', 'note'])
    .where('agreement', '=', agreement)
    .orderBy('number')
    .execute()
}

export interface Label {
  title: { en: string; zh: string }
  type: { en: string; zh: string }
  reference: string
}

/** What each side calls the agreement: title, type, reference number. */
export async function labels(db: Db, agreement: string): Promise<Partial<Record<Side, Label>>> {
  const rows = await db.selectFrom('agreement_label').selectAll().where('agreement', '=', agreement).execute()
  return Object.fromEntries(rows.map((r) => [r.side, toLabel(r)]))
}

const toLabel = (r: LabelTable): Label => ({
  title: { en: r.title_en, zh: r.title_zh },
  type: { en: r.type_en, zh: r.type_zh },
  reference: r.reference,
})

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

export interface Comment {
  id: string
  agreement: string
  version: number
  clause: string | null
  side: Side
  byName: string
  body: string
  internal: boolean
  at: Temporal.Instant
}

/** Saves a comment once; one already there under its id is left alone. */
export async function insertComment(tx: Tx, { byName, ...rest }: Comment): Promise<void> {
  await tx
    .insertInto('agreement_comment')
    .values({ ...rest, by_name: byName })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function comments(db: Db, agreement: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('agreement_comment')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('at')
    .execute()
  return rows.map(({ by_name: byName, ...rest }) => ({ ...rest, byName }))
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
