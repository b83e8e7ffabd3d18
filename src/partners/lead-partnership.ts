/** An officer says who leads a partnership on a side, or that someone no longer does. */
import type { Db } from '#src/platform/database/tables.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersPartnership } from './access.ts'
import { endLead, insertLead } from './lead-store.ts'
import { isHeld, refusePerson } from './person.ts'
import { postsOf } from './post-store.ts'
import { ourInstitution } from './store.ts'

/** @throws Refusal `lead_not_of_either_side` where the person holds no post at either university, `lead_already` */
export async function nameLead(
  db: Db,
  { officer, partnership }: OfficersPartnership,
  input: { person: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const us = await ourInstitution(tx)
    const today = input.at.toZonedDateTimeISO(us.zone).toPlainDate()
    const posts = (await postsOf(tx, input.person)).filter((post) => isHeld(post, today))
    const post = posts.find((p) => p.institution === us.ror || p.institution === partnership.partner)
    if (!post) return refusePerson('lead_not_of_either_side', {}, 422)
    const { institution } = post
    const lead = { partnership: partnership.id, institution, person: input.person, since: today.toString() }
    if (!(await insertLead(tx, lead))) refusePerson('lead_already')
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'partner', id: partnership.partner },
      act: 'partnership.lead_named',
      detail: { person: input.person, institution },
    })
  })
}

/** Ends a lead, with what the next one should know. Repeating it changes nothing. */
export async function giveUpLead(
  db: Db,
  { officer, partnership }: OfficersPartnership,
  input: { lead: string; handover: string; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const us = await ourInstitution(tx)
    const until = input.at.toZonedDateTimeISO(us.zone).toPlainDate().toString()
    const ended = await endLead(tx, partnership.id, input.lead, until, input.handover)
    if (!ended) return
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'partner', id: partnership.partner },
      act: 'partnership.lead_ended',
      detail: { person: ended.person, institution: ended.institution },
    })
  })
}
