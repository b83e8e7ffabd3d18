/** What stands against a plan, or will soon: rules of protocol and of the calendar. Warnings stop nobody. Rules only. */
import type { Plan } from './plan.ts'
import { ofAgreement, ofSeats, ofSigning } from './warn-agreement.ts'
import { ofItems, ofSides } from './warn-items.ts'
import { ofPeople, ofRank } from './warn-people.ts'
import type { Surroundings, Warning } from './warning.ts'

export function warningsOf(plan: Plan, around: Surroundings): Warning[] {
  if (['held', 'closed', 'cancelled', 'postponed'].includes(plan.state)) return []
  return [
    ...ofAgreement(plan, around),
    ...ofSigning(plan),
    ...ofRank(plan, around),
    ...ofSeats(plan, around),
    ...ofPeople(plan, around),
    ...ofItems(plan, around),
    ...ofSides(plan, around),
  ]
}
