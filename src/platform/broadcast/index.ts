/** Documents that thousands watch: rendered once when they change, one shared buffer for all. */
export type { Reading } from './channel.ts'
export { type BroadcastHandler, type BroadcastHandlerOptions, broadcastHandler } from './handler.ts'
export { Broadcast, type BroadcastOptions, type Present } from './hub.ts'
