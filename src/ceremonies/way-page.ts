/** Beside the plan: the way to the day, step by step. */
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, day, type Step, steps } from '#src/platform/ui/index.ts'
import { asideWords } from './aside-words.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'

export function waySteps({ plan, rehearsals, rehearsed: played }: PlanView, reader: Reader): Content {
  const w = speak(asideWords, reader.language)
  const who = reader.short(reader.partner)
  const on = (at: Temporal.Instant | null | undefined) =>
    at ? day(at, { zone: reader.places[0]!.zone, language: reader.language }) : undefined
  const yes = (party: string) => {
    const said = plan.confirmations[party]
    return said?.version === plan.version ? said : undefined
  }
  const state = (done: unknown): Step['state'] => (done ? 'done' : 'open')
  const rehearsed = rehearsals.find(({ id }) => played.includes(id))
  const held = plan.state === 'held' || plan.state === 'closed'
  const part = (party: string) => state(plan.sheetVersions[party]! > 0 && plan.sharedAt)
  const all: Step[] = [
    { label: w.planned, state: plan.sharedAt ? 'done' : 'half', note: on(plan.sharedAt) },
    { label: w.ourPart, state: part(reader.us), side: 'ours' },
    { label: w.theirPart(who), state: part(reader.partner), side: 'theirs' },
    { label: w.weConfirm, state: state(yes(reader.us)), note: on(yes(reader.us)?.at), side: 'ours' },
    { label: w.theyConfirm(who), state: state(yes(reader.partner)), note: on(yes(reader.partner)?.at), side: 'theirs' },
    {
      label: w.rehearsed,
      state: rehearsed ? 'done' : rehearsals.length > 0 ? 'half' : 'open',
      note: on(rehearsed?.startsAt),
    },
    { label: w.held, state: held ? 'done' : plan.state === 'live' ? 'half' : 'open' },
  ]
  return steps({ title: w.way, steps: all, language: reader.language })
}
