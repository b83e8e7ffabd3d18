/** Another administrator confirms or rejects a proposed act on keys; whoever proposed it may withdraw it. */

import type { Db, Tx } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { openSecret } from '#src/platform/keys/index.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { bringRoot } from './bring-root.ts'
import { chooseSigner } from './choose-signer.ts'
import { exportRoot } from './export-root.ts'
import type { KeyHouse } from './house.ts'
import { type KeyActKind, type KeyActStep, moveAct } from './key-act.ts'
import { type KeptKeyAct, lockKeyAct, saveDecision } from './key-act-store.ts'
import { actContext } from './propose-key-act.ts'
import { refuseKeys } from './refusals.ts'
import { replaceRoot } from './replace-root.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { takeRoot } from './take-root.ts'

export interface Performing {
  house: KeyHouse
  act: KeptKeyAct
  /** What the proposal sealed. */
  secret: string | null
  /** What the second administrator gave with the confirmation. */
  given: Partial<Record<string, string>>
  by: Actor
  at: Temporal.Instant
}

/** @returns a file for whoever confirmed, where the act makes one */
export type Perform = (tx: Tx, performing: Performing) => Promise<string | undefined>

const performers: Record<KeyActKind, Perform> = {
  revoke: revokeCertificate,
  export_root: exportRoot,
  take_root: takeRoot,
  bring_root: bringRoot,
  replace_root: replaceRoot,
  choose_signer: chooseSigner,
}

export interface Deciding {
  id: string
  step: KeyActStep
  given?: Partial<Record<string, string>>
  at: Temporal.Instant
}

/** @throws Refusal as the lifecycle and the act itself say; then the proposal stands as it was */
export async function decideKeyAct(
  db: Db,
  house: KeyHouse,
  keeper: Visitor,
  { id, step, given = {}, at }: Deciding,
): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const act = (isId(id) && (await lockKeyAct(tx, id))) || refuseKeys('key_act_unknown', {}, 404)
    const state = moveAct(act, step, keeper.account.id)
    const by = actorOf(keeper)
    const secret = act.sealed && openSecret(house.secretKey, act.sealed, actContext(id))
    const file = step === 'confirm' ? await performers[act.kind](tx, { house, act, secret, given, by, at }) : undefined
    await saveDecision(tx, id, { state, by: keeper.account.id, byName: keeper.account.name.latin, at })
    const about = { kind: 'keys', id: act.about }
    await record(tx, { at, by, about, act: `keys.${act.kind}_${state}`, detail: { ...act.detail, reason: act.reason } })
    return file
  })
}
