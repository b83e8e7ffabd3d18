/** Where things are on the public site. */
import type { Language } from '#src/platform/i18n/words.ts'
import { publicAddress } from '#src/platform/ui/index.ts'

/** Addresses after the language: the same in every language. */
export const pathOf = {
  home: '/',
  partners: '/partners',
  partner: (ror: string) => `/partners/${ror}`,
  agreement: (id: string) => `/agreements/${id}`,
  document: (id: string) => `/agreements/${id}/signed.pdf`,
  stories: '/news',
  story: (slug: string) => `/news/${slug}`,
  events: '/events',
  event: (id: string) => `/events/${id}`,
  eventFile: (id: string) => `/events/${id}.ics`,
  search: '/search',
  atom: '/news/feed.atom',
  jsonFeed: '/news/feed.json',
  partnerAtom: (ror: string) => `/partners/${ror}/feed.atom`,
  partnerJsonFeed: (ror: string) => `/partners/${ror}/feed.json`,
}

export const calendarPath = '/calendar.ics'
export const partnerCalendarPath = (ror: string): string => `/partners/${ror}.ics`

/** An address of this host, in a language. */
export const at = (language: Language, path: string): string => `/${language}${path}`

/** The same with the host, for machines that read it elsewhere. */
export const address: (origin: string, language: Language, path: string) => string = publicAddress
