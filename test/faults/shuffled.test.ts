/** The fault matrix about ceremonies, the stage and stories, where nothing keeps the messages in order. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().shuffled, { streamless: true })
