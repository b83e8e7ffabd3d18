/** SQL of what happened with partners: the same rules as in `activity.ts`, over all partners at once where a list asks. */
import { type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Dormancy, DormancyDecision, Span } from './activity.ts'
import { type Activity, type ActivitySource, happened } from './activity-source.ts'
import './activity-tables.ts'

export interface HappenedRow {
  happened_on: Temporal.PlainDate
  kind: string
  id: string
  title_en: string
  title_zh: string
}

/** What happened with a partner, the latest first. */
export async function happenedWith(
  db: Db,
  sources: ActivitySource[],
  o: { partner: string; today: Temporal.PlainDate; limit: number },
): Promise<HappenedRow[]> {
  const { rows } = await sql<HappenedRow>`
    select happened_on, kind, id, title_en, title_zh from ${happened(sources)}
    where partner = ${o.partner} and happened_on <= ${o.today.toString()}::date
    order by happened_on desc, kind, id limit ${o.limit}`.execute(db)
  return rows
}

/** How much is recorded of each year, and whether any of it asks for an agreement. */
export async function yearsOf(db: Db, { sources }: Activity, partner: string, today: Temporal.PlainDate) {
  const { rows } = await sql<{ year: number; count: number; needsAgreement: boolean; last: Temporal.PlainDate }>`
    select extract(year from happened_on)::int as year, count(*)::int as count, bool_or(needs_agreement) as "needsAgreement",
      max(happened_on) as last
    from ${happened(sources)} where partner = ${partner} and happened_on <= ${today.toString()}::date
    group by 1 order by 1 desc`.execute(db)
  return rows
}

/** When agreements with a partner were or are in force. */
export async function spansOf(db: Db, { agreements }: Activity, partner: string): Promise<Span[]> {
  const { rows } = await sql<{ begins: Temporal.PlainDate; ends: Temporal.PlainDate | null }>`
    select begins, nullif(ends, 'infinity') as ends from (${agreements}) as s (partner, begins, ends)
    where partner = ${partner}`.execute(db)
  return rows.map(({ begins, ends }) => ({ from: begins, until: ends }))
}

/** The day of the last thing that happened with each of these partners. */
export async function lastActivity(
  db: Db,
  { sources }: Activity,
  partners: string[],
  today: Temporal.PlainDate,
): Promise<Map<string, Temporal.PlainDate>> {
  if (partners.length === 0) return new Map()
  const { rows } = await sql<{ partner: string; last: Temporal.PlainDate }>`
    select partner, max(happened_on) as last from ${happened(sources)}
    where partner in (${sql.join(partners)}) and happened_on <= ${today.toString()}::date group by partner`.execute(db)
  return new Map(rows.map(({ partner, last }) => [partner, last]))
}

export interface DormantPartner {
  partner: string
  name_en: string
  name_zh: string
  standing: Exclude<Dormancy, 'none'>
  last: Temporal.PlainDate | null
  dormant_after: number
}

/** Partnerships dormant by their record, the longest first (see `dormancyOn`). */
export async function dormantPartners(
  db: Db,
  activity: Activity,
  today: Temporal.PlainDate,
): Promise<DormantPartner[]> {
  const { rows } = await sql<DormantPartner>`
    select d.partner, i.name_en, i.name_zh, d.standing, d.last, d.dormant_after
    from (${dormant(activity, today)}) d join institution i on i.ror = d.partner
    order by d.last nulls first, d.partner`.execute(db)
  return rows
}

/**
 * Those nobody has decided about yet, but for some partners: the first few, and how many there are. Partners of whom nothing was ever
 * recorded are left to the list: an office that begins to keep a register would see nothing else.
 */
export async function someDormant(
  db: Db,
  activity: Activity,
  today: Temporal.PlainDate,
  o: { except: string[]; limit: number },
): Promise<{ rows: DormantPartner[]; total: number }> {
  const { rows } = await sql<DormantPartner & { total: number }>`
    select d.*, i.name_en, i.name_zh from (
      select *, count(*) over ()::int as total from (${dormant(activity, today)}) d
      where standing = 'proposed' and last is not null and partner <> all(${o.except}::text[])
      order by last nulls first, partner limit ${o.limit}) d join institution i on i.ror = d.partner
    order by d.last nulls first, d.partner`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

export const isDormant = (activity: Activity, today: Temporal.PlainDate) =>
  sql<SqlBool>`i.ror in (select partner from (${dormant(activity, today)}) d)`

/** Years with activity that asks for an agreement, and no agreement in force (see `gapYears`). */
export const hasGap = ({ sources, agreements }: Activity, today: Temporal.PlainDate) =>
  sql<SqlBool>`i.ror in (
    select h.partner from ${happened(sources)}
    where h.needs_agreement and h.happened_on <= ${today.toString()}::date and not exists (
      select from (${agreements}) as s (partner, begins, ends) where s.partner = h.partner
        and s.begins <= make_date(extract(year from h.happened_on)::int, 12, 31)
        and s.ends >= make_date(extract(year from h.happened_on)::int, 1, 1)))`

function dormant({ sources }: Activity, today: Temporal.PlainDate) {
  const day = sql`${today.toString()}::date`
  const confirmed = sql`(d.decision = 'dormant' and coalesce(a.last, '-infinity') < d.decided_on)`
  return sql`
    select p.partner, a.last, p.dormant_after, case when ${confirmed} then 'confirmed' else 'proposed' end as standing
    from partnership p
    left join (select partner, max(happened_on) as last from ${happened(sources)} where happened_on <= ${day}
      group by partner) a on a.partner = p.partner
    left join (select distinct on (partnership) partnership, decision, decided_on from dormancy_decision
      order by partnership, id desc) d on d.partnership = p.id
    where p.state not in ('prospect', 'ended') and (${confirmed} or greatest(a.last,
      (case when length(p.since) = 4 then p.since || '-12-31' else p.since end)::date,
      case when d.decision = 'awake' then d.decided_on end) + make_interval(months => p.dormant_after) < ${day})`
}

export async function lastDecision(db: Db, partnership: string) {
  return db
    .selectFrom('dormancy_decision')
    .selectAll()
    .where('partnership', '=', partnership)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface NewDecision {
  decision: DormancyDecision['decision']
  reason: string
  decided_on: string
  by_name: string
  account: string
  at: Temporal.Instant
}

export async function insertDecision(tx: Tx, partnership: string, decision: NewDecision): Promise<void> {
  await tx
    .insertInto('dormancy_decision')
    .values({ partnership, ...decision })
    .execute()
}

export async function saveRule(tx: Tx, partnership: string, months: number): Promise<void> {
  await tx.updateTable('partnership').set({ dormant_after: months }).where('id', '=', partnership).execute()
}
