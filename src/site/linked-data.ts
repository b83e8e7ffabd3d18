/** What pages are about, for machines: schema.org in JSON-LD. One identity for one thing, on every page and in both languages. */
import type {
  CollegeOrUniversity,
  CreativeWork,
  Event,
  EventStatusType,
  ImageObject,
  NewsArticle,
  Person,
  WebSite,
  WithContext,
} from 'schema-dts'
import type { PublicAgreement, PublicAgreementStanding } from '#src/agreements/index.ts'
import type { PublicInstitution } from '#src/partners/index.ts'
import { htmlLang, type Language } from '#src/platform/i18n/words.ts'
import { asset } from '#src/platform/ui/index.ts'
import { type PublishedPhoto, type PublishedStory, photoPath } from '#src/stories/index.ts'
import { address, pathOf } from './addresses.ts'
import { plain, readIn } from './entries.ts'
import type { PublicEvent } from './event.ts'
import type { EventView } from './event-page.ts'
import type { Reading } from './home-page.ts'
import type { StoryAround } from './read-site.ts'
import { standingNow, standingText } from './standing-line.ts'

const context = 'https://schema.org'

/** An institution is known by its ROR id everywhere. */
export const institutionId = (ror: string): string => `https://ror.org/${ror}`

const storyId = (origin: string, language: Language, { slug }: PublishedStory) =>
  `${address(origin, language, pathOf.story(slug))}#story`
const eventId = (origin: string, { id }: Pick<PublicEvent, 'id'>) => `${origin}/events/${id}#event`

export function organisation(one: PublicInstitution, origin: string): WithContext<CollegeOrUniversity> {
  const place = one.coordinates && { '@type': 'GeoCoordinates' as const, ...one.coordinates }
  return {
    '@context': context,
    '@type': 'CollegeOrUniversity',
    '@id': institutionId(one.ror),
    name: one.name.en || one.name.zh,
    ...(one.name.en && one.name.zh && one.name.en !== one.name.zh && { alternateName: one.name.zh }),
    identifier: institutionId(one.ror),
    ...(one.website && { url: one.website }),
    mainEntityOfPage: address(origin, 'en', pathOf.partner(one.ror)),
    location: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        ...(one.city.en && { addressLocality: one.city.en }),
        ...(one.country !== 'ZZ' && { addressCountry: one.country }),
      },
      ...(place && { geo: place }),
    },
  }
}

export function site({ house, origin, language }: Reading): WithContext<WebSite> {
  return {
    '@context': context,
    '@type': 'WebSite',
    '@id': `${origin}/#site`,
    url: address(origin, language, pathOf.home),
    name: house.name[language],
    inLanguage: htmlLang[language],
  }
}

/** The day from which it is not in force, or not in these words, any more; undefined where there is none. */
function expiry(standing: PublicAgreementStanding, zone: string): Temporal.PlainDate | undefined {
  if (standing.kind === 'in_force') return standing.until?.add({ days: 1 })
  if (standing.kind === 'replaced') return standing.by.concludedAt.toZonedDateTimeISO(zone).toPlainDate()
  return standing.kind === 'ended' ? standing.on.add({ days: 1 }) : standing.on
}

export function agreementData(agreement: PublicAgreement, r: Reading): WithContext<CreativeWork> {
  const { language, origin, house } = r
  const expires = expiry(standingNow(agreement, r), house.zone)
  return {
    '@context': context,
    '@type': 'CreativeWork',
    '@id': `${origin}/agreements/${agreement.id}#agreement`,
    name: plain(agreement.title, language),
    url: address(origin, language, pathOf.agreement(agreement.id)),
    inLanguage: ['en', 'zh-CN'],
    dateCreated: agreement.concludedAt.toString({ smallestUnit: 'second' }),
    creativeWorkStatus: standingText(agreement, r),
    ...(expires && { expires: expires.toString() }),
    contributor: agreement.parties.map(({ ror, name }) => ({
      '@type': 'CollegeOrUniversity',
      '@id': institutionId(ror),
      name: plain(name, language),
    })),
  }
}

/** UN/CEFACT's code of the pixel. */
const pixels = (value: number) => ({ '@type': 'QuantitativeValue' as const, value, unitCode: 'E37' })

