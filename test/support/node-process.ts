/**
 * A node of the sample as a process of its own, for tests that kill it. Its environment is the configuration; besides,
 * CLOCK_AHEAD is by how many milliseconds its clock is ahead, and TYPESETS_OTHERWISE gives it the typesetter of another release.
 */
import { loadSample } from '#cast/load-sample.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { readConfig } from '#src/config.ts'
import { startNode } from '#src/main.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { duties } from '#src/timed-work.ts'
import { otherwise } from './other-typesetter.ts'

let ahead = Number(process.env.CLOCK_AHEAD)
const clock = () => Temporal.Now.instant().add({ milliseconds: ahead })
const log = (line: string) => console.error(line)
const node = await startNode({
  config: readConfig(process.env),
  clock,
  typesetter: process.env.TYPESETS_OTHERWISE ? otherwise(openTypesetter()) : openTypesetter(),
  tryIt: true,
  prepare: (db, typesetter, at) => loadSample(db, typesetterIdentity(typesetter), at),
  log,
})
process.send?.({ document: node.own.document, kinds: Object.keys(node.messages) })

process.on('message', async (told: { ahead: number; duties: boolean }) => {
  ahead = told.ahead
  if (told.duties) for (const duty of duties) await duty.run(node.timed).catch((problem) => log(String(problem)))
  process.send?.('done')
})
// When the test is gone, so is this.
process.on('disconnect', () => process.exit(0))
