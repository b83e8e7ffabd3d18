/** Reads everything the page of logs shows. */
import { type Bilingual, findAgreement, findVersion } from '#src/agreements/index.ts'
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { silentFor } from './alarm.ts'
import { type Alarm, alarms } from './alarm-store.ts'
import {
  findCheckpoint,
  latestCosignatures,
  type StoredCheckpoint,
  type StoredCosignature,
} from './checkpoint-store.ts'
import { type LoggedEvent, latestEvents, latestStamps, type StoredStamp } from './event-store.ts'
import type { WitnessHouse } from './house.ts'
import { type Log, logs } from './log-store.ts'
import type { Neighbours, ThirdWitness } from './neighbours.ts'
import { type LogPeer, logPeers } from './peer-store.ts'

/** A log's head as it is shown, with who cosigned what last. */
export interface Head {
  log: Log
  checkpoint: StoredCheckpoint | undefined
  cosignatures: StoredCosignature[]
  stamps: StoredStamp[]
}

export interface Partnered {
  partner: Institution
  /** Undefined until its keys are here. */
  peer: LogPeer | undefined
  /** Its log, as we witnessed and mirrored it. */
  theirs: Head | undefined
  /** Hours since the last sign of life, where that is too long. */
  silent: number | undefined
}

export interface LogsView {
  us: Institution
  ours: Head
  partnered: Partnered[]
  third: ThirdWitness | null
  alarms: Alarm[]
  events: LoggedEvent[]
  /** Titles of the agreements the events are about, by id. */
  titles: Map<string, Bilingual>
  /** Keys for our own duties, to be compared. */
  house: WitnessHouse
}

const eventsShown = 20

export async function readLogs(
  db: Db,
  { house, neighbours, third }: { house: WitnessHouse; neighbours: Neighbours; third: ThirdWitness | null },
  now: Temporal.Instant,
): Promise<LogsView> {
  const [us, known, peers, paired] = await Promise.all([ourInstitution(db), logs(db), logPeers(db), neighbours.all(db)])
  const heads = await Promise.all(known.map((log) => headOf(db, log)))
  const ours = heads.find(({ log }) => log.ours)!
  const partnered = await Promise.all(
    paired.map(async ({ ror }): Promise<Partnered> => {
      const peer = peers.find((p) => p.institution === ror)
      const theirs = heads.find(({ log }) => log.institution === ror)
      const heard = theirs?.log.seenAt ?? peer?.pinnedAt
      return { partner: (await findInstitution(db, ror))!, peer, theirs, silent: heard && silentFor(heard, now) }
    }),
  )
  const events = await latestEvents(db, eventsShown)
  const titles = await titlesOf(db, events)
  return { us, ours, partnered, third, alarms: await alarms(db), events, titles, house }
}

async function titlesOf(db: Db, events: LoggedEvent[]): Promise<Map<string, Bilingual>> {
  const ids = new Set(events.filter(({ about }) => about.kind === 'agreement').map(({ about }) => about.id))
  const titles = new Map<string, Bilingual>()
  for (const id of ids) {
    const agreement = await findAgreement(db, id)
    const version = agreement && (await findVersion(db, id, agreement.version))
    if (version) titles.set(id, version.text.title)
  }
  return titles
}

/** Our own head is the last signed; a partner's the last we cosigned. */
async function headOf(db: Db, log: Log): Promise<Head> {
  const [checkpoint, cosignatures, stamps] = await Promise.all([
    findCheckpoint(db, log.origin, log.ours ? log.size : log.witnessed),
    latestCosignatures(db, log.origin),
    latestStamps(db, log.origin),
  ])
  return { log, checkpoint, cosignatures, stamps }
}
