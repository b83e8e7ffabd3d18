/** The fault matrix about ceremonies, the stage and stories, where the two nodes stay what they are. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().occasions)
