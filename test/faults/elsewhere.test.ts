/** The fault matrix, where documents differ, a question comes too late or not, logs and keys are told of, a notice is taken back. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().elsewhere)
