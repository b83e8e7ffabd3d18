/** The front door of the archive: exports for it, and how long things are kept. */
export { exportRoutes } from './export-routes.ts'
export { retentionRoutes } from './retention-routes.ts'
export { retentionJournalWords, retentionRefusalWords } from './words.ts'
