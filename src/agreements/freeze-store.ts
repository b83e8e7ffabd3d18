/** SQL of freezing, pins, approvals and reopening. */
import type { Selectable } from 'kysely'
import type { Db, Tables, Tx } from '#src/platform/database/tables.ts'
import type { Agreement, Freeze, Side } from './agreement.ts'
import type { Pin, SeatPin } from './seats.ts'
import './tables.ts'
import type { DocumentComparison } from './tables.ts'

type Frozen = Pick<Agreement, 'id' | 'version' | 'round'>

/** Proposals to freeze the present version in the present round, refused ones left out. */
export async function freezesOf(db: Db, a: Frozen): Promise<Freeze[]> {
  const rows = await db
    .selectFrom('agreement_freeze')
    .selectAll()
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .where('refused', 'is', null)
    .execute()
  return rows.map((r) => ({
    side: r.side,
    textHash: r.text_hash,
    documentHash: r.document_hash,
    byName: r.by_name,
    at: r.at,
  }))
}

/** The latest refusal of a proposal for the present version: what differed. */
export async function refusedFreeze(db: Db, a: Frozen) {
  return db
    .selectFrom('agreement_freeze')
    .select(['side', 'refused', 'at'])
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .where('refused', 'is not', null)
    .orderBy('at', 'desc')
    .executeTakeFirst()
}

export async function saveFreeze(tx: Tx, a: Frozen, f: Freeze): Promise<void> {
  const row = {
    text_hash: f.textHash,
    document_hash: f.documentHash,
    by_name: f.byName,
    at: f.at,
    refused: null as unknown as string,
  }
  await tx
    .insertInto('agreement_freeze')
    .values({ agreement: a.id, version: a.version, round: a.round, side: f.side, ...row })
    .onConflict((c) => c.columns(['agreement', 'version', 'round', 'side']).doUpdateSet(row))
    .execute()
}

export async function refuseFreeze(
  tx: Tx,
  a: Frozen,
  side: Side,
  refused: { reason: string; fields: string[] },
): Promise<void> {
  await tx
    .updateTable('agreement_freeze')
    .set({ refused: JSON.stringify(refused) })
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .where('side', '=', side)
    .execute()
}

/** Notes which file is a side's revision 0, and for the partner's how it compares with ours. */
export async function saveDocument(
  tx: Tx,
  a: Frozen,
  side: Side,
  sha256: string,
  comparison: DocumentComparison | null,
) {
  const row = { sha256, comparison: comparison === null ? (null as unknown as string) : JSON.stringify(comparison) }
  await tx
    .insertInto('agreement_document')
    .values({ agreement: a.id, version: a.version, round: a.round, side, ...row })
    .onConflict((c) => c.columns(['agreement', 'version', 'round', 'side']).doUpdateSet(row))
    .execute()
}

export async function findDocument(db: Db, a: Frozen, side: Side) {
  return db
    .selectFrom('agreement_document')
    .select(['sha256', 'comparison'])
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .where('side', '=', side)
    .executeTakeFirst()
}

export async function pinsOf(db: Db, agreement: string): Promise<(SeatPin & { side: Side })[]> {
  return db
    .selectFrom('agreement_pin')
    .select(['seat', 'side', 'pin'])
    .where('agreement', '=', agreement)
    .orderBy('seat')
    .execute()
}

export async function savePin(
  tx: Tx,
  agreement: string,
  side: Side,
  seat: string,
  pin: Pin,
  at: Temporal.Instant,
): Promise<void> {
  const row = { side, pin: JSON.stringify(pin), at }
  await tx
    .insertInto('agreement_pin')
    .values({ agreement, seat, ...row })
    .onConflict((c) => c.columns(['agreement', 'seat']).doUpdateSet(row))
    .execute()
}

/** Fixes the pins of one side's seats; what was fixed for seats of that side that are gone is forgotten. */
export async function savePins(
  tx: Tx,
  agreement: string,
  side: Side,
  pins: SeatPin[],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .deleteFrom('agreement_pin')
    .where('agreement', '=', agreement)
    .where('side', '=', side)
    .where('seat', 'not in', ['', ...pins.map((p) => p.seat)])
    .execute()
  for (const { seat, pin } of pins) await savePin(tx, agreement, side, seat, pin, at)
}

/** Which of our accounts signs for which of our seats. */
export async function signatories(db: Db, agreement: string) {
  return db.selectFrom('agreement_signatory').select(['seat', 'account']).where('agreement', '=', agreement).execute()
}

