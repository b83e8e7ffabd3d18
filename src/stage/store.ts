/** SQL of the stage's state, of the contact between the nodes and of who watches. Captions, notes, slides, marks: `said-store.ts`, `slides-store.ts`. */
import { sql } from 'kysely'
import type { Party } from '#src/ceremonies/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { firstState, type StageState } from './stage.ts'
import './tables.ts'
import type { ContactTable, StageTable } from './tables.ts'

/** What announcements about a stage are called. */
export const stageTopic = (ceremony: string): string => `stage:${ceremony}`

const toState = (r: StageTable): StageState => ({
  ceremony: r.ceremony,
  term: r.term,
  leader: r.leader,
  rev: r.rev,
  phase: r.phase,
  scene: r.scene,
  item: r.item,
  itemStartedAt: r.item_started_at?.toString() ?? null,
  itemEndsAt: r.item_ends_at?.toString() ?? null,
  heldAt: r.held_at?.toString() ?? null,
  slide: r.slide as unknown as StageState['slide'],
  actual: r.actual as unknown as StageState['actual'],
})

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

const fromState = (s: StageState, at: Temporal.Instant) => ({
  term: s.term,
  leader: s.leader,
  rev: s.rev,
  phase: s.phase,
  scene: s.scene,
  item: s.item,
  item_started_at: instant(s.itemStartedAt),
  item_ends_at: instant(s.itemEndsAt),
  held_at: instant(s.heldAt),
  slide: s.slide === null ? (null as unknown as string) : JSON.stringify(s.slide),
  actual: JSON.stringify(s.actual),
  changed_at: at,
})

interface Of {
  id: string
  convenor: Party
}

/** The state of a ceremony's stage; before anybody did anything, its first. */
export async function stageOf(db: Db, { id, convenor }: Of): Promise<StageState> {
  const row = await db.selectFrom('stage').selectAll().where('ceremony', '=', id).executeTakeFirst()
  return row ? toState(row as unknown as StageTable) : firstState(id, convenor)
}

/** As `stageOf`, holding the row until the transaction ends. */
export async function lockStage(tx: Tx, of: Of, at: Temporal.Instant): Promise<StageState> {
  const { id, convenor } = of
  await tx
    .insertInto('stage')
    .values({ ceremony: id, ...fromState(firstState(id, convenor), at) })
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await tx.selectFrom('stage').selectAll().where('ceremony', '=', id).forUpdate().executeTakeFirstOrThrow()
  return toState(row as unknown as StageTable)
}

export async function saveStage(tx: Tx, state: StageState, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('stage').set(fromState(state, at)).where('ceremony', '=', state.ceremony).execute()
}

/** Stages on which something is going on: doors open, or played. */
export async function activeStages(db: Db): Promise<{ ceremony: string; partner: Party }[]> {
  return db
    .selectFrom('stage')
    .innerJoin('ceremony', 'ceremony.id', 'stage.ceremony')
    .select(['stage.ceremony', 'ceremony.partner'])
    .where('stage.phase', 'in', ['doors', 'live', 'paused'])
    .where('ceremony.state', 'not in', ['closed', 'cancelled'])
    .execute()
}

const notHeard = { heard_at: null, silent_since: null, watching: 0, most_watching: 0 }

export async function contactOf(db: Db, ceremony: string): Promise<Omit<ContactTable, 'ceremony'>> {
  const row = await db.selectFrom('stage_contact').selectAll().where('ceremony', '=', ceremony).executeTakeFirst()
  return row ?? notHeard
}

export async function saveContact(tx: Tx, ceremony: string, change: Partial<Omit<ContactTable, 'ceremony'>>) {
  await tx
    .insertInto('stage_contact')
    .values({ ceremony, ...notHeard, ...change })
    .onConflict((c) => c.column('ceremony').doUpdateSet(change))
    .execute()
}

/** Notes how many watch through one process of this node, and forgets processes that have not said so for a while. */
export async function saveWatching(
  db: Db,
  row: { ceremony: string; process: string; watching: number; at: Temporal.Instant },
): Promise<void> {
  const { watching, at } = row
  await db
    .insertInto('stage_watching')
    .values(row)
    .onConflict((c) => c.columns(['ceremony', 'process']).doUpdateSet({ watching, at }))
    .execute()
  await db
    .deleteFrom('stage_watching')
    .where('at', '<', at.subtract({ hours: 24 }))
    .execute()
}

/** Seconds after which a process that said nothing more is not counted. */
const countedFor = 20

/** How many watch through this node. */
export async function watchingHere(db: Db, ceremony: string, now: Temporal.Instant): Promise<number> {
  const row = await db
    .selectFrom('stage_watching')
    .select(sql<number>`coalesce(sum(watching), 0)::int4`.as('n'))
    .where('ceremony', '=', ceremony)
    .where('at', '>', now.subtract({ seconds: countedFor }))
    .executeTakeFirstOrThrow()
  return row.n
}

/** The phase of a ceremony's stage on this node: for pages that lead to it. */
export async function stagePhaseOf(db: Db, ceremony: string): Promise<StageState['phase']> {
  const row = await db.selectFrom('stage').select('phase').where('ceremony', '=', ceremony).executeTakeFirst()
  return row?.phase ?? 'closed'
}
