/** Stories about a partner follow it to the institution it was merged into. */
import type { Following } from '#src/partners/index.ts'
import './tables.ts'

export const storiesFollow: Following = async (tx, from, to) => {
  await tx.updateTable('story').set({ partner: to }).where('partner', '=', from).execute()
}
