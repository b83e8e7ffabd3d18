/** SQL of terminations and of what each side's signatories consented to of them. */
import type { Db, JsonColumn, Tx } from '#src/platform/database/tables.ts'
import type { Side } from './agreement.ts'
import type { Termination, TerminationAct, TerminationConsent, TerminationStatement } from './termination.ts'
import './tables.ts'

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    agreement_termination: TerminationTable
    agreement_termination_consent: ConsentTable
  }
}

interface TerminationTable {
  id: string
  agreement: string
  kind: Termination['kind']
  side: Side
  reason: string
  given_at: Temporal.Instant
  effective_at: Temporal.Instant
  refused: string | null
  ended_at: Temporal.Instant | null
}

interface ConsentTable {
  termination: string
  act: TerminationAct
  side: Side
  method: 'passkey' | 'code'
  pinned: boolean
  statement: JsonColumn<TerminationStatement>
  assertion: JsonColumn<unknown>
  at: Temporal.Instant
  acknowledged_at: Temporal.Instant | null
}

export async function insertTermination(
  tx: Tx,
  t: Omit<Termination, 'refused' | 'endedAt' | 'consents'>,
): Promise<void> {
  const { givenAt: given_at, effectiveAt: effective_at, ...rest } = t
  await tx
    .insertInto('agreement_termination')
    .values({ ...rest, given_at, effective_at, refused: null, ended_at: null })
    .execute()
}

export async function insertTerminationConsent(tx: Tx, termination: string, c: TerminationConsent): Promise<void> {
  const { acknowledgedAt: acknowledged_at, statement, assertion, ...rest } = c
  await tx
    .insertInto('agreement_termination_consent')
    .values({
      termination,
      ...rest,
      statement: JSON.stringify(statement),
      assertion: assertion === null ? (null as unknown as string) : JSON.stringify(assertion),
      acknowledged_at,
    })
    .execute()
}

/** All of an agreement, the latest first, each with its consents. */
export async function terminationsOf(db: Db, agreement: string): Promise<Termination[]> {
  const rows = await db
    .selectFrom('agreement_termination')
    .selectAll()
    .where('agreement', '=', agreement)
    .orderBy('given_at', 'desc')
    .execute()
  const consents =
    rows.length === 0
      ? []
      : await consentsOf(
          db,
          rows.map(({ id }) => id),
        )
  return rows.map(({ given_at: givenAt, effective_at: effectiveAt, ended_at: endedAt, ...row }) => ({
    ...row,
    givenAt,
    effectiveAt,
    endedAt,
    consents: consents.filter((c) => c.termination === row.id),
  }))
}

async function consentsOf(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('agreement_termination_consent')
    .selectAll()
    .where('termination', 'in', ids)
    .orderBy('at')
    .execute()
  return rows.map(({ acknowledged_at: acknowledgedAt, ...row }) => ({ ...row, acknowledgedAt }))
}

/** The agreements of which something may be due. */
export async function agreementsEnding(db: Db, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('agreement_termination')
    .select('agreement')
    .distinct()
    .where('ended_at', 'is', null)
    .where('refused', 'is', null)
    .where('effective_at', '<=', now)
    .execute()
  return rows.map((row) => row.agreement)
}

export async function saveEnded(tx: Tx, id: string, endedAt: Temporal.Instant): Promise<void> {
  await tx.updateTable('agreement_termination').set({ ended_at: endedAt }).where('id', '=', id).execute()
}

export async function saveRefused(tx: Tx, id: string, refused: string): Promise<void> {
  await tx.updateTable('agreement_termination').set({ refused }).where('id', '=', id).execute()
}

/** The partner's node holds this consent of ours. */
export async function acknowledgeTermination(
  tx: Tx,
  { termination, act }: TerminationStatement,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('agreement_termination_consent')
    .set({ acknowledged_at: at })
    .where('termination', '=', termination)
    .where('act', '=', act)
    .where('side', '=', 'ours')
    .where('acknowledged_at', 'is', null)
    .execute()
}

/** The partner's node did not accept this consent of ours: it does not stand. @returns false where there is none */
export async function dropTerminationConsent(
  tx: Tx,
  { termination, act, nonce }: TerminationStatement,
): Promise<boolean> {
  const held = await tx
    .deleteFrom('agreement_termination_consent')
    .where('termination', '=', termination)
    .where('act', '=', act)
    .where('side', '=', 'ours')
    .where('acknowledged_at', 'is', null)
    .returning('statement')
    .executeTakeFirst()
  return held?.statement.nonce === nonce
}
