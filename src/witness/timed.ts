/** What happens to the logs by the clock. */
import { queueOnce } from '#src/platform/outbox/index.ts'
import type { Asking } from './asked-cosigner.ts'
import { latestStamps } from './event-store.ts'
import { introduce } from './introduce.ts'
import { ourLog } from './log-store.ts'
import { logPeers } from './peer-store.ts'
import { watchPartner } from './watch-partner.ts'
import { cosignWork, stampWork } from './work.ts'

/** Every minute: whoever is paired and was not told our keys is told them. Catches what no event announced. */
export async function introduceEverywhere({ db, house, around, now }: Asking): Promise<void> {
  for (const { ror } of await around.neighbours.all(db)) {
    await db.transaction().execute((tx) => introduce(tx, house, ror, now()))
  }
}

/** Every hour: each cosigner is asked anew, so that silence is noticed; and each partner's log is looked at from outside. */
export async function watchLogs(asking: Asking): Promise<void> {
  const { db, around, now } = asking
  const asked = (await logPeers(db)).map(({ institution }) => cosignWork({ institution }, { fresh: true }))
  const work = [...asked, ...(around.third ? [cosignWork({ third: true }, { fresh: true })] : [])]
  for (const item of work) await db.transaction().execute((tx) => queueOnce(tx, now(), item))
  for (const neighbour of await around.neighbours.all(db)) await watchPartner(asking, neighbour)
}

const daily = Temporal.Duration.from({ hours: 24 })

/** Every hour: a head that has grown since a partner stamped it last, a day ago or longer, is stamped again. */
export async function stampHeads({ db, house, now }: Asking): Promise<void> {
  const log = await ourLog(db)
  if (!log || log.size === 0) return
  const stamps = await latestStamps(db, house.origin)
  const due = (await logPeers(db)).filter(({ institution }) => {
    const last = stamps.find((s) => s.institution === institution)
    return !last || (last.size < log.size && Temporal.Instant.compare(last.stampedAt.add(daily), now()) <= 0)
  })
  for (const { institution } of due)
    await db.transaction().execute((tx) => queueOnce(tx, now(), stampWork(institution)))
}
