/** The fault matrix, where a node is put back from an older copy of its database. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().restored)
