/** The front door of the partners area. */
export { concludeKeyAgreement } from './conclude-key-agreement.ts'
export { importDirectory } from './import-directory.ts'
export type { Partnership, PartnershipState } from './partnership.ts'
export { rorRecords } from './ror-file.ts'
export { partnerRoutes } from './routes.ts'
export {
  findInstitution,
  findPartnership,
  type Institution,
  institutionNamed,
  institutions,
  institutionsOf,
  ourInstitution,
  partnerCounts,
  partnerships,
  peopleOf,
  saveInstitution,
  somePartners,
  startPartnership,
} from './store.ts'
export { partnerJournalWords, partnerRefusalWords, partnershipStateWords } from './words.ts'
