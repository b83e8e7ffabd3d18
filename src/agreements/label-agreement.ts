/** An officer says what our side calls the agreement: title, type, reference number. Shown to the partner, never hashed. */

import { meanwhile } from '#src/platform/began-from.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { OfficersAgreement } from './access.ts'
import { move, refuse } from './agreement.ts'
import { emptyLabel, type Label, labels, saveLabel } from './label-store.ts'
import { lockAgreement } from './store.ts'

/**
 * After a colleague's save: what only they changed is taken over, what only this one changed stays.
 * @throws Refusal `label_changed_meanwhile` where both changed the same words
 */
function overlaid(began: string | undefined, typed: Label, saved: Label): Label {
  const both = meanwhile(began, typed, saved)
  if (!both) return typed
  if (Object.keys(both.conflicts).length > 0) refuse('label_changed_meanwhile')
  return both.merged
}

export async function labelAgreement(
  db: Db,
  { officer, agreement }: OfficersAgreement,
  { label: typed, began, at }: { label: Label; began?: string; at: Temporal.Instant },
) {
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'label')
    const old = (await labels(tx, before.id)).ours ?? null
    const label = overlaid(began, typed, old ?? emptyLabel)
    await saveLabel(tx, before.id, 'ours', label)
    const body = { ...label, at: at.toString() } as unknown as Json
    await record(tx, {
      at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: 'agreement.labelled',
      detail: { before: old as unknown as Json, after: label as unknown as Json },
      then: before.version > 0 ? [message(before.partner, 'agreement.label', before.id, body)] : [],
    })
  })
}
