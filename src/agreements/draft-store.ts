/** SQL of unsent drafts, and of who wrote in an agreement. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { AgreementText } from './text.ts'
import './tables.ts'

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

/** Accounts that wrote in the agreement's draft. */
export async function authorsOf(db: Db, agreement: string): Promise<string[]> {
  return (await authorsOfEach(db, [agreement])).get(agreement) ?? []
}

/** The same for several at once, by the agreement's id. */
export async function authorsOfEach(db: Db, agreements: string[]): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('agreement_author').selectAll().where('agreement', 'in', agreements).execute()
  const by = Map.groupBy(rows, ({ agreement }) => agreement)
  return new Map([...by].map(([agreement, all]) => [agreement, all.map(({ account }) => account)]))
}
