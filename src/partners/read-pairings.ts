/** Reads everything the page of pairings with one partner shows. */
import type { Db } from '#src/platform/database/tables.ts'
import { mayMovePartnership, type SeenPartner } from './access.ts'
import { type PersonInPost, peopleOf } from './institution-facts-store.ts'
import { pairingStepsOf, pairingsOf } from './pairing-store.ts'
import { isHeld } from './person.ts'
import { unitsOf } from './unit-store.ts'

export type ReadPairings = Awaited<ReturnType<typeof readPairings>>

export async function readPairings(
  db: Db,
  { visitor, institution, partnership, us }: SeenPartner,
  now: Temporal.Instant,
) {
  const today = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const units = (await unitsOf(db, [us.ror, institution.ror])).filter(({ until }) => until === null)
  const mayPair = mayMovePartnership(visitor) && partnership !== undefined && !institution.ours
  const people = async (ror: string) => (mayPair ? namesOf(await peopleOf(db, ror), today) : [])
  return {
    us,
    institution,
    mayPair,
    pairings: partnership ? await pairingsOf(db, { partnership: partnership.id }) : [],
    steps: partnership ? await pairingStepsOf(db, partnership.id) : [],
    ourUnits: units.filter((u) => u.institution === us.ror),
    theirUnits: units.filter((u) => u.institution === institution.ror),
    ourPeople: await people(us.ror),
    theirPeople: await people(institution.ror),
  }
}

/** Whoever holds a post now, each once. */
function namesOf(people: PersonInPost[], today: Temporal.PlainDate): { value: string; label: string }[] {
  const held = people.filter((p) => isHeld({ ...p, institution: '' }, today))
  return [...new Map(held.map((p) => [p.id, p])).values()].map((p) => ({
    value: p.id,
    label: [p.name_latin, p.name_native].filter(Boolean).join(' '),
  }))
}
