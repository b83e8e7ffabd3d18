/** The front door of the agreements area. */
export {
  isOfficer,
  mayReadNotes,
  maySeeAgreement,
  maySeeAgreements,
  maySeeSomeAgreements,
  requireOfficer,
  type SeenAgreement,
  seeAgreement,
} from './access.ts'
export type { Agreement, AgreementState, Side } from './agreement.ts'
export { type ApprovalRoute, approvalRights, approvalRouteOf, approvalsAwaited } from './approval-route.ts'
export {
  bringEntry,
  type EntryToCompare,
  entriesNumbered,
  entriesToCompare,
  holdRegister,
  takeBackEntries,
  touchedSince,
} from './bring-entries.ts'
export { comments } from './comment-store.ts'
export { completeSignatures, proveSigned } from './complete-signatures.ts'
export { endSigning, openSigning } from './conclude-agreement.ts'
export { type DatedEntry, datedEntries, entriesDue, entryIdsWithin, remindable } from './entries-due.ts'
export { entriesFollow } from './entries-follow.ts'
export { type EntryKind, entryKinds } from './entry.ts'
export { type EntryDetails, emptyEntry } from './entry-details.ts'
export { filesOf as entryFiles, findEntryFile, isShared } from './entry-file-store.ts'
export type { EntryFilter } from './entry-filter-store.ts'
export { entryRefusalWords } from './entry-refusal-words.ts'
export { entryJournalWords } from './entry-reminder-words.ts'
export { countEntries, type EntryFound, listEntries, searchEntries } from './entry-search.ts'
export { standingOn } from './entry-standing.ts'
export { countStandings } from './entry-standing-store.ts'
export { type Entry, findEntry } from './entry-store.ts'
export { kindWords, signingWords } from './entry-value-words.ts'
export { entryWords } from './entry-words.ts'
export { commentsDue, entriesEnded, forgetComments } from './forget-comments.ts'
export {
  type Approval,
  approvalsOf,
  freezesOf,
  pinsOf,
  saveSignatory,
  signatories,
  wereCleared,
} from './freeze-store.ts'
export { type Label, labels, saveLabel } from './label-store.ts'
export { agreementMessages } from './messages.ts'
export { hearAgreementsNews } from './news.ts'
export { agreementActivity, agreementSpans } from './partner-activity.ts'
export { entriesAbout, type PartnerCover, partnerCover } from './partner-cover-store.ts'
export { type PublicAgreementStanding, publicStanding } from './public-standing.ts'
export { findPublicAgreement, type PublicAgreement, publicAgreements } from './publicity-store.ts'
export type { ApprovalStep } from './read-approving.ts'
export { agreementRegister, type Registered } from './register-store.ts'
export { repinSeats } from './repin-seats.ts'
export { type AgreementParts, agreementRoutes } from './routes.ts'
export { detailsOf as entryDetails } from './save-entry.ts'
export { type Pin, type SeatPin, seatsHash } from './seats.ts'
export { unprovenHere } from './signed-store.ts'
export { beginDraft, startDraft } from './start-agreement.ts'
export { agreements, findAgreement, lockAgreement } from './store.ts'
export { endDue } from './termination-timed.ts'
export type { AgreementText, Bilingual, Clause, Seat, TypesetterIdentity } from './text.ts'
export { signerName, typesetterIdentity } from './typeset-agreement.ts'
export { findVersion } from './version-store.ts'
export { agreementJournalWords, agreementRefusalWords, stateWords } from './words.ts'
