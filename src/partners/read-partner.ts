/** Reads everything the page of one university shows. */
import type { Db } from '#src/platform/database/tables.ts'
import { mayMovePartnership, moverOf, type SeenPartner } from './access.ts'
import type { Activity } from './activity-source.ts'
import { groupingsOf } from './grouping-store.ts'
import { factsOf, type PersonInPost, peopleOf } from './institution-facts-store.ts'
import { formersOf } from './institution-move-store.ts'
import { leadsOf, postsOfLeads } from './lead-store.ts'
import { handActs, type Partnership } from './partnership.ts'
import { stepsOf } from './partnership-step-store.ts'
import { contactNeeded, isHeld } from './person.ts'
import { readLiveliness } from './read-activity.ts'
import type { Institution } from './store.ts'

export type Partner = Awaited<ReturnType<typeof readPartner>>

/** @param now decides which posts are held */
export async function readPartner(db: Db, activity: Activity, seen: SeenPartner, now: Temporal.Instant) {
  const { institution, partnership, visitor, us } = seen
  const officer = mayMovePartnership(visitor)
  const both = await peopleOf(db, institution.ror, ...(officer && partnership ? [us.ror] : []))
  const leads = partnership ? await leadsOf(db, partnership.id) : []
  const steps = partnership ? await stepsOf(db, partnership.id) : []
  const today = now.toZonedDateTimeISO(us.zone).toPlainDate()
  return {
    ...seen,
    facts: await factsOf(db, institution.ror),
    people: both.filter((one) => one.institution === institution.ror),
    formers: await formersOf(db, institution.ror),
    groupings: await groupingsOf(db, institution.ror),
    today,
    steps,
    acts: partnership ? handActs(partnership, moverOf(visitor), steps[0]?.account ?? null) : [],
    mayStart: officer && !institution.ours,
    leads,
    lively: institution.ours ? null : await livelinessOf(db, activity, seen, now),
    needed: leads.length > 0 ? await without(db, partnership!, [us, institution], leads, today) : [],
    candidates: officer && partnership ? candidates(both, leads, today) : [],
  }
}

const livelinessOf = async (db: Db, activity: Activity, seen: SeenPartner, now: Temporal.Instant) => {
  const view = await readLiveliness(db, activity, seen, now)
  return { ...view, ror: seen.institution.ror }
}

/** Sides whose leads have all gone. A partnership for which nobody was ever named is not nagged about. */
async function without(
  db: Db,
  partnership: Partnership,
  sides: Institution[],
  leads: Awaited<ReturnType<typeof leadsOf>>,
  today: Temporal.PlainDate,
): Promise<string[]> {
  const posts = await postsOfLeads(db, partnership.id)
  const of = (person: string) => posts.filter((post) => post.person === person)
  return contactNeeded(
    sides.map(({ ror }) => ror),
    leads,
    of,
    today,
  )
}

/** Whoever holds a post on either side and does not lead yet. */
function candidates(people: PersonInPost[], leads: Awaited<ReturnType<typeof leadsOf>>, today: Temporal.PlainDate) {
  const leading = new Set(leads.filter((lead) => !lead.until).map((lead) => lead.person))
  const held = people.filter((p) => !leading.has(p.id) && isHeld(p, today))
  const once = [...new Map(held.map((p) => [p.id, p])).values()]
  return once.map((p) => ({
    value: p.id,
    name: `${p.name_latin}${p.name_native ? ` ${p.name_native}` : ''}`,
    title: { en: p.title_en, zh: p.title_zh },
  }))
}
