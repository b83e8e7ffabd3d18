/** SQL of the versions the two sides sent each other. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Side } from './agreement.ts'
import type { AgreementText } from './text.ts'
import './tables.ts'

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
