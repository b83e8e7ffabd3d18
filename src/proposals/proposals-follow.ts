/** Proposals follow their partner to the institution it was merged into. */
import type { Following } from '#src/partners/index.ts'
import './tables.ts'

export const proposalsFollow: Following = async (tx, from, to) => {
  await tx.updateTable('proposal').set({ partner: to }).where('partner', '=', from).execute()
}
