/** The partner starts a rehearsal: our node makes its own copy. Or either side puts one away. */
import type { z } from 'zod'
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { record } from '#src/platform/record.ts'
import { allows, move, refuse } from './ceremony.ts'
import { frameFaults } from './frame-shapes.ts'
import { findPlan } from './plan-store.ts'
import { insertRehearsal } from './rehearse.ts'
import { lockCeremony, saveCeremony } from './store.ts'
import type { rehearsalEndedShape, rehearsalShape } from './wire.ts'

export async function receiveRehearsal(
  tx: Tx,
  received: Received,
  body: z.infer<typeof rehearsalShape>,
): Promise<void> {
  const { about: id, from, at } = received
  const { rehearsal, byName, at: _, ...frame } = body
  const original = await lockCeremony(tx, id)
  if (!original) throw new NotYet('ceremony_missing')
  if (original.partner !== from || original.rehearsalOf) refuse('not_the_partner', {}, 403)
  const plan = (await findPlan(tx, id))!
  const fields = frameFaults(frame, plan.parties)
  if (fields.length > 0) refuse('plan_malformed', { fields }, 422)
  const copy = { id: rehearsal, frame: { ...frame, open: false }, at }
  if (!(await insertRehearsal(tx, original, copy))) return
  const by = { kind: 'partner' as const, institution: from, name: byName }
  await record(tx, {
    at,
    by,
    about: { kind: 'ceremony', id },
    act: 'ceremony.rehearsal_started',
    detail: { rehearsal },
  })
}

export async function receiveRehearsalEnd(
  tx: Tx,
  { about: id, from, at }: Received,
  { byName }: z.infer<typeof rehearsalEndedShape>,
): Promise<void> {
  const rehearsal = await lockCeremony(tx, id)
  if (!rehearsal) throw new NotYet('ceremony_missing')
  if (rehearsal.partner !== from || !rehearsal.rehearsalOf) refuse('not_the_partner', {}, 403)
  if (!allows(rehearsal, 'end_rehearsal')) return
  await saveCeremony(tx, { ...rehearsal, state: move(rehearsal, 'end_rehearsal') })
  const by = { kind: 'partner' as const, institution: from, name: byName }
  await record(tx, { at, by, about: { kind: 'ceremony', id }, act: 'ceremony.rehearsal_ended' })
}
