/** The front door of the programme area. */

export { programmePartnersFollow } from './partners-follow.ts'
export { programmeRefusalWords } from './refusal-words.ts'
export { programmeRoutes } from './routes.ts'
export { runningFor as benefitsOf } from './store.ts'
export { programmeJournalWords } from './words.ts'
