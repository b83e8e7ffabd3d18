/** The front door of the partners area. */
export { mayKeepPeople, mayMovePartnership, maySeePartners, type SeenPartner, seePartner } from './access.ts'
export { type Activity, type ActivitySource, ourDay, ownActivity, recordOf } from './activity-source.ts'
export { type DormantPartner, dormantPartners, lastActivity, someDormant } from './activity-store.ts'
export { activityRefusalWords, activityWords, dormantWords } from './activity-words.ts'
export { takeIntoRegister, zonesOf } from './add-partner.ts'
export { answersDue } from './answer-reminder.ts'
export { archiveSection } from './archive-view.ts'
export { archiveWords } from './archive-words.ts'
export { type ChosenUnit, chooseUnit, ourUnits } from './choose-unit.ts'
export { concludeKeyAgreement } from './conclude-key-agreement.ts'
export { findInDirectory, type InDirectory, recordsNamed } from './directory-store.ts'
export { type Discipline, matchDisciplines } from './discipline.ts'
export { disciplineWords } from './discipline-words.ts'
export { endKeyAgreement } from './end-key-agreement.ts'
export { answersEndingBy, type LatestAnswer, latestAnswers } from './fact-store.ts'
export { topicWords } from './fact-words.ts'
export { contactsDue, forgetContacts } from './forget-contacts.ts'
export { type Grouping, groupings, groupingsOf, inGrouping } from './grouping-store.ts'
export { groupingName, groupingRefusalWords, groupingWords } from './grouping-words.ts'
export { importDirectory } from './import-directory.ts'
export { factsOf, peopleOf } from './institution-facts-store.ts'
export { moveRefusalWords } from './institution-move-words.ts'
export { partnerJournalWords } from './journal-words.ts'
export { keptNotice } from './keeper-view.ts'
export { leadAccounts } from './lead-accounts.ts'
export { leadNames, leadsOf, withoutLead } from './lead-store.ts'
export type { Following } from './move-institution.ts'
export { pairingsOf } from './pairing-store.ts'
export { type ListedPartner, partnerList } from './partner-list.ts'
export type { Partnership, PartnershipState } from './partnership.ts'
export { stepsOf } from './partnership-step-store.ts'
export { findPartnership, partnerCounts, partnerships, startPartnership } from './partnership-store.ts'
export { partnershipStateWords, stepWords } from './partnership-words.ts'
export { countryName } from './place.ts'
export { heldUntil } from './post-store.ts'
export {
  type PublicFact,
  type PublicInstitution,
  type PublicPartner,
  type PublicStanding,
  publicFacts,
  publicPartners,
  publicSelf,
} from './public-partners.ts'
export { readLiveliness } from './read-activity.ts'
export { partnerRefusalWords } from './refusal-words.ts'
export { rorRecords } from './ror-file.ts'
export { type PartnerParts, partnerRoutes } from './routes.ts'
export { type Found as FoundInstitution, searchDirectory } from './search-directory.ts'
export { type PersonFound, searchPeople } from './search-people.ts'
export {
  type Coordinates,
  findInstitution,
  type Institution,
  institutionNamed,
  institutions,
  institutionsOf,
  ourInstitution,
  ourToday,
  partnersKnown,
  saveInstitution,
  saveKeeper,
  somePartners,
  standsAs,
} from './store.ts'
export { takeBackPartner } from './take-back-partner.ts'
export { under } from './unit.ts'
export { chosenName, unitField, unitOptions } from './unit-choice-view.ts'
export { unitName } from './unit-form.ts'
export { type Unit, unitsOf, unitsWithId } from './unit-store.ts'
export { pairingStateWords } from './unit-words.ts'
