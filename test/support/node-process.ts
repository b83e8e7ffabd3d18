/** A node of the sample as a process of its own, for tests that kill it. Its environment is the configuration. */
import { loadSample } from '#cast/load-sample.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { readConfig } from '#src/config.ts'
import { startNode } from '#src/main.ts'

const node = await startNode({
  config: readConfig(process.env),
  tryIt: true,
  prepare: (db, typesetter, at) => loadSample(db, typesetterIdentity(typesetter), at),
  log: (line) => console.error(line),
})
process.send?.({ document: node.own.document })
// When the test is gone, so is this.
process.on('disconnect', () => process.exit(0))
