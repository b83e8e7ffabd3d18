/** What acts need to know of this node and of the nodes it is paired with. */
import type { Db } from '#src/platform/database/tables.ts'

/** A confirmed partner's node: where people reach it. */
export interface PartnerSite {
  ror: string
  /** `https://chirograph.example.edu`, without a path. */
  origin: string
}

export interface StoryHouse {
  /** Where people reach this node. */
  publicUrl: string
  /** The confirmed partners' nodes, as they are now. */
  sites(db: Db): Promise<PartnerSite[]>
}

/** Whether a partner has a node messages reach. */
export async function isPaired({ sites }: StoryHouse, db: Db, ror: string): Promise<boolean> {
  return (await sites(db)).some((one) => one.ror === ror)
}
