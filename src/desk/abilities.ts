/** What somebody may do here, and which of their roles lets them: asked of the very sentences that guard the acts. */
import { isOfficer, mayReadNotes, maySeeAgreements } from '#src/agreements/index.ts'
import { isStaff, mayPlanCeremonies } from '#src/ceremonies/index.ts'
import { mayKeepPeople, mayMovePartnership, maySeePartners } from '#src/partners/index.ts'
import { holds, type Role, type Visitor } from '#src/platform/people/index.ts'
import { isEditor, maySeeStories, mayWrite } from '#src/stories/index.ts'
import { mayReadJournal } from './journal-access.ts'

export const sentences = {
  see_partners: maySeePartners,
  move_partnerships: mayMovePartnership,
  keep_people: mayKeepPeople,
  see_agreements: maySeeAgreements,
  negotiate: isOfficer,
  read_notes: mayReadNotes,
  approve: (visitor: Visitor) => holds(visitor, 'approver'),
  sign: (visitor: Visitor) => holds(visitor, 'signatory'),
  see_ceremonies: isStaff,
  plan_ceremonies: mayPlanCeremonies,
  see_stories: maySeeStories,
  write_stories: mayWrite,
  publish_stories: isEditor,
  give_roles: (visitor: Visitor) => holds(visitor, 'administrator'),
  read_journal: mayReadJournal,
} satisfies Record<string, (visitor: Visitor) => boolean>

export type AbilityName = keyof typeof sentences

export interface Ability {
  name: AbilityName
  may: boolean
  /** The roles each of which alone would let them. */
  because: Role[]
}

export function abilitiesOf(person: Visitor): Ability[] {
  return (Object.keys(sentences) as AbilityName[]).map((name) => ({
    name,
    may: sentences[name](person),
    because: person.roles.filter((role) => sentences[name]({ ...person, roles: [role] })),
  }))
}
