/** Looks at a partner's log from outside: does it show the world what it had us cosign? */
import { openCheckpoint, rootAt, sameHash } from '#src/platform/tlog/index.ts'
import { raiseAlarm } from './alarm-store.ts'
import type { Asking } from './asked-cosigner.ts'
import { findCheckpoint } from './checkpoint-store.ts'
import { logOf, saveProgress } from './log-store.ts'
import type { Neighbour } from './neighbours.ts'
import { findLogPeer } from './peer-store.ts'
import { nodesIn } from './tree-store.ts'

/**
 * Fetches its checkpoint and compares it with what we hold. A shorter log was rolled back, another tree of a known size is a fork, another
 * key was changed without a word. A log not reached is only noted as not seen; the pages say since when.
 */
export async function watchPartner(asking: Asking, { ror: institution, address }: Neighbour): Promise<void> {
  const { db, around, now } = asking
  const [peer, log] = await Promise.all([findLogPeer(db, institution), logOf(db, institution)])
  const response = await around.ask(`${address}/federation/log/checkpoint`, { method: 'GET' }).catch(() => undefined)
  if (!peer || !log || response?.status !== 200) return
  const shown = (await response.text()).slice(0, 100_000)
  const at = now()
  const opened = openCheckpoint(shown, peer.log)
  const alarm = (kind: 'keys_changed' | 'rolled_back' | 'forked') =>
    raiseAlarm(db, { institution, kind, proof: shown, at })
  // Not a checkpoint at all is somebody's error page, not anybody's word.
  if (opened === 'malformed') return
  if (typeof opened === 'string') return alarm('keys_changed')
  if (opened.size < log.witnessed) return alarm('rolled_back')
  const known =
    opened.size <= log.size
      ? await rootAt(nodesIn(db, log.origin), opened.size)
      : (await findCheckpoint(db, log.origin, opened.size))?.root
  if (known && !sameHash(known, opened.root)) return alarm('forked')
  await saveProgress(db, log.origin, { seenAt: at })
}
