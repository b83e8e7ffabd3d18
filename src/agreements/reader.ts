/** To whom a page about an agreement is told: language, hour, and what the two universities are called. */
import type { Institution } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Place } from '#src/platform/ui/index.ts'
import type { Side } from './agreement.ts'

export interface Reader {
  language: Language
  now: Temporal.Instant
  /** Our city and the partner's, with their zones. */
  places: Place[]
  /** Short names of both universities, in the reader's language. */
  short: Record<Side, string>
}

interface Parties {
  us: Institution
  partner: Institution
}

export function readerOf({ us, partner }: Parties, language: Language, now: Temporal.Instant): Reader {
  const places = [us, partner].map(({ zone, city }) => ({ zone, city }))
  return { language, now, places, short: { ours: us.short[language], theirs: partner.short[language] } }
}
