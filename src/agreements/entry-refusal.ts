/** What the register of agreements refuses. */
import { refuser } from '#src/platform/refusal.ts'

export type EntryRefusal =
  | 'entry_title_missing'
  | 'entry_partner_unknown'
  | 'entry_dates_crossed'
  | 'entry_needs_end_or_review'
  | 'entry_date_wrong'
  | 'entry_changed_meanwhile'
  | 'entry_umbrella_wrong'
  | 'entry_file_not_readable'
  | 'entry_file_missing'
  | 'entry_nothing_to_settle'
  | 'paper_not_in_ink'
  | 'paper_is_checked'
  | 'paper_same_scan'
  | 'paper_incomplete'
  | 'paper_own_work'
  | 'view_name_missing'

export const refuseEntry = refuser<EntryRefusal>()
