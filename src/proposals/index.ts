/** The front door of proposals. */
export { proposalRefusalWords } from './refusal-words.ts'
export { type ProposalParts, proposalRoutes } from './routes.ts'
