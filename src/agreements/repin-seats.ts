/** A signatory's passkeys changed after freezing: the new pins cross, both sides see it, and approval begins again. */

import { canonicalHash } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { message } from '#src/platform/messages.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { Agreement } from './agreement.ts'
import { clearBothApprovals } from './clear-approvals.ts'
import { pinsOf, savePin, signatories } from './freeze-store.ts'
import { pinFor } from './propose-freeze.ts'
import type { SeatPin } from './seats.ts'
import { saveAgreement } from './store.ts'

/** Compares our seats' pins with the signatories' passkeys of now. @returns whether any pin changed */
export async function repinSeats(tx: Tx, agreement: Agreement, at: Temporal.Instant): Promise<boolean> {
  if (agreement.state !== 'frozen' && agreement.state !== 'approved') return false
  const pinned = (await pinsOf(tx, agreement.id)).filter((p) => p.side === 'ours')
  const held = await signatories(tx, agreement.id)
  const changed: SeatPin[] = []
  for (const { seat, pin } of pinned) {
    const holder = held.find((h) => h.seat === seat)
    const now = holder ? await pinFor(tx, holder.account) : pin
    if (canonicalHash(now) === canonicalHash(pin)) continue
    await savePin(tx, agreement.id, 'ours', seat, now, at)
    changed.push({ seat, pin: now })
  }
  if (changed.length === 0) return false
  await pinsChanged(tx, agreement, at)
  const { version, round } = agreement
  const body = { version, round, pins: changed, at: at.toString() } as unknown as Json
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.passkeys_changed',
    detail: { seats: changed.map((c) => c.seat) },
    then: [message(agreement.partner, 'agreement.pins', agreement.id, body)],
  })
  return true
}

/** What a changed pin of either side means: the text stays frozen, both approvals are cleared. */
export async function pinsChanged(tx: Tx, agreement: Agreement, at: Temporal.Instant): Promise<void> {
  await clearBothApprovals(tx, agreement, { because: 'passkeys_changed', by: { kind: 'node' }, at })
  if (agreement.state === 'approved') await saveAgreement(tx, { ...agreement, state: 'frozen' })
}
