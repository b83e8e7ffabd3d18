/** Our log asks to have its head cosigned. Delivers the outbox topic `cosign`; may be done twice, and is told so by 409. */
import { consistencyProof, formatAddCheckpoint, sizeType } from '#src/platform/tlog/index.ts'
import { raiseAlarm } from './alarm-store.ts'
import { type Asked, type Asking, askedFor, type Delivered } from './asked-cosigner.ts'
import { findCheckpoint, latestCosignatures, type StoredCheckpoint } from './checkpoint-store.ts'
import { feedMirror } from './feed-mirror.ts'
import { ourLog } from './log-store.ts'
import { refill } from './refill.ts'
import { takeCosignature } from './take-cosignature.ts'
import { nodesIn } from './tree-store.ts'
import type { Cosigner } from './work.ts'

const refilled = 'our log was filled up from the mirror'

/** @param fresh asks even where the head is cosigned, so that both sides know the other is there */
export async function askForCosignatures(asking: Asking, cosigner: Cosigner, fresh: boolean): Promise<Delivered> {
  const { db, house } = asking
  const asked = await askedFor(asking, cosigner)
  const log = await ourLog(db)
  const head = log && (await findCheckpoint(db, house.origin, log.size))
  if (!asked) return 'done'
  if (!head) return fresh && log && (await refill(asking, asked)) ? { retry: refilled } : 'done'
  const held = await latestCosignatures(db, house.origin)
  const sizeBy = (name: string) => held.find((c) => c.cosigner === name)?.size ?? 0
  const witnessed = sizeBy(asked.witness.name)
  if (fresh || witnessed < head.size) {
    const delivered = await submit(asking, asked, head, witnessed)
    if (delivered !== 'done') return delivered
  }
  if (!asked.mirror) return 'done'
  const mirrored = sizeBy(asked.mirror.name)
  return mirrored < head.size ? feedMirror(asking, { ...asked, mirror: asked.mirror }, head, mirrored) : 'done'
}

const decoder = new TextDecoder()

/** @param old the size it cosigned last as far as we know; where it knows better, it is asked again from there */
async function submit(
  asking: Asking,
  asked: Asked,
  head: StoredCheckpoint,
  old: number,
  again = false,
): Promise<Delivered> {
  const { db, house, around } = asking
  const proof = await consistencyProof(nodesIn(db, house.origin), old, head.size)
  const body = Buffer.from(formatAddCheckpoint({ old, proof, checkpoint: head.note }))
  const response = await around.ask(`${asked.url}/add-checkpoint`, { method: 'POST', body })
  const said = decoder.decode(await response.arrayBuffer()).slice(0, 100_000)
  if (response.status === 200) return takeCosignature(asking, asked, asked.witness, head, said)
  if (response.status === 409 && response.headers.get('content-type')?.startsWith(sizeType)) {
    const known = Number(/^(\d{1,15})\n$/.exec(said)?.[1] ?? Number.NaN)
    if (known > head.size && (await refill(asking, asked))) return { retry: refilled }
    if (known > head.size)
      return unlike(asking, asked, 'set_back', `it has cosigned ${known} entries, we have ${head.size}`)
    if (known !== old && known >= 0 && !again) return submit(asking, asked, head, known, true)
    return unlike(asking, asked, 'called_inconsistent', 'it knows another head of this size')
  }
  if (response.status === 422) return unlike(asking, asked, 'called_inconsistent', 'it says our log was rewritten')
  return { retry: `add-checkpoint answered ${response.status}` }
}

async function unlike(
  { db, now }: Asking,
  { name }: Asked,
  kind: 'set_back' | 'called_inconsistent',
  what: string,
): Promise<Delivered> {
  await raiseAlarm(db, { institution: name, kind, proof: what, at: now() })
  return { retry: what }
}
