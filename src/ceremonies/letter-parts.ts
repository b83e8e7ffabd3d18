/** What every letter to a guest is made with. */
import { findInstitution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Office } from './around-parts.ts'
import { draftedLetter } from './invitation-mail.ts'
import { findLetter } from './invitation-store.ts'
import type { Plan } from './plan.ts'

/** What every letter about a plan is made with. */
export async function letterParts(db: Db, plan: Plan, { publicUrl }: Office, at: Temporal.Instant) {
  const [us, partner, own] = await Promise.all([
    ourInstitution(db),
    findInstitution(db, plan.partner),
    findLetter(db, plan.id, 'invitation'),
  ])
  const who = { plan, us, partner: partner! }
  return { ...who, letter: own?.text ?? draftedLetter(who), at, host: new URL(publicUrl).hostname }
}
