/** What a proof of an agreement's signing says. Rules only. */
import type { ProvenEntry } from '#src/platform/tlog/index.ts'

/** When the other side's witness and mirror had both cosigned. A third witness, which one side may know and the other not, does not count. */
export function provenAt({ cosigned }: Pick<ProvenEntry, 'cosigned'>): Temporal.Instant {
  const by = ['partner-witness', 'partner-mirror'].map((name) => cosigned.get(name)!)
  return by.sort(Temporal.Instant.compare).at(-1)!
}
