/** SQL behind the screens: the register of agreements, and what still waits to reach the partner. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import type { Reach } from '#src/procedures/index.ts'
import type { Agreement, AgreementState, Side } from './agreement.ts'
import { agreementWithin } from './reach-store.ts'
import './tables.ts'
import type { Bilingual } from './text.ts'

export interface Registered {
  id: string
  /** The title of our draft, else of the latest version. */
  title: Bilingual
  partner: string
  kind: Agreement['kind']
  state: AgreementState
  turn: Side
  turnSince: Temporal.Instant
  version: number
  hasDraft: boolean
  /** Who proposes to freeze the latest version. */
  freezing: Side[]
  frozenAt: Temporal.Instant | null
  concludedAt: Temporal.Instant | null
}

/** Every agreement within a reach, with its title: those that wait longest for somebody first, concluded ones last. @param of all of them, or only these */
export async function agreementRegister(
  db: Db,
  reach: Reach = 'everything',
  of: { partner?: string; underWay?: boolean } = {},
): Promise<Registered[]> {
  const rows = await db
    .selectFrom('agreement')
    .leftJoin('agreement_version', (join) =>
      join
        .onRef('agreement_version.agreement', '=', 'agreement.id')
        .onRef('agreement_version.number', '=', 'agreement.version'),
    )
    .select(['id', 'partner', 'kind', 'state', 'turn', 'turn_since', 'version', 'frozen_at', 'concluded_at'])
    .select(sql<Bilingual>`coalesce(draft->'title', text->'title')`.as('title'))
    .select(sql<boolean>`draft is not null`.as('has_draft'))
    .select(freezing.as('freezing'))
    .where(agreementWithin(reach))
    .$if(of.partner !== undefined, (q) => q.where('partner', '=', of.partner!))
    .$if(of.underWay === true, (q) => q.where('state', '<>', 'concluded'))
    .orderBy(sql`state = 'concluded'`)
    .orderBy('turn_since')
    .execute()
  return rows.map(({ turn_since, frozen_at, concluded_at, has_draft, ...rest }) => ({
    ...rest,
    turnSince: turn_since,
    frozenAt: frozen_at,
    concludedAt: concluded_at,
    hasDraft: has_draft,
  }))
}

const freezing = sql<Side[]>`array(select f.side from agreement_freeze f where f.agreement = agreement.id
  and f.version = agreement.version and f.round = agreement.round and f.refused is null)`

/** How many messages about the agreement have not reached the partner's node, and since when. */
export async function waitingFor(db: Db, { id, partner }: Pick<Agreement, 'id' | 'partner'>) {
  const row = await db
    .selectFrom('outbox')
    .select((e) => [e.fn.count<string>('id').as('count'), e.fn.min('created_at').as('since')])
    .select(sql<string | null>`(array_agg(last_error order by id))[1]`.as('problem'))
    .where('topic', '=', 'message')
    .where('stream', '=', `message:${partner}:${id}`)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), since: row.since as Temporal.Instant | null, problem: row.problem }
}

/** When the agreement came into being on this node. */
export async function startedAt(db: Db, id: string): Promise<Temporal.Instant> {
  const row = await db.selectFrom('agreement').select('created_at').where('id', '=', id).executeTakeFirstOrThrow()
  return row.created_at
}

/** Approvals that were cleared, latest first. */
export async function clearedApprovals(db: Db, agreement: string) {
  return db
    .selectFrom('agreement_approval')
    .select(['side', 'step', 'by_name', 'at', 'cleared_at', 'cleared_because'])
    .where('agreement', '=', agreement)
    .where('cleared_at', 'is not', null)
    .orderBy('cleared_at', 'desc')
    .orderBy('id')
    .execute()
}
