/** SQL of ceremonies: their frames, and what our node says about their state. Sheets, plans, private fields and records have their own stores. */
import type { Tx } from '#src/platform/database/tables.ts'
import type { Frame } from './frame.ts'
import type { CeremonyState, Party } from './plan.ts'
import type { CeremonyTable } from './tables.ts'
import './tables.ts'

/** A ceremony's row: the frame, and what our node says about its state. */
export interface Ceremony {
  id: string
  partner: Party
  convenor: Party
  state: CeremonyState
  rehearsalOf: string | null
  sharedAt: Temporal.Instant | null
  frame: Frame
}

const standingOf = (state: CeremonyState): Frame['standing'] =>
  state === 'postponed' || state === 'cancelled' ? state : 'planned'

/** A row as the rules take it. */
export const toCeremony = (r: CeremonyTable): Ceremony => ({
  id: r.id,
  partner: r.partner,
  convenor: r.convenor,
  state: r.state,
  rehearsalOf: r.rehearsal_of,
  sharedAt: r.shared_at,
  frame: {
    version: r.version,
    kind: r.kind,
    agreement: r.agreement,
    title: { en: r.title_en, zh: r.title_zh },
    startsAt: r.starts_at,
    items: r.items as unknown as Frame['items'],
    open: r.open,
    meeting: r.meeting as unknown as Frame['meeting'],
    standing: standingOf(r.state),
    reason: r.reason,
  },
})

const fromFrame = (f: Frame) => ({
  agreement: f.agreement,
  kind: f.kind,
  title_en: f.title.en,
  title_zh: f.title.zh,
  starts_at: f.startsAt,
  open: f.open,
  items: JSON.stringify(f.items),
  meeting: f.meeting === null ? (null as unknown as string) : JSON.stringify(f.meeting),
  reason: f.reason,
  version: f.version,
})

/** @returns false where there is one of that id already: a form sent twice */
export async function insertCeremony(tx: Tx, c: Ceremony, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('ceremony')
    .values({
      id: c.id,
      partner: c.partner,
      convenor: c.convenor,
      state: c.state,
      rehearsal_of: c.rehearsalOf,
      shared_at: c.sharedAt,
      created_at: at,
      ...fromFrame(c.frame),
    })
    .onConflict((o) => o.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves frame, state and whether the partner knows of it; whose ceremony it is stays as it is. */
export async function saveCeremony(tx: Tx, c: Ceremony): Promise<void> {
  await tx
    .updateTable('ceremony')
    .set({ state: c.state, shared_at: c.sharedAt, ...fromFrame(c.frame) })
    .where('id', '=', c.id)
    .execute()
}

/** Holds the ceremony's row until the transaction ends: every act on a ceremony, its sheets included, begins here. */
export async function lockCeremony(tx: Tx, id: string): Promise<Ceremony | undefined> {
  const row = await tx.selectFrom('ceremony').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toCeremony(row as unknown as CeremonyTable)
}
