/** An officer makes a grouping, says where its membership is written, and adds or takes out members. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import { checkGrouping, type GroupingDetails, refuseGrouping } from './grouping.ts'
import {
  deleteGrouping,
  deleteMember,
  type FoundGrouping,
  insertGrouping,
  insertMember,
  isInstitution,
  nameTaken,
  updateGrouping,
} from './grouping-store.ts'

export interface OfficersGrouping {
  officer: Visitor
  grouping: FoundGrouping
}

interface When {
  at: Temporal.Instant
  today: Temporal.PlainDate
}

/** @returns its id. @throws Refusal `grouping_name_missing`, `grouping_source_missing`, `grouping_date_wrong`, `grouping_name_taken` */
export async function addGrouping(db: Db, officer: Visitor, o: When & { details: GroupingDetails }): Promise<string> {
  const { details, at, today } = o
  checkGrouping(details, today)
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    if (!(await insertGrouping(tx, id, details, at))) refuseGrouping('grouping_name_taken', {}, 409)
    await note(tx, officer, { id, act: 'grouping.added', at, detail: asJson(details) })
  })
  return id
}

/** @throws Refusal as `addGrouping`, and `grouping_changed_meanwhile` where a colleague saved in between */
export async function changeGrouping(
  db: Db,
  { officer, grouping }: OfficersGrouping,
  { details, revision, at, today }: When & { details: GroupingDetails; revision: number },
): Promise<void> {
  checkGrouping(details, today)
  const { id } = grouping
  await db.transaction().execute(async (tx) => {
    if (await nameTaken(tx, details, id)) refuseGrouping('grouping_name_taken', {}, 409)
    if (!(await updateGrouping(tx, id, details, revision))) refuseGrouping('grouping_changed_meanwhile')
    await note(tx, officer, { id, act: 'grouping.changed', at, detail: asJson(details) })
  })
}

/** Its members stay in the journal's changes. */
export async function dropGrouping(
  db: Db,
  { officer, grouping }: OfficersGrouping,
  at: Temporal.Instant,
): Promise<void> {
  const { id, name_en: en, name_zh: zh } = grouping
  await db.transaction().execute(async (tx) => {
    await deleteGrouping(tx, id)
    await note(tx, officer, { id, act: 'grouping.dropped', at, detail: { name: en || zh } })
  })
}

/** Twice is once. @throws Refusal `grouping_member_unknown` for an id that neither our register nor the directory has */
export async function addMember(
  db: Db,
  { officer, grouping: { id } }: OfficersGrouping,
  { ror, at }: { ror: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await isInstitution(tx, ror))) refuseGrouping('grouping_member_unknown', {}, 422)
    if (await insertMember(tx, id, ror))
      await note(tx, officer, { id, act: 'grouping.member_added', at, detail: { ror } })
  })
}

/** @throws Refusal `grouping_member_gone` */
export async function takeOutMember(
  db: Db,
  { officer, grouping: { id } }: OfficersGrouping,
  { ror, at }: { ror: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await deleteMember(tx, id, ror))) refuseGrouping('grouping_member_gone', {}, 404)
    await note(tx, officer, { id, act: 'grouping.member_taken_out', at, detail: { ror } })
  })
}

const asJson = ({ name, source, asOf, public: shown }: GroupingDetails) => ({
  name: name.en || name.zh,
  source,
  asOf,
  public: shown,
})

async function note(
  tx: Tx,
  officer: Visitor,
  { id, act, at, detail }: { id: string; act: string; at: Temporal.Instant; detail: Record<string, Json> },
): Promise<void> {
  await record(tx, { at, by: actorOf(officer), about: { kind: 'grouping', id }, act, detail })
}
