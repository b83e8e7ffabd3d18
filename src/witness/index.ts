/** The front door of the witness area. */
export { type AgreementProofs, type ProvenLog, proofsAbout } from './agreement-proofs.ts'
export type { Appending } from './append.ts'
export type { Asking } from './asked-cosigner.ts'
export { witnessDeliverers } from './deliver.ts'
export { eraseEvents, eventsAbout, firstStampFrom, type LoggedEvent } from './event-store.ts'
export { type Gate, openGate } from './gate.ts'
export { ownWitness, renewStamps, type WitnessHouse } from './house.ts'
export { witnessMessages } from './messages.ts'
export {
  type Ask,
  askOverNetwork,
  type Neighbour,
  type Neighbours,
  type Surroundings,
  type ThirdWitness,
} from './neighbours.ts'
export { hearEvidence } from './news.ts'
export { offerProofs } from './offer-proof.ts'
export type { WitnessParts } from './parts.ts'
export { type EntryProof, policyWith, proofOf } from './proofs.ts'
export { witnessRoutes } from './routes.ts'
export { stampFor } from './stamp-for.ts'
export { introduceEverywhere, stampHeads, watchLogs } from './timed.ts'
export { witnessJournalWords, witnessRefusalWords } from './words.ts'
