/** SQL of roots announced to partners, and of roots partners announced to us. */
import type { Db, Tx } from '#src/platform/database/tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    root_announcement: AnnouncementTable
    partner_root: PartnerRootTable
  }
}

export interface AnnouncementTable {
  authority: string
  institution: string
  certificate: string
  old: string | null
  signature: string | null
  asked_at: Temporal.Instant
  answer: 'accepted' | 'refused' | null
  answered_at: Temporal.Instant | null
}

export interface PartnerRootTable {
  institution: string
  authority: string
  certificate: string
  old: string | null
  vouched: boolean
  received_at: Temporal.Instant
  decision: 'accepted' | 'refused' | null
  decided_by_name: string | null
  reason: string
  decided_at: Temporal.Instant | null
}

export async function announcements(db: Db): Promise<AnnouncementTable[]> {
  return db.selectFrom('root_announcement').selectAll().orderBy('asked_at', 'desc').execute()
}

export async function saveAnnouncement(tx: Tx, a: Omit<AnnouncementTable, 'answer' | 'answered_at'>): Promise<void> {
  await tx
    .insertInto('root_announcement')
    .values({ ...a, answer: null, answered_at: null })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The partner's first word stands; a refusal may later become acceptance. */
export async function saveAnnouncementAnswer(
  tx: Tx,
  key: { authority: string; institution: string },
  answer: { answer: 'accepted' | 'refused'; at: Temporal.Instant },
): Promise<boolean> {
  const saved = await tx
    .updateTable('root_announcement')
    .set({ answer: answer.answer, answered_at: answer.at })
    .where('authority', '=', key.authority)
    .where('institution', '=', key.institution)
    .where((e) => e.or([e('answer', 'is', null), e('answer', '!=', 'accepted')]))
    .returning('authority')
    .executeTakeFirst()
  return saved !== undefined
}

export async function partnerRoots(db: Db): Promise<PartnerRootTable[]> {
  return db.selectFrom('partner_root').selectAll().orderBy('received_at', 'desc').execute()
}

/** PEM of the roots of a partner that were accepted here, ever or since then, the newest last; the one pinned at pairing is none of them. */
export async function acceptedRoots(db: Db, institution: string, since?: Temporal.Instant): Promise<string[]> {
  const accepted = db
    .selectFrom('partner_root')
    .select('certificate')
    .where('institution', '=', institution)
    .where('decision', '=', 'accepted')
    .orderBy('decided_at')
  const rows = await (since ? accepted.where('decided_at', '>', since) : accepted).execute()
  return rows.map(({ certificate }) => certificate)
}

/** PEM of a root a partner announced, whatever was decided about it here. */
export async function findAnnounced(db: Db, institution: string, authority: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('partner_root')
    .select('certificate')
    .where('institution', '=', institution)
    .where('authority', '=', authority)
    .executeTakeFirst()
  return row?.certificate
}

export async function lockPartnerRoot(tx: Tx, institution: string, authority: string) {
  return tx
    .selectFrom('partner_root')
    .selectAll()
    .where('institution', '=', institution)
    .where('authority', '=', authority)
    .forUpdate()
    .executeTakeFirst()
}

/** @returns false where it was heard of before */
export async function savePartnerRoot(
  tx: Tx,
  r: Pick<PartnerRootTable, 'institution' | 'authority' | 'certificate' | 'old' | 'vouched' | 'received_at'>,
): Promise<boolean> {
  const saved = await tx
    .insertInto('partner_root')
    .values({ ...r, decision: null, decided_by_name: null, reason: '', decided_at: null })
    .onConflict((c) => c.doNothing())
    .returning('authority')
    .executeTakeFirst()
  return saved !== undefined
}

export async function saveRootDecision(
  tx: Tx,
  { institution, authority }: Pick<PartnerRootTable, 'institution' | 'authority'>,
  d: { decision: 'accepted' | 'refused'; byName: string; reason: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('partner_root')
    .set({ decision: d.decision, decided_by_name: d.byName, reason: d.reason, decided_at: d.at })
    .where('institution', '=', institution)
    .where('authority', '=', authority)
    .execute()
}
