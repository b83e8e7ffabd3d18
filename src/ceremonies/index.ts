/** The front door of the ceremonies area. */
export {
  holdCeremony,
  isOfficer as mayPlanCeremonies,
  isStaff,
  mayCaption,
  mayModerate,
  maySpeakerView,
  type OfficersCeremony,
  type SeenCeremony,
  seeCeremony,
} from './access.ts'
export type { CeremonyParts } from './answers.ts'
export { aroundRefusalWords } from './around-answers.ts'
export type { AroundParts, Office } from './around-parts.ts'
export { aroundRoutes } from './around-routes.ts'
export { aroundSection } from './around-section.ts'
export { otherParty } from './ceremony.ts'
export type { CeremonyRecord, Commitment } from './ceremony-record.ts'
export { changeOurSheet, type SheetChange } from './change-sheet.ts'
export type { CommitmentState, Followed } from './commitment.ts'
export { followed } from './commitment-store.ts'
export { commitmentStateWords } from './commitment-words.ts'
export { dayApart } from './day-apart.ts'
export { dutiesOf, dutyHolders } from './duty-store.ts'
export { forgetGuests, guestsDue } from './forget-guests.ts'
export type { Block, Kind, Meeting } from './frame.ts'
export type { Attending, Guest, Speaker } from './guest.ts'
export { eventIdentity } from './invitation-mail.ts'
export { joinMeeting, type MeetingParts, type Passes } from './join-meeting.ts'
export type { JoinOffer } from './join-offer.ts'
export { type Marked, markCommitment, noteHeld, noteLive } from './live-steps.ts'
export { commitmentsOf } from './marked-commitment-store.ts'
export { ceremonyMessages } from './messages.ts'
export { offerMeeting } from './offer-meeting.ts'
export { guestPrivates, itemNotes } from './office-store.ts'
export { ceremonyActivity } from './partner-activity.ts'
export type { Bilingual, CeremonyState, Party, Plan, PlanItem } from './plan.ts'
export { findPlan, plans, rehearsalsOf } from './plan-store.ts'
export { findRecord, type Held, heldTimes, type Times } from './record-store.ts'
export { ceremonyRoutes } from './routes.ts'
export type { Duty } from './tables.ts'
export { stateWords as ceremonyStateWords } from './value-words.ts'
export { watchInvitations } from './watch-invitations.ts'
export { ceremonyJournalWords, ceremonyRefusalWords } from './words.ts'
