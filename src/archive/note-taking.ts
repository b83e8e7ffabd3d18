/** The journal knows who took which archive away: noted before its first byte is sent. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { Audience } from './archive-files.ts'

export async function noteTaking(
  db: Db,
  visitor: Visitor,
  { about, name, audience, at }: Taking & { at: Temporal.Instant },
): Promise<void> {
  const detail = { audience, name }
  await db
    .transaction()
    .execute((tx) => record(tx, { at, by: actorOf(visitor), about, act: 'archive.taken_away', detail }))
}

export interface Taking {
  /** Of which agreement of the register, or of which partner. */
  about: { kind: 'entry' | 'partner'; id: string }
  /** What it is called at that time. */
  name: string
  audience: Audience
}
