/** An officer moves what we have of an institution the registry merged or withdrew to its successor: never by itself, all at once. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { checkMove, refuseMove } from './institution-move.ts'
import { changedInstitutions, enterSuccessor, lockUnmoved, moveRecords, pointTo } from './institution-move-store.ts'

/** What areas above keep of one institution becomes the other's, in the same transaction. */
export type Following = (tx: Tx, from: string, to: string) => Promise<void>

export interface MoveParts {
  /** Whether a node is known by its id: its own, or one we keep for it. */
  hasNode(db: Db, ror: string): Promise<boolean>
  following: Following[]
}

interface Move {
  ror: string
  to: string
  at: Temporal.Instant
  today: Temporal.PlainDate
}

/**
 * Texts, signatures and messages stay as they are, with the names they were made under.
 * @throws Refusal `institution_still_active`, `institution_has_node`, `institution_no_successor`, `institution_moved_already`
 */
export async function moveInstitution(
  db: Db,
  officer: Visitor,
  { hasNode, following }: MoveParts,
  { ror, to, at, today }: Move,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await lockUnmoved(tx, ror))) refuseMove('institution_moved_already')
    const [changed] = await changedInstitutions(tx, ror)
    const successors = changed?.successors.map((one) => one.ror) ?? []
    checkMove({ ror, status: changed?.status ?? 'active', successors, hasNode: await hasNode(tx, ror) }, to)
    await enterSuccessor(tx, ror, to)
    const move = { from: ror, to, on: today }
    await moveRecords(tx, move)
    for (const follow of following) await follow(tx, ror, to)
    await pointTo(tx, move)
    const detail = { from: ror, to, status: changed!.status, name: changed!.name_en || changed!.name_zh }
    await record(tx, { at, by: actorOf(officer), about: { kind: 'partner', id: to }, act: 'partner.moved', detail })
  })
}
