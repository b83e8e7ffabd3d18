/** How long each stage of an agreement took and takes, and on whose side it lay. Rules only: read from what happened, in its order. */
import type { Stage } from '#src/procedures/index.ts'
import type { Side } from './agreement.ts'

/** What happened, as the journal has it. */
export interface Happened {
  act: string
  at: Temporal.Instant
  /** The partner's node did it. */
  byPartner: boolean
  /** Of an approval of ours: the last of our steps. */
  complete: boolean
}

export interface Stretch {
  stage: Stage
  /** Signing lies with both. */
  side: Side | 'both'
  from: Temporal.Instant
  /** Null while it goes on. */
  to: Temporal.Instant | null
}

type Open = Omit<Stretch, 'to'>[]

/** What lies with whom after an act; nothing where the act changes neither. */
const after: Record<string, (h: Happened, open: Open) => [Stage, Stretch['side']][] | undefined> = {
  'agreement.sent': () => [['negotiating', 'theirs']],
  'agreement.received': () => [['negotiating', 'ours']],
  'agreement.freeze_proposed': () => [['freezing', 'theirs']],
  'agreement.document_accepted': () => [['freezing', 'theirs']],
  'agreement.freeze_received': () => [['freezing', 'ours']],
  'agreement.freeze_refused': () => [['negotiating', 'ours']],
  'agreement.frozen': () => bothApprove,
  'agreement.approvals_cleared': (_, open) =>
    open.some(({ stage }) => stage !== 'negotiating') ? bothApprove : undefined,
  'agreement.approved': ({ complete }, open) => (complete ? without(open, 'ours') : undefined),
  'agreement.approved_by_partner': (_, open) => without(open, 'theirs'),
  'agreement.approved_by_both': () => [['signing', 'both']],
  'agreement.reopened': ({ byPartner }) => [['negotiating', byPartner ? 'theirs' : 'ours']],
  'agreement.rejected': () => [['negotiating', 'ours']],
  'agreement.concluded': () => [],
}

const bothApprove: [Stage, Side][] = [
  ['approving', 'ours'],
  ['approving', 'theirs'],
]

const without = (open: Open, side: Side): [Stage, Stretch['side']][] =>
  open.filter((one) => one.side !== side).map((one) => [one.stage, one.side])

/** Every stretch of time that lasted, in the order they began. What goes on unchanged through an act is one stretch. */
export function stretches(began: Temporal.Instant, happened: Happened[]): Stretch[] {
  const done: Stretch[] = []
  let open: Open = [{ stage: 'drafting', side: 'ours', from: began }]
  for (const one of happened) {
    const next = Object.hasOwn(after, one.act) ? after[one.act]!(one, open) : undefined
    if (!next) continue
    const goesOn = (o: Open[number]) => next.some(([stage, side]) => o.stage === stage && o.side === side)
    done.push(...open.filter((o) => !goesOn(o)).map((o) => ({ ...o, to: one.at })))
    const begun = next.filter(([stage, side]) => !open.some((o) => o.stage === stage && o.side === side))
    open = [...open.filter(goesOn), ...begun.map(([stage, side]) => ({ stage, side, from: one.at }))]
  }
  const all = [...done, ...open.map((o) => ({ ...o, to: null }))]
  const lasting = all.filter(({ from, to }) => !to?.equals(from))
  return lasting.sort((a, b) => Temporal.Instant.compare(a.from, b.from))
}

/** A stage on one side, all its stretches together. */
export interface StageTime {
  stage: Stage
  side: Stretch['side']
  days: number
  /** Of the stretch that goes on, if any. */
  runningDays: number | null
  /** The stretch that goes on has taken longer than the house's target. */
  tooLong: boolean
}

const length = ({ from, to }: Stretch, now: Temporal.Instant) => from.until(to ?? now).total('hours') / 24

/** Sums in days of 24 hours, to a tenth. */
export function stageTimes(all: Stretch[], targets: Record<Stage, number>, now: Temporal.Instant): StageTime[] {
  const grouped = Map.groupBy(all, ({ stage, side }) => `${stage} ${side}`)
  return [...grouped.values()].map((group) => {
    const { stage, side } = group[0]!
    const running = group.find(({ to }) => to === null)
    const days = group.reduce((sum, one) => sum + length(one, now), 0)
    const runningDays = running ? tenth(length(running, now)) : null
    return {
      stage,
      side,
      days: tenth(days),
      runningDays,
      tooLong: runningDays !== null && runningDays > targets[stage],
    }
  })
}

const tenth = (days: number) => Math.round(days * 10) / 10
