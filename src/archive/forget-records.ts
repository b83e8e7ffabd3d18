/** Forgetting takes two: somebody proposes which records, somebody else confirms. Either may take it back before. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { type KeepersAct, mayConfirm } from './access.ts'
import { insertAct, lockAct, saveDecision } from './act-store.ts'
import { forget, recordsDue } from './records-due.ts'
import { dueBefore, type Forgettable, refuseRetention } from './retention.ts'
import { ruleOf } from './rule-store.ts'

export interface When {
  at: Temporal.Instant
  /** The day it is at this university. */
  today: Temporal.PlainDate
}

const dueIds = async (db: Db, kind: Forgettable, today: Temporal.PlainDate) =>
  new Set((await recordsDue(db, kind, dueBefore(await ruleOf(db, kind), today))).map(({ id }) => id))

/** @throws Refusal `retention_nothing_chosen`, `retention_reason_missing`, `retention_waits_already` */
export async function proposeForgetting(
  db: Db,
  keeper: Visitor,
  { kind, chosen, reason, at, today }: { kind: Forgettable; chosen: string[]; reason: string } & When,
): Promise<void> {
  const due = await dueIds(db, kind, today)
  const records = [...new Set(chosen)].filter((id) => due.has(id))
  if (records.length === 0) refuseRetention('retention_nothing_chosen', {}, 422)
  if (!reason.trim()) refuseRetention('retention_reason_missing', {}, 422)
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    const by = { proposed_by: keeper.account.id, proposed_by_name: keeper.account.name.latin, proposed_at: at }
    if (!(await insertAct(tx, { id, kind, records, reason: reason.trim(), ...by })))
      refuseRetention('retention_waits_already')
    const detail = { kind, records: records.length }
    await record(tx, { at, by: actorOf(keeper), about: { kind: 'retention', id }, act: 'retention.proposed', detail })
  })
}

/** Only what is still due is forgotten. @throws Refusal `retention_own_proposal`, `retention_decided` */
export async function confirmForgetting(db: Db, { keeper, act: seen }: KeepersAct, { at, today }: When): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const act = await lockAct(tx, seen.id)
    if (act.state !== 'proposed') refuseRetention('retention_decided')
    if (!mayConfirm(keeper.account, act)) refuseRetention('retention_own_proposal', {}, 403)
    const due = await dueIds(tx, act.kind, today)
    const records = act.records.filter((id) => due.has(id))
    const forgotten = records.length > 0 ? await forget[act.kind](tx, records, at) : 0
    const by = { id: keeper.account.id, name: keeper.account.name.latin }
    await saveDecision(tx, act.id, { state: 'confirmed', by, at, forgotten: records.length })
    const about = { kind: 'retention', id: act.id }
    const detail = { kind: act.kind, records, rows: forgotten, left: act.records.length - records.length }
    await record(tx, { at, by: actorOf(keeper), about, act: 'retention.confirmed', detail })
  })
}

/** @throws Refusal `retention_decided` */
export async function withdrawForgetting(db: Db, { keeper, act: seen }: KeepersAct, { at }: When): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id, state, kind } = await lockAct(tx, seen.id)
    if (state !== 'proposed') refuseRetention('retention_decided')
    const by = { id: keeper.account.id, name: keeper.account.name.latin }
    await saveDecision(tx, id, { state: 'withdrawn', by, at })
    const about = { kind: 'retention', id }
    await record(tx, { at, by: actorOf(keeper), about, act: 'retention.withdrawn', detail: { kind } })
  })
}
