/** Holds the ceremony a message from after it is about, and says in whose name it came. */
import type { Tx } from '#src/platform/database/tables.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import type { Actor } from '#src/platform/record.ts'
import { refuse } from './ceremony.ts'
import { type Ceremony, lockCeremony } from './store.ts'

/** @throws Refusal `not_the_partner` for a message from elsewhere, or about a rehearsal; NotYet where the ceremony is still to come */
export async function holdReceived(tx: Tx, { about, from }: Received): Promise<Ceremony> {
  const ceremony = await lockCeremony(tx, about)
  if (!ceremony) throw new NotYet('ceremony_missing')
  if (ceremony.partner !== from || ceremony.rehearsalOf) refuse('not_the_partner', {}, 403)
  return ceremony
}

/** Somebody of the partner’s, as the journal names them. */
export const partnerActor = (from: string, name: string): Actor => ({ kind: 'partner', institution: from, name })
