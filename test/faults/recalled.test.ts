/** The fault matrix about ceremonies, the stage and stories, where a node is put back to an older copy of its database. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().recalled)
