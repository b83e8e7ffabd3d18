/** SQL of facts as officers keep them, and of due diligence. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { EndingAnswer } from './answer-reminder.ts'
import type { Risk, Topic } from './fact.ts'
import './institution-tables.ts'

export interface NewFact {
  label: { en: string; zh: string }
  value: { en: string; zh: string }
  source: string
  asOf: string
}

/** At the end of the list. */
export async function insertFact(tx: Tx, institution: string, { label, value, source, asOf }: NewFact): Promise<void> {
  // Two at once would take the same place: the institution's row is held.
  await tx.selectFrom('institution').select('ror').where('ror', '=', institution).forUpdate().execute()
  const { last } = await tx
    .selectFrom('institution_fact')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('institution', '=', institution)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('institution_fact')
    .values({
      institution,
      position: last + 1,
      label_en: label.en,
      label_zh: label.zh,
      value_en: value.en,
      value_zh: value.zh,
      source,
      as_of: asOf,
    })
    .execute()
}

/** @returns the fact that was looked at; undefined where it is gone */
export async function saveCheck(tx: Tx, institution: string, position: number, on: string) {
  return tx
    .updateTable('institution_fact')
    .set({ checked_on: on })
    .where('institution', '=', institution)
    .where('position', '=', position)
    .returningAll()
    .executeTakeFirst()
}

/** @returns the fact as it was */
export async function deleteFact(tx: Tx, institution: string, position: number) {
  return tx
    .deleteFrom('institution_fact')
    .where('institution', '=', institution)
    .where('position', '=', position)
    .returningAll()
    .executeTakeFirst()
}

export interface NewAnswer {
  topic: Topic
  risk: Risk
  answer: string
  source: string
  answered_on: string
  expires_on: string
  by_name: string
  at: Temporal.Instant
}

export async function insertAnswer(tx: Tx, institution: string, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('due_diligence')
    .values({ institution, ...answer })
    .execute()
}

/** All answers given for an institution, the latest first: the first of a topic is the one that holds. */
export async function answersOf(db: Db, institution: string) {
  return db
    .selectFrom('due_diligence')
    .selectAll()
    .where('institution', '=', institution)
    .orderBy('id', 'desc')
    .execute()
}
export type Answer = Awaited<ReturnType<typeof answersOf>>[number]

/** The latest answer of each institution and topic, where it ends by that day. Of partnerships that have ended, none. */
export async function answersEndingBy(db: Db, day: Temporal.PlainDate) {
  return db
    .selectFrom('due_diligence as d')
    .innerJoin('institution as i', 'i.ror', 'd.institution')
    .select(['d.id', 'd.institution', 'd.topic', 'd.expires_on', 'i.name_en', 'i.name_zh'])
    .where('d.expires_on', '<=', sql<Temporal.PlainDate>`${day.toString()}::date`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('partnership as p')
            .select('p.id')
            .whereRef('p.partner', '=', 'd.institution')
            .where('p.state', '=', 'ended'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('due_diligence as later')
            .select('later.id')
            .whereRef('later.institution', '=', 'd.institution')
            .whereRef('later.topic', '=', 'd.topic')
            .whereRef('later.id', '>', 'd.id'),
        ),
      ),
    )
    .orderBy('d.expires_on')
    .execute()
}

/** The latest answer to every topic of every institution, for calendars. @returns `changes` grows whenever something about it changes */
export async function latestAnswers(db: Db) {
  const { rows } = await sql<LatestAnswer>`
    select distinct on (d.institution, d.topic) d.institution, d.topic, d.expires_on, i.name_en, i.name_zh,
      first_value(d.at) over (partition by d.institution, d.topic order by d.id) as began_at,
      greatest(d.at, coalesce(s.last_at, d.at)) as changed_at,
      (count(*) over (partition by d.institution, d.topic) + coalesce(s.steps, 0))::integer as changes,
      coalesce(p.state = 'ended', false) as ended
    from due_diligence d join institution i on i.ror = d.institution
    left join partnership p on p.partner = d.institution
    left join (select partnership, count(*) as steps, max(at) as last_at from partnership_step group by 1) s on s.partnership = p.id
    order by d.institution, d.topic, d.id desc`.execute(db)
  return rows
}

export interface LatestAnswer extends EndingAnswer {
  began_at: Temporal.Instant
  changed_at: Temporal.Instant
  changes: number
  /** Nobody works with them any more: the answer matters no more. */
  ended: boolean
}
