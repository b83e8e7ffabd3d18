/** Sets documents as PDF/A. Templates are ours; what users wrote enters as data only. */
import { identify, type TypesetterIdentity } from './identity.ts'
import type { Job, Standard, Typeset } from './messages.ts'
import { refuseOutcome } from './missing-glyph.ts'
import { oneProcess } from './one-process.ts'

export interface Typesetter {
  /** What draws the page; equal on two nodes where both get the same bytes. */
  identity(...templates: string[]): TypesetterIdentity
  /**
   * Sets one document.
   * @param job.template Typst source that reads its data with `json("/data.json")` and labels metadata `<mark>` for
   *   each Mark
   * @param job.standard PDF/A-2a with tags unless given; `a-2u` without tags for pages that become parts of other
   *   documents
   * @throws {Refusal} `glyph_missing` {characters, where}, `typesetting_took_too_long` {seconds}, `typesetting_failed`
   *   {message}
   */
  typeset(job: { template: string; data: unknown; standard?: Standard }): Promise<Typeset>
  /** Ends the process; a later `typeset` starts another. */
  close(): Promise<void>
}

export interface TypesetterLimits {
  /** A job that takes longer is refused and its process ended. Milliseconds. */
  timeLimit: number
  /** A process without a job for this long is ended, for the sake of memory. Milliseconds. */
  idleLimit: number
}

/** Templates are part of the program; these would let one reach beyond its data. */
const reachesOut = /@[a-z][\w-]*\/[\w-]+:\d|\beval\s*\(|\bplugin\s*\(/i

/** Opens a typesetter; its process starts with the first job. */
export function openTypesetter(limits: Partial<TypesetterLimits> = {}): Typesetter {
  const { timeLimit, idleLimit } = { timeLimit: 20_000, idleLimit: 60_000, ...limits }
  const worker = oneProcess(idleLimit)
  let queue: Promise<unknown> = Promise.resolve()
  return {
    identity: (...templates) => identify(templates),
    async typeset({ template, data, standard = 'a-2a' }) {
      if (reachesOut.test(template)) throw new Error('a template may not use packages, eval or plugins')
      const job: Job = { template, data: JSON.stringify(data), standard }
      const turn = queue.then(() => worker.run(job, timeLimit))
      queue = turn.catch(() => undefined)
      const outcome = await turn
      return outcome.done ? { pdf: outcome.pdf, marks: outcome.marks } : refuseOutcome(outcome, data)
    },
    close: () => worker.end(),
  }
}
