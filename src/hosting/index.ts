/** The front door of the hosting area. */

export { isKnownByNode } from './access.ts'
export { hostingMoved } from './change-hosting.ts'
export { type HandOver, handOver } from './hand-over.ts'
export { addressOf, type HostedNode } from './hosted-node.ts'
export type { House, Houses } from './houses.ts'
export { pairHosted } from './pair-hosted.ts'
export { hostingPanel } from './partner-panel-view.ts'
export { hostingRoutes } from './routes.ts'
export { findHosted, hostedNodes, hostedSecret, sealedFor } from './store.ts'
export { type TakeOver, takeOver } from './take-over.ts'
export { hostingJournalWords, hostingRefusalWords } from './words.ts'
