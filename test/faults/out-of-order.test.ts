/** The fault matrix, where every message is sent at once and waits for no earlier one, as another program might send them. */
import { playAll } from './play-all.ts'
import { matrix } from './schedule.ts'

playAll(matrix().reordered, { streamless: true })
