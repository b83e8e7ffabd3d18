/** The stage's stream: what thousands follow, answered below the web framework from memory. */

import { Broadcast, type BroadcastHandler, broadcastHandler, type Reading } from '#src/platform/broadcast/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { LiveHub } from '#src/platform/live/index.ts'
import type { Clock } from '#src/platform/time.ts'
import { isOpenToAll } from './access.ts'
import { countWatching } from './greet-stages.ts'
import { readStage } from './read-stage.ts'
import { stageRegions } from './regions.ts'
import { saveWatching, stageTopic } from './store.ts'
import { holdsWatchKey } from './watch-key.ts'

export interface StreamParts {
  db: Db
  clock: Clock
  live: LiveHub
  /** Seals the keys to stages that are not open to all. */
  secretKey: Uint8Array
  log?: (line: string) => void
  /** Milliseconds between counts of who watches; 2,000 unless given. */
  countEvery?: number
}

export interface StageStream extends BroadcastHandler {
  broadcast: Broadcast
  /** Sends every viewer away, to come back at moments spread over some seconds. */
  close(): void
}

const path = /^\/live\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(events|snapshot\.json)$/

/** One for each process of the node. */
export function stageStream(parts: StreamParts): StageStream {
  const { db, clock, live, secretKey, log = () => {}, countEvery = 2_000 } = parts
  const report = (problem: unknown) => log(`stage: ${problem instanceof Error ? problem.message : problem}`)
  const broadcast = new Broadcast({
    live,
    report,
    now: () => clock().epochMilliseconds,
    read: (ceremony) => readRegions(db, ceremony, clock()),
  })
  const holdsKey = (ceremony: string, key: string) => holdsWatchKey(secretKey, ceremony, key, clock())
  const { handle } = broadcastHandler(broadcast, { path, holdsKey })
  const counting = startCounting(parts, broadcast, countEvery, report)
  return {
    broadcast,
    handle,
    close() {
      clearInterval(counting)
      broadcast.close()
    },
  }
}

async function readRegions(db: Db, ceremony: string, now: Temporal.Instant): Promise<Reading | undefined> {
  const view = await readStage(db, ceremony, now)
  if (!view) return undefined
  const { signing, plan } = view
  const follows = [{ topic: stageTopic(ceremony), urgent: false }]
  // What a president does must not wait for the next tick.
  if (signing?.topic) follows.push({ topic: signing.topic, urgent: true })
  return { regions: stageRegions(view), follows, open: isOpenToAll(plan) }
}

/** Milliseconds after which an unchanged count is said again, so that it is not taken for one of a process that is gone. */
const sayAgain = 8_000

/** Notes for the whole node how many watch through this process. */
function startCounting({ db, clock }: StreamParts, broadcast: Broadcast, every: number, report: (p: unknown) => void) {
  const process = crypto.randomUUID()
  const said = new Map<string, { watching: number; at: number }>()
  const count = async () => {
    for (const [ceremony, watching] of broadcast.watching()) {
      const last = said.get(ceremony) ?? { watching: 0, at: Number.NEGATIVE_INFINITY }
      if (last.watching === watching && (watching === 0 || performance.now() - last.at < sayAgain)) continue
      said.set(ceremony, { watching, at: performance.now() })
      const at = clock()
      await saveWatching(db, { ceremony, process, watching, at })
      await db.transaction().execute((tx) => countWatching(tx, ceremony, at))
      if (last.watching !== watching) broadcast.stir(ceremony)
    }
  }
  let busy = false
  return setInterval(() => {
    if (busy) return
    busy = true
    count()
      .catch(report)
      .finally(() => {
        busy = false
      })
  }, every).unref()
}
