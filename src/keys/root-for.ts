/** Under which of our roots a partner wants what we sign. */
import type { Db } from '#src/platform/database/tables.ts'
import { authorities } from './authority-store.ts'
import { announcements } from './root-store.ts'
import type { AuthorityTable } from './tables.ts'

/** The newest root the partner knows: the one in use, or the one before while an announcement to it is not accepted. */
export async function rootFor(db: Db, partner: string): Promise<AuthorityTable> {
  const [roots, asked] = [await authorities(db), await announcements(db)]
  const open = (id: string) =>
    asked.find((a) => a.authority === id && a.institution === partner && a.answer !== 'accepted')
  let root = roots.find(({ retired_at }) => !retired_at)!
  for (let waiting = open(root.id); waiting; waiting = open(root.id)) {
    const old = roots.find(({ id }) => id === waiting!.old)
    if (!old) break
    root = old
  }
  return root
}
