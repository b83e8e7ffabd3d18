/** Reads what the officers' page about a partner without a node shows. */
import type { Db } from '#src/platform/database/tables.ts'
import { type ApprovalStep, type ListedAccount, lastSignIns, listAccounts } from '#src/platform/people/index.ts'
import { hasOwnNode, type OfficersHosting } from './access.ts'
import { addressOf } from './hosted-node.ts'
import type { Houses } from './houses.ts'

export interface Guest extends ListedAccount {
  lastSignIn: Temporal.Instant | undefined
}

export interface HostingView extends OfficersHosting {
  pattern: string | null
  hasNode: boolean
  /** Where their half is reached, once it was begun. */
  address: string | undefined
  guests: Guest[]
  steps: ApprovalStep[]
  /** False while it is only starting, or cannot. */
  up: boolean
}

export async function readHosting(
  { db, houses }: { db: Db; houses: Houses },
  held: OfficersHosting,
): Promise<HostingView> {
  const { hosted, institution } = held
  const { pattern } = houses
  const hasNode = await hasOwnNode(db, institution.ror)
  const address = hosted && pattern ? addressOf(pattern, hosted.label) : undefined
  const view = { ...held, pattern, hasNode, address }
  const house = hosted?.state === 'running' ? await houses.open(hosted).catch(() => undefined) : undefined
  if (!house) return { ...view, guests: [], steps: [], up: false }
  const seen = await lastSignIns(house.db)
  const guests = (await listAccounts(house.db)).map((one) => ({ ...one, lastSignIn: seen.get(one.account.id) }))
  return { ...view, guests, steps: house.approvalSteps, up: true }
}
