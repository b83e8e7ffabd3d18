/** The front door of the stage area. */
export { stageLiveTopic } from './live.ts'
export { stageMessages } from './messages.ts'
export type { StageParts } from './parts.ts'
export { stageRoutes } from './routes.ts'
export { stagePhaseOf } from './store.ts'
export { type StageStream, type StreamParts, stageStream } from './stream.ts'
export { drawSlides, greetStages, type Tell } from './timed.ts'
export { stageRefusalWords } from './words.ts'
