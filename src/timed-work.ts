/** Everything that happens by the clock, in one list. */
import { endDue } from '#src/agreements/index.ts'
import { watchInvitations } from '#src/ceremonies/index.ts'
import { sendReminders } from '#src/desk/index.ts'
import { type Contacts, compareWithPeers, greetPeers, type OwnNode } from '#src/federation/index.ts'
import { endWithPosts, type KeyHouse, ownAuthority, publishLists, sendRootsAway } from '#src/keys/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Fetch } from '#src/platform/near.ts'
import { cleanOutbox } from '#src/platform/outbox/index.ts'
import { cleanPeople } from '#src/platform/people/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { fetchLists, watchPreservation, watchSessions } from '#src/signing/index.ts'
import { drawSlides, greetStages, type Tell } from '#src/stage/index.ts'
import { checkLinks, publishDue } from '#src/stories/index.ts'
import {
  type Asking,
  introduceEverywhere,
  offerProofs,
  renewStamps,
  stampHeads,
  watchLogs,
} from '#src/witness/index.ts'
import { storyHouse } from './story-house.ts'

export interface TimedParts {
  db: Db
  clock: Clock
  own: OwnNode
  /** Reaches other nodes. */
  fetch?: Fetch
  logs: Asking
  contacts: Contacts
  /** The nodes this one runs for partners. */
  hosted: { look(): Promise<void> }
  keys: KeyHouse
  /** Behind the links in letters. */
  secretKey: Uint8Array
  /** Keys of the steps of approval. */
  approvalSteps: string[]
  /** Origins of the authorities the operator named: their lists are asked for whatever their address. */
  listOrigins: string[]
  /** Sends one message to a partner's node at once, past the outbox. */
  tell: Tell
  log: (line: string) => void
}

interface Duty {
  name: string
  /** Milliseconds between two runs. */
  every: number
  run(parts: TimedParts): Promise<unknown>
}

const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

export const duties: Duty[] = [
  { name: 'look after open signing sessions', every: minute, run: ({ db, clock }) => watchSessions(db, clock()) },
  { name: 'preserve signed agreements', every: 60 * minute, run: ({ db, clock }) => watchPreservation(db, clock()) },
  {
    name: 'fetch lists of outside authorities',
    every: minute,
    run: ({ db, clock, listOrigins }) => fetchLists(db, listOrigins, clock()),
  },
  {
    name: 'remind people of what is due',
    every: 10 * minute,
    run: ({ db, clock, approvalSteps }) => sendReminders(db, approvalSteps, clock()),
  },
  {
    name: 'keep in touch during a ceremony',
    every: 2 * second,
    run: ({ db, clock, tell }) => greetStages({ db, clock, tell }),
  },
  {
    name: 'tell guests what changed',
    every: minute,
    run: ({ db, clock, own, secretKey }) => watchInvitations(db, { publicUrl: own.document.site, secretKey }, clock()),
  },
  {
    name: 'publish stories whose time has come',
    every: 10 * second,
    run: ({ db, clock, own }) => publishDue(db, storyHouse(own.document.site), clock()),
  },
  {
    name: 'look whether linked stories still answer',
    every: 60 * minute,
    run: ({ db, clock, own }) => checkLinks(db, storyHouse(own.document.site), clock()),
  },
  { name: 'draw slides the partner sent', every: 4 * second, run: ({ db }) => drawSlides(db) },
  {
    name: 'publish the lists of revoked certificates',
    every: 60 * minute,
    run: ({ db, clock, keys }) => publishLists(db, keys, clock()),
  },
  {
    name: 'send roots back to the vault',
    every: minute,
    run: ({ db, clock, keys }) => sendRootsAway(db, keys, clock()),
  },
  {
    name: 'end certificates with the posts they are for',
    every: 60 * minute,
    run: ({ db, clock }) => endWithPosts(db, clock()),
  },
  { name: 'tell partners the keys of our log', every: minute, run: ({ logs }) => introduceEverywhere(logs) },
  { name: 'end what is terminated or over', every: minute, run: ({ db, clock }) => endDue(db, clock()) },
  { name: 'prove what was signed once it is cosigned', every: minute, run: ({ logs }) => offerProofs(logs) },
  { name: 'see that logs are cosigned and not rolled back', every: 60 * minute, run: ({ logs }) => watchLogs(logs) },
  { name: 'have the log time-stamped', every: 60 * minute, run: ({ logs }) => stampHeads(logs) },
  {
    name: 'renew the certificate we time-stamp with',
    every: day,
    run: async ({ db, clock, logs, keys, secretKey }) =>
      renewStamps(logs.house, { db, secretKey, authority: await ownAuthority(db, keys, clock()), now: clock() }),
  },
  { name: 'run the nodes of partners without one', every: 10 * second, run: ({ hosted }) => hosted.look() },
  {
    name: 'greet the partner nodes',
    every: minute,
    run: ({ db, clock, own, fetch }) => greetPeers({ db, clock, own, fetch }),
  },
  { name: 'compare with the partner nodes', every: minute, run: compareWithPeers },
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
