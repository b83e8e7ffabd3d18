/** Everything that happens by the clock, in one list. */
import { remindOfEntries } from '#src/agreements/index.ts'
import { greetPeers, type OwnNode } from '#src/federation/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { cleanOutbox } from '#src/platform/outbox/index.ts'
import { cleanPeople } from '#src/platform/people/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { watchSessions } from '#src/signing/index.ts'

export interface TimedParts {
  db: Db
  clock: Clock
  own: OwnNode
  log: (line: string) => void
}

interface Duty {
  name: string
  /** Milliseconds between two runs. */
  every: number
  run(parts: TimedParts): Promise<unknown>
}

const minute = 60_000
const day = 24 * 60 * minute

export const duties: Duty[] = [
  { name: 'look after open signing sessions', every: minute, run: ({ db, clock }) => watchSessions(db, clock()) },
  { name: 'remind of agreements', every: 10 * minute, run: ({ db, clock }) => remindOfEntries(db, clock()) },
  { name: 'greet the partner nodes', every: minute, run: ({ db, clock, own }) => greetPeers({ db, clock, own }) },
  {
    name: 'forget expired sessions, links and codes',
    every: 60 * minute,
    run: ({ db, clock }) => cleanPeople(db, clock()),
  },
  {
    name: 'forget delivered outbox items after ninety days',
    every: day,
    run: ({ db, clock }) => cleanOutbox(db, clock().subtract({ hours: 24 * 90 })),
  },
]

/** Starts all duties; one that fails is logged and runs again at its next time. A slow run is never doubled. */
export function startTimedWork(parts: TimedParts): { stop(): void } {
  const timers = duties.map(({ name, every, run }) => {
    let busy = false
    return setInterval(() => {
      if (busy) return
      busy = true
      run(parts)
        .catch((error) => parts.log(`${name}: ${error instanceof Error ? error.message : error}`))
        .finally(() => {
          busy = false
        })
    }, every).unref()
  })
  return { stop: () => timers.forEach(clearInterval) }
}
