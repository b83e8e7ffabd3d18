/** The language a person is written to in, and reads first. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import './tables.ts'
import type { Visitor } from './visitor.ts'

/** A preference of one's own, not an act worth a journal entry. */
export async function chooseAccountLanguage(db: Db, visitor: Visitor, language: Language): Promise<void> {
  await db.updateTable('account').set({ language }).where('id', '=', visitor.account.id).execute()
}
