/** SQL that finds institutions of ours the registry no longer lists as active, and moves what we have of them to a successor. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Candidate } from './institution-move.ts'
import { lockPartnership } from './partnership-store.ts'
import './directory-tables.ts'
import './institution-tables.ts'

export interface Changed {
  ror: string
  name_en: string
  name_zh: string
  status: Exclude<Candidate['status'], 'active'>
  modified: Temporal.PlainDate
  successors: { ror: string; name: string; name_zh: string | null }[]
}

/** Living records that follow one, through up to five steps: a successor may have been merged again. */
const successorsOf = (ror: ReturnType<typeof sql>) => sql`
  with recursive follows (ror, step) as (
    select r.other, 1 from directory_relation r where r.ror = ${ror} and r.kind = 'successor'
    union
    select r.other, f.step + 1 from follows f join directory_relation r on r.ror = f.ror and r.kind = 'successor'
      join directory_institution gone on gone.ror = f.ror and gone.status <> 'active' where f.step < 5)
  select coalesce(json_agg(json_build_object('ror', d.ror, 'name', d.name, 'name_zh', d.name_zh) order by d.name), '[]')
    from (select distinct ror from follows) f join directory_institution d on d.ror = f.ror and d.status = 'active'`

/** Those of our register that the directory has as inactive or withdrawn, and that did not move yet. One query. */
export async function changedInstitutions(db: Db, one?: string): Promise<Changed[]> {
  const only = one === undefined ? sql`true` : sql`i.ror = ${one}`
  const { rows } = await sql<Changed>`
    select i.ror, i.name_en, i.name_zh, d.status, d.modified, (${successorsOf(sql`i.ror`)}) as successors
    from institution i join directory_institution d on d.ror = i.ror
    where d.status <> 'active' and not i.ours and i.moved_to is null and ${only}
    order by i.name_en`.execute(db)
  return rows
}

/** Those that were merged into an institution, the latest first. */
export async function formersOf(db: Db, ror: string) {
  return db
    .selectFrom('institution')
    .select(['ror', 'name_en', 'name_zh', 'moved_on'])
    .where('moved_to', '=', ror)
    .orderBy('moved_on', 'desc')
    .orderBy('name_en')
    .execute()
}

/** Holds the row of an institution until the transaction ends. @returns whether it is still where it was */
export async function lockUnmoved(tx: Tx, ror: string): Promise<boolean> {
  const row = await tx
    .selectFrom('institution')
    .select('moved_to')
    .where('ror', '=', ror)
    .forUpdate()
    .executeTakeFirst()
  return row?.moved_to === null
}

/** Enters the successor under what the directory knows of it; city, zone and Chinese name are those we had, where it has none. */
export async function enterSuccessor(tx: Tx, from: string, to: string): Promise<void> {
  await sql`insert into institution (ror, name_en, name_zh, short_en, short_zh, city_en, city_zh, country, zone, website, latitude, longitude)
    select d.ror, d.name, coalesce(d.name_zh, ''), d.name, coalesce(d.name_zh, d.name),
      d.city, case when d.city = old.city_en then old.city_zh else '' end, d.country, old.zone, d.website, d.latitude, d.longitude
    from directory_institution d, institution old where d.ror = ${to} and old.ror = ${from}
    on conflict (ror) do nothing`.execute(tx)
}

interface Move {
  from: string
  to: string
  /** The day it is where we are. */
  on: Temporal.PlainDate
}

/** What this area keeps of one institution becomes the other's. Posts that ended stay where they were held. */
export async function moveRecords(tx: Tx, { from, to, on }: Move): Promise<void> {
  const moves = [
    sql`update post set institution = ${to} where institution = ${from} and until is null`,
    sql`update unit set institution = ${to} where institution = ${from}`,
    sql`update due_diligence set institution = ${to} where institution = ${from}`,
    sql`update noted_activity set partner = ${to} where partner = ${from}`,
    sql`update institution_fact set institution = ${to}, position = position + 1 + (
      select coalesce(max(position), -1) from institution_fact where institution = ${to}) where institution = ${from}`,
    sql`insert into grouping_member (grouping, ror) select grouping, ${to} from grouping_member where ror = ${from} on conflict do nothing`,
    sql`update partnership_lead set institution = ${to} where institution = ${from}`,
  ]
  for (const move of moves) await move.execute(tx)
  await movePartnershipRow(tx, { from, to, on })
}

/** The partnership itself moves; where the successor has one, that one takes in the steps, leads and pairings, and the higher tier. */
async function movePartnershipRow(tx: Tx, { from, to, on }: Move): Promise<void> {
  const [old, kept] = [await lockPartnership(tx, from), await lockPartnership(tx, to)]
  if (!old) return
  if (!kept) {
    await tx.updateTable('partnership').set({ partner: to }).where('id', '=', old.id).execute()
    return
  }
  const rank = (state: string) => ['key_partner', 'under_review'].indexOf(state)
  const state = rank(kept.state) < 0 && rank(old.state) >= 0 ? old.state : kept.state
  const [since] = [old.since, kept.since].sort()
  await tx.updateTable('partnership').set({ state, since }).where('id', '=', kept.id).execute()
  await sql`update partnership_lead l set until = greatest(${on.toString()}::date, since) where partnership = ${old.id} and until is null
    and exists (select from partnership_lead k where k.partnership = ${kept.id} and k.person = l.person and k.until is null)`.execute(
    tx,
  )
  for (const table of ['partnership_step', 'partnership_lead', 'unit_pairing', 'dormancy_decision'])
    await sql`update ${sql.table(table)} set partnership = ${kept.id} where partnership = ${old.id}`.execute(tx)
  await tx.deleteFrom('partnership').where('id', '=', old.id).execute()
}

/** From now on the old row leads to the new one, and the new one is found by the old names. */
export async function pointTo(tx: Tx, { from, to, on }: Move): Promise<void> {
  await sql`update institution set moved_to = ${to}, moved_on = ${on.toString()}::date where ror = ${from}`.execute(tx)
  await sql`update institution set moved_to = ${to} where moved_to = ${from}`.execute(tx)
  await sql`update institution n set former = trim(n.former || ' ' || o.haystack),
    haystack = lower(concat_ws(' ', n.name_en, n.name_zh, n.short_en, n.short_zh, n.city_en, n.city_zh, n.ror)) || ' ' ||
      trim(n.former || ' ' || o.haystack)
    from institution o where n.ror = ${to} and o.ror = ${from}`.execute(tx)
}
