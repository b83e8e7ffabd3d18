/** Who may do what with minutes, as sentences. */
import { isOfficer, type OfficersCeremony } from './access.ts'
import type { HeldMinutes } from './minutes.ts'
import { allowsMinutes, type MinutesAct, refuse } from './minutes-lifecycle.ts'
import type { Party } from './plan.ts'

type Visiting = Pick<OfficersCeremony, 'plan'> & { us: { ror: Party }; visitor: Parameters<typeof isOfficer>[0] }

/** Officers of the convenor write; officers of the other university answer. The same sentence guards the act and shows the button. */
export function mayMinute({ plan, us, visitor }: Visiting, act: MinutesAct, held: HeldMinutes | undefined): boolean {
  const convenes = plan.convenor === us.ror
  const open = held ? allowsMinutes(held.state, act) : act === 'write'
  const wellTimed =
    plan.rehearsalOf === null && (plan.state === 'held' || (plan.state === 'closed' && held !== undefined))
  return isOfficer(visitor) && wellTimed && open && convenes === (act === 'write' || act === 'propose')
}

/** @throws Refusal `minutes_do_not_allow` where this officer may not do it, or not now */
export function requireMinute(held: OfficersCeremony, act: MinutesAct, minutes: HeldMinutes | undefined): void {
  if (!mayMinute({ ...held, visitor: held.officer }, act, minutes)) refuse('minutes_do_not_allow')
}
