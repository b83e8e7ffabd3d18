/** What waits for one person today. Each item names the act that is open to them, by the same rule that guards it. */
import { agreementRegister, awaitedApprovals, isOfficer, type Registered } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { managedBy } from '#src/procedures/index.ts'
import { seatsWaitingFor } from '#src/signing/index.ts'

export type Duty = 'draft' | 'prepare' | 'answer' | 'agree_to_freeze' | 'approve' | 'open_signing' | 'sign'

export interface Waiting {
  duty: Duty
  agreement: Registered
  href: string
  /** Since when it waits. */
  since: Temporal.Instant
}

/** Duties in the order a person should see them: signing first. @param o.all the whole register */
export async function waitingFor(
  db: Db,
  visitor: Visitor,
  { steps, now, all }: { steps: string[]; now: Temporal.Instant; all: Registered[] },
): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  for (const seat of await seatsWaitingFor(db, visitor.account.id)) {
    const agreement = all.find((a) => a.id === seat.agreement)
    if (agreement)
      waiting.push({ duty: 'sign', agreement, href: `/signing/${seat.session}/sign`, since: seat.openedAt })
  }
  const frozen = all.filter(({ state }) => state === 'frozen').map(({ id }) => id)
  const awaited = await awaitedApprovals(db, visitor, { ids: frozen, configured: steps, now })
  const managed = await managedIds(db, visitor)
  for (const agreement of all) {
    const others = managed.has(agreement.id) ? managersDuty(agreement) : officerDuty(visitor, agreement)
    const duty = awaited.has(agreement.id) ? 'approve' : others
    const since = agreement.frozenAt ?? agreement.turnSince
    if (duty) waiting.push({ duty, agreement, href: hrefOf(duty, agreement), since })
  }
  return waiting
}

const hrefOf = (duty: Duty, { id }: Registered) =>
  duty === 'open_signing' ? `/agreements/${id}/signing` : `/agreements/${id}`

/** Agreements an officer of a part manages; nobody else is asked for. */
async function managedIds(db: Db, visitor: Visitor): Promise<Set<string>> {
  const reach = await managedBy(db, visitor)
  return new Set(reach.length === 0 ? [] : (await agreementRegister(db, reach)).map(({ id }) => id))
}

/** An officer of a part has drafts of that part to write, until the office sends them. */
const managersDuty = ({ state, version }: Registered): Duty | undefined =>
  state === 'drafting' && version === 0 ? 'prepare' : undefined

function officerDuty(visitor: Visitor, { state, freezing, turn, version }: Registered): Duty | undefined {
  if (!isOfficer(visitor)) return undefined
  if (state === 'approved') return 'open_signing'
  if (state !== 'drafting' && state !== 'negotiating') return undefined
  if (freezing.includes('ours')) return undefined
  if (freezing.includes('theirs')) return 'agree_to_freeze'
  if (turn !== 'ours') return undefined
  return version === 0 ? 'draft' : 'answer'
}
