/** The front door of the signing area. */
export { ownAuthority } from './authority.ts'
export { liveTopic } from './live.ts'
export { signingMessages } from './messages.ts'
export { type AwaitedSeat, seatsWaitingFor } from './room-store.ts'
export { signingRoutes } from './routes.ts'
export { type SigningHouse, signIfReady } from './sign.ts'
export { watchSessions } from './timed.ts'
export { signingJournalWords, signingRefusalWords } from './words.ts'
