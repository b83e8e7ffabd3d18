/** SQL of what became of commitments. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import './around-tables.ts'
import type { Commitment } from './ceremony-record.ts'
import type { CommitmentAct, CommitmentState, Followed } from './commitment.ts'

interface Asked {
  id?: string
  ceremony?: string
  partner?: string
}

const query = (db: Db) =>
  db
    .selectFrom('ceremony_commitment as c')
    .innerJoin('ceremony', 'ceremony.id', 'c.ceremony')
    .leftJoin('commitment_standing as s', 's.commitment', 'c.id')
    .select([
      'c.id',
      'c.ceremony',
      'c.item',
      'c.words_en',
      'c.words_zh',
      'c.by_party',
      'c.by_name',
      'c.to_name',
      'c.at',
      'c.marked_by',
    ])
    .select(['s.state', 's.due', 's.version'])
    .where('ceremony.rehearsal_of', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]

const toFollowed = (r: Row): Omit<Followed, 'steps'> => ({
  commitment: {
    id: r.id,
    ceremony: r.ceremony,
    item: r.item,
    words: { en: r.words_en, zh: r.words_zh },
    byParty: r.by_party,
    by: r.by_name,
    to: r.to_name,
    at: r.at,
    markedBy: r.marked_by,
  },
  state: r.state ?? 'recorded',
  due: r.due,
  version: r.version ?? 0,
})

/** Commitments with what became of them, the latest first. Nothing said at a rehearsal is among them. */
export async function followed(db: Db, asked: Asked = {}): Promise<Followed[]> {
  let found = query(db).orderBy('c.at', 'desc').orderBy('c.id')
  if (asked.id) found = found.where('c.id', '=', asked.id)
  if (asked.ceremony) found = found.where('c.ceremony', '=', asked.ceremony)
  if (asked.partner) found = found.where('ceremony.partner', '=', asked.partner)
  const rows = await found.execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .selectFrom('commitment_step')
    .selectAll()
    .where('commitment', 'in', ids)
    .orderBy('position')
    .execute()
  return rows.map((r) => ({
    ...toFollowed(r),
    steps: steps
      .filter(({ commitment }) => commitment === r.id)
      .map(({ act, from_state, to_state, at, by_party, by_name, reason }) => ({
        act: act as CommitmentAct,
        from: from_state,
        to: to_state,
        at,
        byParty: by_party,
        byName: by_name,
        reason,
      })),
  }))
}

/** Holds the commitment's row until the transaction ends. */
export async function lockCommitment(tx: Tx, id: string): Promise<Followed | undefined> {
  const held = await tx
    .selectFrom('ceremony_commitment')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held && (await followed(tx, { id }))[0]
}

/** Saves where it stands, its words as corrected, and its steps, which only grow. */
export async function saveFollowed(tx: Tx, { commitment: c, state, due, version, steps }: Followed): Promise<void> {
  await saveWords(tx, c)
  const row = { state: state satisfies CommitmentState, due: due?.toString() ?? null, version }
  await tx
    .insertInto('commitment_standing')
    .values({ commitment: c.id, ...row })
    .onConflict((o) => o.column('commitment').doUpdateSet(row))
    .execute()
  const rows = steps.map((step, position) => ({
    commitment: c.id,
    position,
    act: step.act,
    from_state: step.from,
    to_state: step.to,
    at: step.at,
    by_party: step.byParty,
    by_name: step.byName,
    reason: step.reason,
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('commitment_step')
    .values(rows)
    .onConflict((o) => o.columns(['commitment', 'position']).doNothing())
    .execute()
}

async function saveWords(tx: Tx, { id, words, to }: Commitment): Promise<void> {
  await tx
    .updateTable('ceremony_commitment')
    .set({ words_en: words.en, words_zh: words.zh, to_name: to })
    .where('id', '=', id)
    .execute()
}
