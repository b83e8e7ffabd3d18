/** One administrator proposes an act on keys, with the reason; nothing happens until another confirms it. */
import type { Tx } from '#src/platform/database/tables.ts'
import { sealSecret } from '#src/platform/keys/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { KeyHouse } from './house.ts'
import type { KeyActKind } from './key-act.ts'
import { insertKeyAct } from './key-act-store.ts'
import { refuseKeys } from './refusals.ts'

export interface KeyProposal {
  kind: KeyActKind
  about: string
  /** What both administrators read. */
  detail?: Record<string, Json>
  /** What nobody reads until it is done. */
  secret?: string
  reason: string
  at: Temporal.Instant
}

export const actContext = (id: string): string => `key-act:${id}`

/** @throws Refusal `key_reason_missing`, `key_act_open` where the same is proposed already */
export async function proposeKeyAct(
  tx: Tx,
  { secretKey }: KeyHouse,
  keeper: Visitor,
  { kind, about, detail = {}, secret, reason: given, at }: KeyProposal,
): Promise<string> {
  const reason = given.trim().slice(0, 2000)
  if (!reason) refuseKeys('key_reason_missing', {}, 422)
  const id = crypto.randomUUID()
  const sealed = secret === undefined ? null : Buffer.from(sealSecret(secretKey, secret, actContext(id)))
  const by = { proposedBy: keeper.account.id, proposedByName: keeper.account.name.latin, proposedAt: at }
  const isNew = await insertKeyAct(tx, { id, kind, about, detail, sealed, reason, ...by })
  if (!isNew) refuseKeys('key_act_open')
  await record(tx, {
    at,
    by: actorOf(keeper),
    about: { kind: 'keys', id: about },
    act: `keys.${kind}_proposed`,
    detail: { ...detail, reason },
  })
  return id
}
