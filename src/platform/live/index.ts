/** Live pages: an act announces, open pages hear of it and fetch what changed. */
export { announce, revisionOf } from './announce.ts'
export { type Authorise, type LiveHandler, type LiveOptions, liveHandler } from './handler.ts'
export { type Follower, type LiveHub, openLiveHub } from './hub.ts'
