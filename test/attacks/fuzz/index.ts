/** Everything that comes from outside, each kind with its judge. */
import { makeStamped } from '#test/attacks/stamped.ts'
import { documents, signatures, timeStamps } from './documents.ts'
import { handlers } from './handlers.ts'
import { honestLog, logWire, notes, proofs } from './logs.ts'
import { messages } from './messages.ts'
import { packages } from './packages.ts'
import type { Target } from './target.ts'

export { type Failure, type Fuzzed, fuzz, mostMilliseconds, type Tally } from './fuzz.ts'
export type { Target } from './target.ts'

/** Close afterwards: two offices run for the handlers of messages. */
export async function openTargets(): Promise<{ targets: Target[]; close(): Promise<void> }> {
  const honest = await makeStamped()
  const log = await honestLog()
  const { target, packaged } = await handlers()
  const targets = [
    documents(honest),
    signatures(honest),
    timeStamps(honest),
    notes(log),
    proofs(log),
    await logWire(log),
  ]
  return { targets: [...targets, messages(), target, await packages(packaged)], close: () => packaged.pair.close() }
}
