/** Every root of ours that ever was, the one in use first: what an earlier one signed stays signed. */
import type { Db } from '#src/platform/database/tables.ts'
import { authorities } from './authority-store.ts'

/** PEM of all. */
export async function ownRoots(db: Db): Promise<string> {
  const rows = await authorities(db)
  const inOrder = [...rows.filter((row) => !row.retired_at), ...rows.filter((row) => row.retired_at)]
  return inOrder.map(({ certificate }) => certificate.trim()).join('\n')
}
