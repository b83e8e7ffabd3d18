/** The front door of lists brought in. */
export { beginImport } from './begin-import.ts'
export { importRefusalWords } from './refusals.ts'
export { importRoutes } from './routes.ts'
export { importJournalWords } from './words.ts'
