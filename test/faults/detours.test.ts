/** The fault matrix, where the offices come back on what they did, and where several things go wrong in one play. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().detours)
