/** The outbox: what must follow an act, delivered after it. */
export { type BackOff, exponential } from './back-off.ts'
export type { Applies, Deliverer, Item, Sends } from './deliverer.ts'
export { cleanOutbox, hurry, openItems, queueOnce, supersede } from './keeping.ts'
export { type Outbox, type OutboxOptions, startOutbox } from './outbox.ts'
