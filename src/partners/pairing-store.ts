/** SQL of pairings of units. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Discipline } from './discipline.ts'
import type { PairingState } from './unit.ts'
import './person-tables.ts'
import './unit-tables.ts'

/** Pairings of a partnership, or those in which one of these units takes part; ended ones last. */
export async function pairingsOf(db: Db, which: { partnership: string } | { units: string[] }) {
  return db
    .selectFrom('unit_pairing as p')
    .innerJoin('unit as o', 'o.id', 'p.ours')
    .innerJoin('unit as t', 't.id', 'p.theirs')
    .innerJoin('partnership as tie', 'tie.id', 'p.partnership')
    .leftJoin('person as ol', 'ol.id', 'p.our_lead')
    .leftJoin('person as tl', 'tl.id', 'p.their_lead')
    .selectAll('p')
    .select([
      'tie.partner',
      'o.name_en as our_en',
      'o.name_zh as our_zh',
      't.name_en as their_en',
      't.name_zh as their_zh',
    ])
    .select(['ol.name_latin as our_latin', 'ol.name_native as our_native'])
    .select(['tl.name_latin as their_latin', 'tl.name_native as their_native'])
    .where((eb) => {
      if ('partnership' in which) return eb('p.partnership', '=', which.partnership)
      if (which.units.length === 0) return sql<boolean>`false`
      return eb.or([eb('p.ours', 'in', which.units), eb('p.theirs', 'in', which.units)])
    })
    .orderBy(sql`p.state = 'ended'`)
    .orderBy('o.name_en')
    .execute()
}
export type UnitPairing = Awaited<ReturnType<typeof pairingsOf>>[number]

export async function lockPairing(tx: Tx, partnership: string, id: string) {
  return tx
    .selectFrom('unit_pairing')
    .selectAll()
    .where('id', '=', id)
    .where('partnership', '=', partnership)
    .forUpdate()
    .executeTakeFirst()
}

export interface NewPairing {
  id: string
  partnership: string
  ours: string
  theirs: string
  our_lead: string | null
  their_lead: string | null
  disciplines: Discipline[]
  note: string
  created_at: Temporal.Instant
}

/** @returns false where the two are paired already */
export async function insertPairing(tx: Tx, pairing: NewPairing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unit_pairing')
    .values({ state: 'proposed', ...pairing })
    .onConflict((c) => c.columns(['ours', 'theirs']).where('state', '<>', 'ended').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function savePairingLeads(
  tx: Tx,
  id: string,
  leads: { our_lead: string | null; their_lead: string | null },
): Promise<void> {
  await tx.updateTable('unit_pairing').set(leads).where('id', '=', id).execute()
}

export async function savePairingStep(
  tx: Tx,
  pairing: string,
  step: { act: string; to: PairingState; at: Temporal.Instant; byName: string; reason: string },
): Promise<void> {
  const { act, to, at, byName, reason } = step
  await tx.updateTable('unit_pairing').set({ state: to }).where('id', '=', pairing).execute()
  await tx.insertInto('unit_pairing_step').values({ pairing, act, to_state: to, at, by_name: byName, reason }).execute()
}

/** What happened to pairings of a partnership, the latest first. */
export async function pairingStepsOf(db: Db, partnership: string) {
  return db
    .selectFrom('unit_pairing_step as s')
    .innerJoin('unit_pairing as p', 'p.id', 's.pairing')
    .selectAll('s')
    .where('p.partnership', '=', partnership)
    .orderBy('s.id', 'desc')
    .execute()
}
