/** An officer notes that something happened with a partner, with where that is written; or takes a note out. */

import type { Db } from '#src/platform/database/tables.ts'
import { readDay } from '#src/platform/day.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersPartnership } from './access.ts'
import { refuseActivity } from './activity.ts'
import { deleteNoted, insertNoted, type NotedActivity } from './noted-activity-store.ts'

interface When {
  at: Temporal.Instant
  today: Temporal.PlainDate
}

/** @throws Refusal `activity_title_missing`, `activity_source_missing`, `activity_date_wrong` */
export async function noteActivity(
  db: Db,
  { officer, partnership }: OfficersPartnership,
  { noted, at, today }: When & { noted: NotedActivity },
): Promise<void> {
  const { title, source } = noted
  if (!title.en && !title.zh) refuseActivity('activity_title_missing', {}, 422)
  if (!source) refuseActivity('activity_source_missing', {}, 422)
  const day = readDay(noted.on)
  if (!day || Temporal.PlainDate.compare(day, today) > 0) return refuseActivity('activity_date_wrong', {}, 422)
  const { partner } = partnership
  await db.transaction().execute(async (tx) => {
    await insertNoted(tx, partner, noted, { name: officer.account.name.latin, at })
    const detail = { kind: noted.kind, on: noted.on, title: title.en || title.zh, source }
    const about = { kind: 'partner', id: partner }
    await record(tx, { at, by: actorOf(officer), about, act: 'partner.activity_noted', detail })
  })
}

/** What it said stays in the journal. @throws Refusal `activity_gone` */
export async function dropActivity(
  db: Db,
  { officer, partnership }: OfficersPartnership,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<void> {
  const { partner } = partnership
  await db.transaction().execute(async (tx) => {
    const noted = (await deleteNoted(tx, partner, id)) ?? refuseActivity('activity_gone', {}, 404)
    const detail = { kind: noted.kind, on: noted.happened_on.toString(), title: noted.title_en || noted.title_zh }
    const about = { kind: 'partner', id: partner }
    await record(tx, { at, by: actorOf(officer), about, act: 'partner.activity_dropped', detail })
  })
}
