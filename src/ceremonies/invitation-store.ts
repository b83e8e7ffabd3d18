/** SQL of invitations, and of letters in our office's own wording. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './around-tables.ts'
import type { InvitationTable, LetterKind } from './around-tables.ts'
import type { Invitation } from './invitation.ts'
import type { Bilingual } from './plan.ts'

const toInvitation = (r: InvitationTable): Invitation => ({
  id: r.id,
  ceremony: r.ceremony,
  guest: r.guest,
  email: r.email,
  name: r.name,
  language: r.language,
  sequence: r.sequence,
  told: r.told as unknown as Invitation['told'],
  toldAt: r.told_at,
  createdAt: r.created_at,
  outdatedSince: r.outdated_since,
  withdrawnAt: r.withdrawn_at,
  answer: r.answer,
  remark: r.remark,
  answeredAt: r.answered_at,
})

const select = (db: Db) => db.selectFrom('ceremony_invitation').selectAll()

/** Every invitation to a ceremony, also of guests taken off the list since. */
export async function invitationsTo(db: Db, ceremony: string): Promise<Invitation[]> {
  const rows = await select(db).where('ceremony', '=', ceremony).orderBy('created_at').orderBy('id').execute()
  return (rows as unknown as InvitationTable[]).map(toInvitation)
}

/** The invitation a mailed link belongs to. @param hash SHA-256 of the token */
export async function invitationByToken(db: Db, hash: Uint8Array): Promise<Invitation | undefined> {
  const row = await select(db).where('token_sha256', '=', hash).executeTakeFirst()
  return row && toInvitation(row as unknown as InvitationTable)
}

/** Ids of ceremonies whose guests may have to be told of a change: invitations stand, and the day they were told is not over. */
export async function ceremoniesWithGuests(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('ceremony_invitation')
    .innerJoin('ceremony', 'ceremony.id', 'ceremony_invitation.ceremony')
    .select('ceremony')
    .distinct()
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '>', now)
    .where('state', 'not in', ['live', 'held', 'closed'])
    .execute()
  return rows.map(({ ceremony }) => ceremony)
}

/** Saves an invitation; one of the same guest from before is replaced. @param hash of the token; left out, the link stays */
export async function saveInvitation(tx: Tx, i: Invitation, hash?: Uint8Array): Promise<void> {
  const row = {
    id: i.id,
    email: i.email,
    name: i.name,
    language: i.language,
    sequence: i.sequence,
    told: JSON.stringify(i.told),
    told_at: i.toldAt,
    created_at: i.createdAt,
    outdated_since: i.outdatedSince,
    withdrawn_at: i.withdrawnAt,
    answer: i.answer,
    remark: i.remark,
    answered_at: i.answeredAt,
  }
  if (!hash) {
    await tx.updateTable('ceremony_invitation').set(row).where('id', '=', i.id).execute()
    return
  }
  const whole = { ...row, token_sha256: hash }
  await tx
    .insertInto('ceremony_invitation')
    .values({ ceremony: i.ceremony, guest: i.guest, ...whole })
    .onConflict((c) => c.columns(['ceremony', 'guest']).doUpdateSet(whole))
    .execute()
}

export interface Letter {
  text: Bilingual
  version: number
}

/** Our own wording, or undefined where the letter goes out as drafted. */
export async function findLetter(db: Db, ceremony: string, kind: LetterKind): Promise<Letter | undefined> {
  const row = await db
    .selectFrom('ceremony_letter')
    .selectAll()
    .where('ceremony', '=', ceremony)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && { text: { en: row.text_en, zh: row.text_zh }, version: row.version }
}

/** The caller holds the ceremony and has counted the version. */
export async function saveLetterRow(tx: Tx, ceremony: string, kind: LetterKind, { text, version }: Letter) {
  const row = { text_en: text.en, text_zh: text.zh, version }
  await tx
    .insertInto('ceremony_letter')
    .values({ ceremony, kind, ...row })
    .onConflict((c) => c.columns(['ceremony', 'kind']).doUpdateSet(row))
    .execute()
}
