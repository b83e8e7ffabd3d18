/** At each start: a node that is reached elsewhere than it said last tells its partners. */
import type { Db } from '#src/platform/database/tables.ts'
import { tellMove } from './move-peer.ts'
import type { NodeDocument } from './peer.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    own_address: { only_one: boolean; address: string; site: string }
  }
}

/** Where it said last it is reached; undefined before its first start. */
export async function ownAddress(db: Db): Promise<{ address: string; site: string } | undefined> {
  return db.selectFrom('own_address').select(['address', 'site']).executeTakeFirst()
}

export async function announceAddress(db: Db, own: NodeDocument, at: Temporal.Instant): Promise<void> {
  const { address, site } = own
  await db.transaction().execute(async (tx) => {
    const said = await tx.selectFrom('own_address').selectAll().forUpdate().executeTakeFirst()
    if (said?.address === address && said.site === site) return
    await tx
      .insertInto('own_address')
      .values({ only_one: true, address, site })
      .onConflict((c) => c.column('only_one').doUpdateSet({ address, site }))
      .execute()
    if (said) await tellMove(tx, own, at)
  })
}
