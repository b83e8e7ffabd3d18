/** An officer pairs a unit of ours with one of the partner's, names who leads on each side, and moves the pairing on. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersPartnership } from './access.ts'
import type { Discipline } from './discipline.ts'
import { insertPairing, lockPairing, savePairingLeads, savePairingStep } from './pairing-store.ts'
import { findPerson } from './person-store.ts'
import { ourInstitution } from './store.ts'
import { movePairing, type PairingAct, refuseUnit } from './unit.ts'
import { findUnit } from './unit-store.ts'

export interface PairingInput {
  ours: string
  theirs: string
  ourLead: string | null
  theirLead: string | null
  disciplines: Discipline[]
  note: string
  at: Temporal.Instant
}

/** @throws Refusal `pairing_needs_both_units`, `pairing_lead_unknown`, `pairing_already` */
export async function pairUnits(db: Db, held: OfficersPartnership, input: PairingInput): Promise<void> {
  const { partnership } = held
  await db.transaction().execute(async (tx) => {
    const us = await ourInstitution(tx)
    const [ours, theirs] = [await findUnit(tx, input.ours), await findUnit(tx, input.theirs)]
    if (ours?.institution !== us.ror || theirs?.institution !== partnership.partner) {
      return refuseUnit('pairing_needs_both_units', {}, 422)
    }
    await leadsKnown(tx, input)
    const pairing = {
      id: crypto.randomUUID(),
      partnership: partnership.id,
      ours: ours.id,
      theirs: theirs.id,
      our_lead: input.ourLead,
      their_lead: input.theirLead,
      disciplines: input.disciplines,
      note: input.note,
      created_at: input.at,
    }
    if (!(await insertPairing(tx, pairing))) refuseUnit('pairing_already')
    const detail = { ours: ours.name_en || ours.name_zh, theirs: theirs.name_en || theirs.name_zh }
    await note(tx, held, { act: 'pairing.proposed', at: input.at, detail })
  })
}

/** Whoever is to lead must be a person we keep. @throws Refusal `pairing_lead_unknown` */
async function leadsKnown(tx: Tx, leads: Pick<PairingInput, 'ourLead' | 'theirLead'>): Promise<void> {
  for (const lead of [leads.ourLead, leads.theirLead])
    if (lead && !(await findPerson(tx, lead))) refuseUnit('pairing_lead_unknown', {}, 422)
}

export async function nameLeads(
  db: Db,
  held: OfficersPartnership,
  input: { pairing: string; ourLead: string | null; theirLead: string | null; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const pairing = await lockPairing(tx, held.partnership.id, input.pairing)
    if (!pairing) return refuseUnit('unit_unknown', {}, 404)
    await leadsKnown(tx, input)
    const leads = { our_lead: input.ourLead, their_lead: input.theirLead }
    // An active pairing without a lead would be one in name only.
    const one = leads.our_lead === null || leads.their_lead === null
    if (pairing.state === 'active' && one) refuseUnit('pairing_needs_two_leads', {}, 422)
    await savePairingLeads(tx, pairing.id, leads)
    await note(tx, held, { act: 'pairing.leads_named', at: input.at, detail: { pairing: pairing.id, ...leads } })
  })
}

/** @throws Refusal `pairing_reason_missing`, `pairing_does_not_allow`, `pairing_needs_two_leads` */
export async function movePairingOn(
  db: Db,
  held: OfficersPartnership,
  input: { pairing: string; act: PairingAct; reason: string; at: Temporal.Instant },
): Promise<void> {
  const reason = input.reason.trim()
  if (!reason) refuseUnit('pairing_reason_missing', {}, 422)
  await db.transaction().execute(async (tx) => {
    const pairing = await lockPairing(tx, held.partnership.id, input.pairing)
    if (!pairing) return refuseUnit('unit_unknown', {}, 404)
    const { act, at } = input
    const leads = { ourLead: pairing.our_lead, theirLead: pairing.their_lead }
    const to = movePairing({ state: pairing.state, ...leads }, act)
    await savePairingStep(tx, pairing.id, { act, to, at, byName: held.officer.account.name.latin, reason })
    await note(tx, held, {
      act: `pairing.${act}`,
      at,
      detail: { pairing: pairing.id, reason, from: pairing.state, to },
    })
  })
}

async function note(
  tx: Tx,
  { officer, partnership }: OfficersPartnership,
  { act, at, detail }: { act: string; at: Temporal.Instant; detail: Record<string, Json> },
): Promise<void> {
  const about = { kind: 'partner', id: partnership.partner }
  await record(tx, { at, by: actorOf(officer), about, act, detail })
}
