/** The front door of the desk. Only app.ts and what happens by the clock enter. */
export { activity } from './activity.ts'
export { mayReadJournal } from './journal-access.ts'
export { deskRefusalWords } from './reminder-refusal.ts'
export { deskJournalWords } from './reminder-words.ts'
export { deskRoutes } from './routes.ts'
export { sendReminders } from './send-reminders.ts'
export { withPartner } from './with-partner-view.ts'
