/** A text changes: whoever was to sign for a seat that is gone, or is now another person's, signs for it no longer. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { deleteSignatory, signatories } from './freeze-store.ts'
import type { AgreementText, Seat } from './text.ts'

/** Seat ids are given again, so what was said of a seat must not cling to its id. A seat nobody was named in yet keeps its account. */
export async function releaseSeats(
  tx: Tx,
  { before, after }: { before: AgreementText; after: AgreementText },
): Promise<void> {
  const us = await ourInstitution(tx)
  const ours = (text: AgreementText, id: string) => text.seats.find((s) => s.id === id && s.party === us.ror)
  for (const { seat } of await signatories(tx, after.agreement)) {
    const [old, now] = [ours(before, seat), ours(after, seat)]
    if (!now || (old && !isSamePerson(old, now))) await deleteSignatory(tx, after.agreement, seat)
  }
}

const isSamePerson = ({ name: a }: Seat, { name: b }: Seat): boolean =>
  a.latin === '' || a.latin === b.latin || (a.native !== null && a.native === b.native)
