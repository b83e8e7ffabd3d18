/** The partnership becomes a key partnership: only the signing of a key agreement calls this, in its own transaction. */
import type { Tx } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { movePartnership } from './partnership.ts'
import { saveStep } from './partnership-step-store.ts'
import { lockPartnership, startPartnership } from './partnership-store.ts'
import { ourToday, standsAs } from './store.ts'

export interface Conclusion {
  partner: string
  agreement: string
  at: Temporal.Instant
}

/** Makes the partner a key partner, with the agreement as evidence. A partner without a record gets one first. */
export async function concludeKeyAgreement(tx: Tx, { partner: party, agreement, at }: Conclusion): Promise<void> {
  const partner = await standsAs(tx, party)
  const since = (await ourToday(tx, at)).toString()
  await startPartnership(tx, { id: crypto.randomUUID(), partner, state: 'cooperating', since })
  const partnership = (await lockPartnership(tx, partner))!
  const to = movePartnership(partnership, 'conclude_key_agreement')
  await saveStep(tx, partnership, { act: 'conclude_key_agreement', to, at, byName: '', reason: '', agreement })
  await record(tx, {
    at,
    by: { kind: 'node' },
    about: { kind: 'partnership', id: partnership.id },
    act: 'partnership.became_key',
    detail: { agreement, from: partnership.state },
  })
}
