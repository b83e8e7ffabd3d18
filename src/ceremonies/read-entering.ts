/** Whom the partner's node vouches for when they come to our door. */
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { MeetingPerson } from '#src/platform/meetings/index.ts'
import type { MeetingParts } from './join-meeting.ts'
import { refuse } from './join-offer.ts'
import { readPass } from './pass.ts'
import type { Plan } from './plan.ts'
import { findPlan } from './plan-store.ts'

export interface Entering {
  plan: Plan
  us: Institution
  partner: Institution
  person: MeetingPerson
}

/** What a pass from the partner's node says, once it is known to be theirs. @throws Refusal `pass_invalid` for any other, or one too old */
export async function readEntering(
  { db, passes }: MeetingParts,
  text: string,
  now: Temporal.Instant,
): Promise<Entering> {
  const [body = '', signature = ''] = text.split('.')
  const pass = readPass(body)
  const us = await ourInstitution(db)
  if (!pass || pass.to !== us.ror || pass.until < now.epochMilliseconds / 1000) return refuse('pass_invalid', {}, 403)
  if (!(await passes.signedBy(db, pass.from, body, signature))) return refuse('pass_invalid', {}, 403)
  const plan = await findPlan(db, pass.ceremony)
  if (!plan || plan.partner !== pass.from || plan.convenor !== us.ror) return refuse('pass_invalid', {}, 403)
  const partner = await findInstitution(db, plan.partner)
  const { name, key, moderates } = pass
  return { plan, us, partner: partner!, person: { name, key: `${pass.from}-${key}`, moderates } }
}
