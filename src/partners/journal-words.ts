/** What this area writes into the journal, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import { activityJournalWords } from './activity-words.ts'
import { factJournalWords } from './fact-words.ts'
import { groupingJournalWords } from './grouping-words.ts'
import { moveJournalWords } from './institution-move-words.ts'
import { partnershipJournalWords } from './partnership-words.ts'
import { personJournalWords } from './person-value-words.ts'
import { unitJournalWords } from './unit-words.ts'

export const partnerJournalWords: Record<string, Phrase> = {
  ...partnershipJournalWords,
  ...personJournalWords,
  ...unitJournalWords,
  ...factJournalWords,
  ...activityJournalWords,
  ...moveJournalWords,
  ...groupingJournalWords,
}
