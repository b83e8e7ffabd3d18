/** Why the house's procedures say no. Each has words in `refusal-words.ts`. */
import { refuser } from '#src/platform/refusal.ts'

export type ProcedureRefusal =
  | 'keepers_only'
  | 'not_your_place'
  | 'names_missing'
  | 'steps_missing'
  | 'step_unknown'
  | 'type_unknown'
  | 'type_exists'
  | 'months_wrong'
  | 'person_unknown'
  | 'dates_wrong'
  | 'stand_in_reason_missing'
  | 'stand_in_is_yourself'
  | 'basis_missing'
  | 'value_wrong'
  | 'days_wrong'
  | 'changed_meanwhile'
  | 'route_retired'
  | 'writers_only'
  | 'text_missing'
  | 'name_taken'
  | 'file_unreadable'

export const refuse = refuser<ProcedureRefusal>()
