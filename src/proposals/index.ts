/** The front door of proposals. */
export { proposalJournalWords } from './journal-words.ts'
export { proposalsFollow } from './proposals-follow.ts'
export { proposalRefusalWords } from './refusal-words.ts'
export { type ProposalParts, proposalRoutes } from './routes.ts'
