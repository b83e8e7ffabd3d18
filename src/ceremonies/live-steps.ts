/** What the stage tells the plan, in the stage's own transactions: it began, it is over, something was promised. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { type Actor, record } from '#src/platform/record.ts'
import { allows, move } from './ceremony.ts'
import type { Commitment } from './ceremony-record.ts'
import { insertCommitment } from './marked-commitment-store.ts'
import { markMessage } from './move-commitment.ts'
import type { Bilingual, Party } from './plan.ts'
import { type Held, insertRecord } from './record-store.ts'
import { lockCeremony, saveCeremony } from './store.ts'

const node: Actor = { kind: 'node' }

/** The ceremony is live. Told again, or late, it changes nothing. @throws Refusal `ceremony_does_not_allow` where it was called off */
export async function noteLive(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  const ceremony = (await lockCeremony(tx, id))!
  if (['live', 'held', 'closed'].includes(ceremony.state)) return
  await saveCeremony(tx, { ...ceremony, state: move(ceremony, 'go_live') })
  await record(tx, { at, by: node, about: { kind: 'ceremony', id }, act: 'ceremony.live' })
}

/** The ceremony is over, with the times it really took. Told again, the times are brought up to date. */
export async function noteHeld(tx: Tx, id: string, held: Held & { at: Temporal.Instant }): Promise<void> {
  const ceremony = (await lockCeremony(tx, id))!
  if (ceremony.state === 'closed') return
  if (ceremony.state !== 'held') {
    const state = allows(ceremony, 'go_live') ? move(ceremony, 'go_live') : ceremony.state
    await saveCeremony(tx, { ...ceremony, state: move({ state }, 'hold') })
    const { audience } = held
    await record(tx, {
      at: held.at,
      by: node,
      about: { kind: 'ceremony', id },
      act: 'ceremony.held',
      detail: { audience },
    })
  }
  await insertRecord(tx, id, held)
}

export interface Marked {
  /** Given where the same mark may come again, as from the other node. */
  id?: string
  item: string | null
  words: Bilingual
  byParty: Party | null
  by: string
  to: string
  at: Temporal.Instant
  actor: Actor
}

/** Keeps something that was promised. At a rehearsal too, where it counts for nothing. @returns the commitment */
export async function markCommitment(tx: Tx, id: string, marked: Marked): Promise<Commitment> {
  const ceremony = (await lockCeremony(tx, id))!
  const { actor, ...said } = marked
  const us = await ourInstitution(tx)
  const markedBy = actor.kind === 'node' ? us.short.en : actor.name
  const commitment: Commitment = { ...said, id: marked.id ?? crypto.randomUUID(), ceremony: ceremony.id, markedBy }
  await insertCommitment(tx, commitment)
  const detail = { by: said.by, en: said.words.en, zh: said.words.zh }
  await record(tx, {
    at: said.at,
    by: actor,
    about: { kind: 'ceremony', id },
    act: 'ceremony.commitment_marked',
    detail,
    then:
      actor.kind === 'partner' || !ceremony.sharedAt || ceremony.rehearsalOf ? [] : [markMessage(ceremony, commitment)],
  })
  return commitment
}
