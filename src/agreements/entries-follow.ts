/** The register's entries follow their partner to the institution it was merged into. What was signed keeps the names it was signed under. */
import type { Following } from '#src/partners/index.ts'
import './entry-tables.ts'

export const entriesFollow: Following = async (tx, from, to) => {
  await tx.updateTable('agreement_entry').set({ partner: to }).where('partner', '=', from).execute()
}
