/**
 * The fault matrix, where each side's messages about one agreement wait for one another, as our nodes send them. A failure tells its
 * schedule; to play that one alone: `SCHEDULE='{"seed":…}' npm test -- faults/in-order`.
 */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().straight)
