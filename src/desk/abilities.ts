/** What somebody may do here, and which of their roles lets them: asked of the very sentences that guard the acts. */
import { isOfficer, mayReadNotes, maySeeAgreements } from '#src/agreements/index.ts'
import { isStaff, mayPlanCeremonies } from '#src/ceremonies/index.ts'
import { mayKeepPeople, mayMovePartnership, maySeePartners } from '#src/partners/index.ts'
import { holds, type Role, type RoleName, type Visitor } from '#src/platform/people/index.ts'
import { isEditor, maySeeStories, mayWrite } from '#src/stories/index.ts'
import { mayReadJournal } from './journal-access.ts'

export const sentences = {
  see_partners: maySeePartners,
  move_partnerships: mayMovePartnership,
  keep_people: mayKeepPeople,
  see_agreements: maySeeAgreements,
  change_drafts: isOfficer,
  negotiate: isOfficer,
  handle_proposals: isOfficer,
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
  /** The roles that let them for a part of the house only; empty where they may for the whole. */
  partly: Role[]
}

/** What roles for a part of the house open within that part, by the sentences of the areas that say so. */
const withinAPart: Partial<Record<AbilityName, readonly RoleName[]>> = {
  see_agreements: ['officer', 'reader'],
  change_drafts: ['officer'],
  handle_proposals: ['officer'],
}

export function abilitiesOf(person: Visitor): Ability[] {
  return (Object.keys(sentences) as AbilityName[]).map((name) => {
    const may = sentences[name](person)
    const partly = person.roles.filter((role) => role.limit && withinAPart[name]?.includes(role.name))
    return {
      name,
      may,
      because: person.roles.filter((role) => sentences[name]({ ...person, roles: [role] })),
      partly: may ? [] : partly,
    }
  })
}
