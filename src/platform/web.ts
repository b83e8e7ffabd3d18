/** What every request carries, set by the middleware in `app.ts` and `people/`. */
import type { Language, Phrase } from './i18n/words.ts'
import type { Visitor } from './people/visitor.ts'

/** The house this node stands for, as far as the platform needs to know: a name, a colour, whether all here is a demonstration. */
export interface House {
  name: Phrase
  short: Phrase
  /** The house's accent colour, `#rrggbb`, for light and for dark backgrounds. */
  accent: { light: string; dark: string }
  /** IANA zone of the house, and of the partner for showing both local times. */
  zone: string
  demonstration: boolean
  /** How the public reaches the house, as far as it wants to be reached. */
  contact?: { address?: Phrase; phone?: string; email?: string; website?: string }
  /** Who runs this node for the house, where it has none of its own; absent everywhere else. */
  keptBy?: Phrase
  /** True only under `chirograph try`: mailbox page and sign-in links on the sign-in page exist. */
  tryIt: boolean
}

export interface NavItem {
  key: string
  href: string
  label: string
  /** What the page shows, where it stands in a list of its own. */
  note?: string
  /** Pages gathered behind this one. */
  parts?: NavItem[]
}

export interface WebEnv {
  Variables: {
    house: House
    language: Language
    /** The person signed in, with roles; null for the public. */
    visitor: Visitor | null
    /** The main navigation for this visitor, in this language. */
    nav: NavItem[]
    now: Temporal.Instant
    /** Origin of the one meeting server this page may lead to and show; set by pages with a Join button. */
    meeting?: string
  }
}
