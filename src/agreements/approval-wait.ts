/** Since when a step of approval is open. Rules only. */
import { wholeDays } from '#src/platform/time.ts'
import type { RouteStep } from '#src/procedures/index.ts'
import type { Side } from './agreement.ts'

/** Whole days since its stage opened: with the freezing of the text, or the last approval of the stage before. */
export function waitingDays(
  steps: RouteStep[],
  approvals: { side: Side; step: string; at: Temporal.Instant }[],
  frozenAt: Temporal.Instant,
  { step, now }: { step: RouteStep; now: Temporal.Instant },
): number {
  const before = steps.filter(({ stage }) => stage < step.stage).map(({ key }) => key)
  const given = approvals.filter((one) => one.side === 'ours' && before.includes(one.step)).map(({ at }) => at)
  const since = [frozenAt, ...given].reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? a : b))
  return wholeDays(since, now)
}
