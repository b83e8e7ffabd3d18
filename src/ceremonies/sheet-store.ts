/** SQL of the two sheets of a ceremony. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { SheetState } from './sheet.ts'
import type { SheetTable } from './tables.ts'
import './tables.ts'

export type Side = 'ours' | 'theirs'

export async function findSheet(db: Db, ceremony: string, side: Side): Promise<SheetState> {
  const row = await db
    .selectFrom('ceremony_sheet')
    .selectAll()
    .where('ceremony', '=', ceremony)
    .where('side', '=', side)
    .executeTakeFirstOrThrow()
  return toState(row as unknown as SheetTable)
}

export async function saveSheet(tx: Tx, ceremony: string, side: Side, state: SheetState): Promise<void> {
  const row = { version: state.version, sheet: JSON.stringify(state.sheet), ...fromAnswer(state) }
  await tx
    .insertInto('ceremony_sheet')
    .values({ ceremony, side, ...row })
    .onConflict((c) => c.columns(['ceremony', 'side']).doUpdateSet(row))
    .execute()
}

/** A row as the rules take it. */
export const toState = (r: SheetTable): SheetState => ({
  version: r.version,
  sheet: r.sheet as unknown as SheetState['sheet'],
  confirmed:
    r.confirmed_frame === null ? null : { version: r.confirmed_frame, at: r.confirmed_at!, byName: r.confirmed_by! },
  asked: r.asked === null ? null : { text: r.asked, at: r.asked_at!, byName: r.asked_by! },
})

type Answer = Omit<SheetTable, 'ceremony' | 'side' | 'version' | 'sheet'>

const fromAnswer = ({ confirmed, asked }: SheetState): Answer => ({
  confirmed_frame: confirmed?.version ?? null,
  confirmed_at: confirmed?.at ?? null,
  confirmed_by: confirmed?.byName ?? null,
  asked: asked?.text ?? null,
  asked_at: asked?.at ?? null,
  asked_by: asked?.byName ?? null,
})
