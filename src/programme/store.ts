/** SQL of programmes. */
import { sql } from 'kysely'
import { inGrouping } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Area, ProgrammeState } from './programme.ts'
import './tables.ts'

type Pair = { en: string; zh: string }

/** What an officer may write about a programme. */
export interface ProgrammeDetails {
  name: Pair
  owner: Pair
  startsOn: string
  endsOn: string
  aims: Pair
  areas: Area[]
  /** Digits with at most two decimals, or empty. */
  budget: string
  currency: string
  criteria: Pair
  benefits: Pair
  meetings: Pair
  reviewMonths: number
}

const rowOf = (d: ProgrammeDetails) => ({
  name_en: d.name.en,
  name_zh: d.name.zh,
  owner_en: d.owner.en,
  owner_zh: d.owner.zh,
  starts_on: d.startsOn,
  ends_on: d.endsOn,
  aims_en: d.aims.en,
  aims_zh: d.aims.zh,
  areas: d.areas,
  budget: d.budget || null,
  currency: d.budget ? d.currency : null,
  criteria_en: d.criteria.en,
  criteria_zh: d.criteria.zh,
  benefits_en: d.benefits.en,
  benefits_zh: d.benefits.zh,
  meetings_en: d.meetings.en,
  meetings_zh: d.meetings.zh,
  review_months: d.reviewMonths,
})

export async function programmes(db: Db) {
  return db.selectFrom('programme').selectAll().orderBy('starts_on', 'desc').orderBy('name_en').execute()
}
export type Programme = Awaited<ReturnType<typeof programmes>>[number]

export async function findProgramme(db: Db, id: string): Promise<Programme | undefined> {
  return db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Holds the programme's row until the transaction ends. */
export async function lockProgramme(tx: Tx, id: string): Promise<Programme | undefined> {
  return tx.selectFrom('programme').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertProgramme(tx: Tx, id: string, details: ProgrammeDetails, at: Temporal.Instant) {
  const row = { id, state: 'planned' as const, successor: null, created_at: at, ...rowOf(details) }
  await tx.insertInto('programme').values(row).execute()
}

/** @returns false where the programme was changed since that revision */
export async function updateProgramme(
  tx: Tx,
  id: string,
  details: ProgrammeDetails,
  revision: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme')
    .set({ ...rowOf(details), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function saveProgrammeStep(
  tx: Tx,
  programme: string,
  step: {
    act: string
    to: ProgrammeState
    successor: string | null
    at: Temporal.Instant
    byName: string
    reason: string
  },
): Promise<void> {
  const { act, to, successor, at, byName, reason } = step
  await tx.updateTable('programme').set({ state: to, successor }).where('id', '=', programme).execute()
  await tx.insertInto('programme_step').values({ programme, act, to_state: to, at, by_name: byName, reason }).execute()
}

export async function programmeSteps(db: Db, programme: string) {
  return db.selectFrom('programme_step').selectAll().where('programme', '=', programme).orderBy('id', 'desc').execute()
}

/** Who takes part, with where the partnership stands and when it was last looked at as a whole. */
/** @param grouping of which they are members; '' for all */
export async function programmePartners(db: Db, programme: string, grouping = '') {
  const looked = sql<Temporal.Instant | null>`(select max(s.at) from partnership_step s
    where s.partnership = p.id and s.act in ('conclude_key_agreement', 'approve_renewal'))`
  return db
    .selectFrom('programme_partner as pp')
    .innerJoin('institution as i', 'i.ror', 'pp.partner')
    .leftJoin('partnership as p', 'p.partner', 'pp.partner')
    .select(['pp.partner', 'pp.joined_on', 'i.name_en', 'i.name_zh', 'p.state'])
    .select(looked.as('looked'))
    .where('pp.programme', '=', programme)
    .where('pp.left_on', 'is', null)
    .$if(grouping !== '', (query) => query.where(inGrouping(sql`pp.partner`, grouping)))
    .orderBy('i.name_en')
    .execute()
}

/** Key partners that do not take part yet. */
export async function keyPartnersOutside(db: Db, programme: string) {
  return db
    .selectFrom('partnership as p')
    .innerJoin('institution as i', 'i.ror', 'p.partner')
    .select(['i.ror', 'i.name_en', 'i.name_zh'])
    .where('p.state', 'in', ['key_partner', 'under_review'])
    .where('p.partner', 'not in', (eb) =>
      eb
        .selectFrom('programme_partner')
        .select('partner')
        .where('programme', '=', programme)
        .where('left_on', 'is', null),
    )
    .orderBy('i.name_en')
    .execute()
}

/** Joins, or joins again. Repeating it changes nothing. */
export async function joinProgramme(tx: Tx, programme: string, partner: string, on: string): Promise<void> {
  await tx
    .insertInto('programme_partner')
    .values({ programme, partner, joined_on: on })
    .onConflict((c) => c.columns(['programme', 'partner']).doUpdateSet({ left_on: null }))
    .execute()
}

/** @returns false where the partner takes no part */
export async function leaveProgramme(tx: Tx, programme: string, partner: string, on: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme_partner')
    .set({ left_on: sql`greatest(${on}::date, joined_on)` as unknown as string })
    .where('programme', '=', programme)
    .where('partner', '=', partner)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function programmeTargets(db: Db, programme: string) {
  return db
    .selectFrom('programme_target')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('by_year')
    .orderBy('name_en')
    .execute()
}

export async function insertTarget(
  tx: Tx,
  target: { id: string; programme: string; name_en: string; name_zh: string; value: string; by_year: number },
): Promise<void> {
  await tx.insertInto('programme_target').values(target).execute()
}

export async function deleteTarget(tx: Tx, programme: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('programme_target')
    .where('programme', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Running programmes a partner takes part in. */
export async function runningFor(db: Db, partner: string) {
  return db
    .selectFrom('programme')
    .innerJoin('programme_partner as pp', 'pp.programme', 'programme.id')
    .selectAll('programme')
    .where('pp.partner', '=', partner)
    .where('pp.left_on', 'is', null)
    .where('programme.state', 'in', ['running', 'in_final_review'])
    .execute()
}
