/** `chirograph generate`: an invented register of real size, on a trial node. */
import { parseArgs } from 'node:util'
import { generate } from '#cast/generate.ts'
import { withOwnDatabase } from './own-database.ts'

const usage = `usage: chirograph generate --scale N [--seed S]

Adds 400 × N invented partners, 6,000 × N people and 1,600 × N agreements to the node the environment configures, which must be
stopped meanwhile if its database is embedded. The same seed gives the same data. Never on a node in earnest use.`

/** @returns 0 when done, 2 for wrong use */
export async function generateLoad(args: string[]): Promise<number> {
  const options = { scale: { type: 'string' }, seed: { type: 'string', default: '1' } } as const
  const { values } = parseArgs({ args, options })
  const [scale, seed] = [Number(values.scale), Number(values.seed)]
  if (!(scale > 0 && scale <= 100) || !Number.isInteger(seed)) {
    console.error(usage)
    return 2
  }
  const today = Temporal.Now.plainDateISO('UTC')
  const made = await withOwnDatabase((db) => db.transaction().execute((tx) => generate(tx, { scale, seed, today })))
  for (const [what, n] of Object.entries(made)) console.log(`${n.toLocaleString('en-GB').padStart(9)} ${what}`)
  return 0
}