function image(photo: PublishedPhoto, language: Language, origin: string): ImageObject {
  return {
    '@type': 'ImageObject',
    '@id': `${origin}${photoPath(photo, photo.sizes.at(-1)!, 'jpg')}`,
    url: `${origin}${photoPath(photo, photo.sizes.at(-1)!, 'jpg')}`,
    contentUrl: `${origin}${photoPath(photo, photo.sizes.at(-1)!, 'jpg')}`,
    width: pixels(photo.width),
    height: pixels(photo.height),
    ...(plain(photo.caption, language) && { caption: plain(photo.caption, language) }),
    ...(photo.creator && { creator: { '@type': 'Person', name: photo.creator } }),
    ...(photo.credit && { creditText: photo.credit }),
    ...(photo.rights && { copyrightNotice: photo.rights }),
  }
}

/** The story in the language it is shown in, with its translation, the partner's own story and the occasion. */
export function storyData(
  { story, us, partners, event }: StoryAround,
  { language, house, origin }: Reading,
): WithContext<NewsArticle> {
  const shown = readIn(story, language)
  const other = story.languages.find((one) => one !== shown)
  const url = address(origin, shown, pathOf.story(story.slug))
  const partner = partners.find(({ ror }) => ror === story.partner)
  const editors = story.editors.filter(({ role }) => role !== 'photographer')
  const publisher: CollegeOrUniversity = {
    '@type': 'CollegeOrUniversity',
    '@id': institutionId(us.ror),
    name: house.name[shown],
    url: `${origin}/`,
  }
  return {
    '@context': context,
    '@type': 'NewsArticle',
    '@id': storyId(origin, shown, story),
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    // Search engines cut headlines at 110 characters.
    headline: [...story.headline[shown]].slice(0, 110).join(''),
    ...(story.summary[shown] && { description: story.summary[shown] }),
    inLanguage: htmlLang[shown],
    datePublished: story.publishedAt.toString({ smallestUnit: 'second' }),
    dateModified: story.modifiedAt.toString({ smallestUnit: 'second' }),
    image: story.photos.map((photo) => image(photo, shown, origin)),
    author: editors.length > 0 ? editors.map(({ name }) => person(name)) : [publisher],
    publisher: { ...publisher, logo: { '@type': 'ImageObject', url: origin + asset('mark.svg') } },
    ...(partner && {
      mentions: [{ '@type': 'CollegeOrUniversity', '@id': institutionId(partner.ror), name: partner.name[shown] }],
    }),
    ...(event && { about: { '@id': eventId(origin, event) } }),
    ...(other && {
      workTranslation: { '@type': 'NewsArticle', '@id': storyId(origin, other, story), inLanguage: htmlLang[other] },
    }),
    ...(story.related.length > 0 && {
      citation: story.related.map(({ url, title }) => ({ '@type': 'Article', url, headline: title })),
    }),
  }
}

const person = ({ latin, native }: { latin: string; native: string | null }): Person => ({
  '@type': 'Person',
  name: latin,
  ...(native && { alternateName: native }),
})

const scheduled = 'https://schema.org/EventScheduled'

const statuses: Record<PublicEvent['standing'], EventStatusType> = {
  tentative: scheduled,
  confirmed: scheduled,
  live: scheduled,
  past: scheduled,
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
}

/** An event in two halls and online. */
export function eventData({ event, us, partners }: EventView, { language, origin }: Reading): WithContext<Event> {
  const url = address(origin, language, pathOf.event(event.id))
  const halls = event.places.map(({ city, hall }) => ({
    '@type': 'Place' as const,
    name: plain(hall, language) || plain(city, language),
    address: { '@type': 'PostalAddress' as const, addressLocality: plain(city, language) },
  }))
  const organisers = [us, ...partners.filter(({ ror }) => ror === event.partner)]
  return {
    '@context': context,
    '@type': 'Event',
    '@id': eventId(origin, event),
    name: plain(event.title, language),
    url,
    description: plain(event.title, language),
    startDate: event.startsAt.toString({ smallestUnit: 'second' }),
    endDate: event.endsAt.toString({ smallestUnit: 'second' }),
    eventStatus: statuses[event.standing],
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [...halls, { '@type': 'VirtualLocation', url: `${origin}/live/${event.id}` }],
    organizer: organisers.map(({ ror, name, website }) => ({
      '@type': 'CollegeOrUniversity',
      '@id': institutionId(ror),
      name: plain(name, language),
      ...(website && { url: website }),
    })),
    isAccessibleForFree: true,
    inLanguage: ['en', 'zh-CN'],
  }
}
