/** To whom a page about a ceremony is told: language, hour, and what the two universities are called. */
import type { Institution } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { Place, Side } from '#src/platform/ui/index.ts'
import type { Party, Plan } from './plan.ts'

export interface Reader {
  language: Language
  now: Temporal.Instant
  /** Our city and the partner's, with their zones. */
  places: Place[]
  us: Party
  partner: Party
  short(party: Party): string
  side(party: Party | null): Side | undefined
}

interface Seen {
  plan: Plan
  us: Institution
  partner: Institution
}

export function readerOf({ plan, us, partner }: Seen, language: Language, now: Temporal.Instant): Reader {
  const known = (party: Party) => [us, partner].find(({ ror }) => ror === party)
  return {
    language,
    now,
    us: us.ror,
    partner: partner.ror,
    places: [us, partner].map(({ ror }) => ({ zone: plan.places[ror]!.zone, city: plan.places[ror]!.city })),
    short: (party) => known(party)?.short[language] ?? party,
    side: (party) => (party === us.ror ? 'ours' : party === partner.ror ? 'theirs' : undefined),
  }
}