export async function saveSignatory(tx: Tx, agreement: string, seat: string, account: string): Promise<void> {
  await tx
    .insertInto('agreement_signatory')
    .values({ agreement, seat, account })
    .onConflict((c) => c.columns(['agreement', 'seat']).doUpdateSet({ account }))
    .execute()
}

export async function deleteSignatory(tx: Tx, agreement: string, seat: string): Promise<void> {
  await tx.deleteFrom('agreement_signatory').where('agreement', '=', agreement).where('seat', '=', seat).execute()
}

/** Agreements, frozen but not yet concluded, in which the account holds a seat. */
export async function frozenSeatsOf(db: Db, account: string) {
  return db
    .selectFrom('agreement_signatory')
    .innerJoin('agreement', 'agreement.id', 'agreement_signatory.agreement')
    .select(['agreement.id', 'agreement_signatory.seat'])
    .where('agreement_signatory.account', '=', account)
    .where('agreement.state', 'in', ['frozen', 'approved'])
    .execute()
}

export interface Approval {
  side: Side
  step: string
  textHash: string
  seatsHash: string
  account: string | null
  byName: string
  /** In whose place it was given. */
  instead?: { account: string; name: string } | null
  at: Temporal.Instant
}

/** Approvals that stand. */
export async function approvalsOf(db: Db, agreement: string): Promise<Approval[]> {
  return (await approvalsOfEach(db, [agreement])).get(agreement) ?? []
}

/** The same for several at once, by the agreement's id. */
export async function approvalsOfEach(db: Db, agreements: string[]): Promise<Map<string, Approval[]>> {
  const rows = await db
    .selectFrom('agreement_approval')
    .selectAll()
    .where('agreement', 'in', agreements)
    .where('cleared_at', 'is', null)
    .orderBy('at')
    .execute()
  const by = Map.groupBy(rows, ({ agreement }) => agreement)
  return new Map([...by].map(([agreement, all]) => [agreement, all.map(toApproval)]))
}

const toApproval = (r: Selectable<Tables['agreement_approval']>): Approval => ({
  side: r.side,
  step: r.step,
  textHash: r.text_hash,
  seatsHash: r.seats_hash,
  account: r.account,
  byName: r.by_name,
  instead: r.for_account && r.for_name ? { account: r.for_account, name: r.for_name } : null,
  at: r.at,
})

/** Whether an approval of what is frozen now was given and cleared. */
export async function wereCleared(db: Db, a: Frozen): Promise<boolean> {
  const row = await db
    .selectFrom('agreement_approval')
    .select('id')
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .where('cleared_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertApproval(tx: Tx, a: Frozen, p: Approval): Promise<void> {
  await tx
    .insertInto('agreement_approval')
    .values({
      agreement: a.id,
      version: a.version,
      round: a.round,
      side: p.side,
      step: p.step,
      text_hash: p.textHash,
      seats_hash: p.seatsHash,
      account: p.account,
      by_name: p.byName,
      for_account: p.instead?.account ?? null,
      for_name: p.instead?.name ?? null,
      at: p.at,
      cleared_at: null,
      cleared_because: null,
    })
    .execute()
}

/** Clears all standing approvals of both sides, with the reason. @returns how many there were */
export async function clearApprovals(
  tx: Tx,
  agreement: string,
  because: string,
  at: Temporal.Instant,
): Promise<number> {
  const cleared = await tx
    .updateTable('agreement_approval')
    .set({ cleared_at: at, cleared_because: because })
    .where('agreement', '=', agreement)
    .where('cleared_at', 'is', null)
    .returning('id')
    .execute()
  return cleared.length
}

export interface Reopening {
  side: Side
  reason: string
  byName: string
  at: Temporal.Instant
}

/** Saves that a side reopened this version in this round; once. */
export async function insertReopening(tx: Tx, a: Frozen, r: Reopening): Promise<void> {
  await tx
    .insertInto('agreement_reopening')
    .values({
      agreement: a.id,
      version: a.version,
      round: a.round,
      side: r.side,
      reason: r.reason,
      by_name: r.byName,
      at: r.at,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function reopeningsOf(db: Db, a: Frozen) {
  return db
    .selectFrom('agreement_reopening')
    .selectAll()
    .where('agreement', '=', a.id)
    .where('version', '=', a.version)
    .where('round', '=', a.round)
    .execute()
}
