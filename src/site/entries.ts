/** The parts several pages are made of: a story, an event, a partner in a list; names in both scripts. */
import { countryName, type PublicInstitution, type PublicPartner } from '#src/partners/index.ts'
import { comma, htmlLang, type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { clockTime, dayWords, sinceWords } from '#src/platform/time.ts'
import { attribute, type Content, type Html, html, inLanguage, moments } from '#src/platform/ui/index.ts'
import { type PublishedPhoto, type PublishedStory, photoPath, sizeFor } from '#src/stories/index.ts'
import { at, pathOf } from './addresses.ts'
import type { PublicEvent } from './event.ts'
import { eventKindWords, eventStandingWords } from './event-words.ts'
import { partnersWords, standingWords, storiesWords } from './words.ts'

const locale: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN' }

const other = (language: Language): Language => (language === 'en' ? 'zh' : 'en')

/** A text in the reader's language, else the other: as plain text, for titles and machines. */
export const plain = (text: Phrase, language: Language): string => text[language] || text[other(language)]

/** City and country: `London, United Kingdom`. */
export function placeWords({ city, country }: Pick<PublicInstitution, 'city' | 'country'>, language: Language): string {
  return [plain(city, language), countryName(country, language)].filter(Boolean).join(comma[language])
}

/** An institution's name in both scripts, of equal weight, the reader's first. */
export function bothNames(name: Phrase, language: Language, kind = 'names'): Html {
  const order = [language, other(language)].filter((one, n) => name[one] && (n === 0 || name.en !== name.zh))
  return html`<span class="${kind}" translate="no">${order.map((one, n) => html`${n > 0 && ' '}<span lang="${htmlLang[one]}">${name[one]}</span>`)}</span>`
}

/** One partner in a list: both names, where, since when. */
export function partnerEntry(
  partner: PublicPartner,
  language: Language,
  o: { heading: 2 | 3; id?: boolean; cityOnly?: boolean },
): Html {
  const w = speak(partnersWords, language)
  const name = html`<a href="${at(language, pathOf.partner(partner.ror))}">${bothNames(partner.name, language)}</a>`
  const heading = o.heading === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`
  const key = partner.standing === 'key' && html`<span class="key-mark">${standingWords.key[language]}</span>`
  return html`<li class="partner-entry"${attribute('id', (o.id ?? true) && `partner-${partner.ror}`)}>${heading}<p class="partner-entry-note">${key}<span>${o.cityOnly ? plain(partner.city, language) : placeWords(partner, language)}</span><span>${w.since(sinceWords(partner.since, language))}</span></p></li>`
}

/** The photograph that stands for a story in lists; null where it has none. */
export function leadPhoto(story: PublishedStory): PublishedPhoto | null {
  const placed = Object.values(story.body).flatMap((blocks) =>
    blocks.flatMap((block) => (block.kind === 'photo' ? [block.number] : [])),
  )
  return story.photos.find(({ number }) => !placed.includes(number)) ?? story.photos[0] ?? null
}

function photoOf(story: PublishedStory, language: Language, o: { sizes: string; first?: boolean }): Content {
  const photo = leadPhoto(story)
  if (!photo) return ''
  const set = (format: 'jpg' | 'webp') =>
    photo.sizes.map((size) => `${photoPath(photo, size, format)} ${size}w`).join(', ')
  const alt = photo.decorative ? '' : plain(photo.alt, language)
  const lang = !photo.decorative && !photo.alt[language] && photo.alt[other(language)] && htmlLang[other(language)]
  const load = o.first ? attribute('fetchpriority', 'high') : attribute('loading', 'lazy')
  return html`<picture class="story-entry-photo"><source type="image/webp" srcset="${set('webp')}" sizes="${o.sizes}"><img src="${photoPath(photo, sizeFor(photo, 960), 'jpg')}" srcset="${set('jpg')}" sizes="${o.sizes}" width="${photo.width}" height="${photo.height}" alt="${alt}"${attribute('lang', lang)}${load} decoding="async"></picture>`
}

/** The language a story can be read in, and whether that is the wanted one. */
export const readIn = ({ languages }: PublishedStory, wanted: Language): Language =>
  languages.includes(wanted) ? wanted : (languages[0] ?? wanted)

/** When it happened, or else when it was published. */
export const storyDay = (story: PublishedStory, zone: string): Temporal.PlainDate =>
  story.heldOn ?? story.publishedAt.toZonedDateTimeISO(zone).toPlainDate()

export interface StoryEntry {
  heading: 2 | 3
  zone: string
  /** `lead`: over the whole width, with its summary and photograph; `row`: with its summary; `small`: headline and day. */
  kind: 'lead' | 'row' | 'small'
  /** The partner's short name, to be named beside the day. */
  partner?: Phrase
}

/** One story in a list. */
export function storyEntry(story: PublishedStory, language: Language, o: StoryEntry): Html {
  const shown = readIn(story, language)
  const lang = shown === language ? null : htmlLang[shown]
  const title = html`<a href="${at(language, pathOf.story(story.slug))}"${attribute('lang', lang)}>${story.headline[shown]}</a>`
  const heading = o.heading === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
  const day = storyDay(story, o.zone)
  const note = html`<p class="story-entry-note"><time datetime="${day.toString()}">${dayWords(day, language)}</time>${o.partner && html`<span>${inLanguage(o.partner, language)}</span>`}${lang && html`<span>${storiesWords.onlyOther[language]}</span>`}</p>`
  const sizes = o.kind === 'lead' ? '(min-width: 60rem) 43rem, 100vw' : '(min-width: 60rem) 17rem, 100vw'
  const photo = photoOf(story, language, { sizes, first: o.kind === 'lead' })
  const summary =
    o.kind !== 'small' &&
    story.summary[shown] &&
    html`<p class="story-entry-summary"${attribute('lang', lang)}>${story.summary[shown]}</p>`
  return html`<article class="story-entry ${o.kind}${photo ? ' pictured' : ''}">${photo}<div class="story-entry-words">${note}${heading}${summary}</div></article>`
}

/** One event in a list: its day large, what, with whom, when in both cities. */
export function eventEntry(
  event: PublicEvent,
  language: Language,
  o: { heading: 2 | 3; partner?: Phrase; us: string },
): Html {
  const home = event.places.find(({ party }) => party === o.us) ?? event.places[0]!
  const local = event.startsAt.toZonedDateTimeISO(home.zone)
  const month = new Intl.DateTimeFormat(locale[language], { month: 'short', year: 'numeric', timeZone: home.zone })
  const name = html`<a href="${at(language, pathOf.event(event.id))}">${inLanguage(event.title, language)}</a>`
  const heading = o.heading === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`
  const standing = eventStandingWords[event.standing][language]
  const said = standing && html`<span class="event-standing ${event.standing}">${standing}</span>`
  return html`<article class="event-entry${event.standing === 'cancelled' ? ' off' : ''}">
    <p class="event-day" aria-hidden="true"><span>${local.day}</span> ${month.format(event.startsAt.epochMilliseconds)}</p>
    <div><p class="event-entry-note"><span>${eventKindWords[event.kind][language]}</span>${o.partner && html`<span>${inLanguage(o.partner, language)}</span>`}${said}</p>
    ${heading}<p class="event-when">${moments(event.startsAt, { places: ourFirst(event, o.us), language })}</p></div>
  </article>`
}

/** The places of an event, ours first: the reader stands with us. */
export const ourFirst = ({ places }: PublicEvent, us: string) =>
  places.toSorted((a, b) => Number(b.party === us) - Number(a.party === us))

/** `15:30–17:00` in one place. */
export const span = (event: Pick<PublicEvent, 'startsAt' | 'endsAt'>, zone: string): string =>
  `${clockTime(event.startsAt, zone)}–${clockTime(event.endsAt, zone)}`

/** A part of a page with its heading, and a way to all of its kind. */
export function part(o: {
  title: Content
  more?: { href: string; label: string }
  body: Content
  kind?: string
  id?: string
}): Html {
  const more = o.more && html`<p class="part-more"><a href="${o.more.href}">${o.more.label}</a></p>`
  return html`<section class="part${o.kind ? ` ${o.kind}` : ''}"${attribute('id', o.id)}><div class="part-head"><h2>${o.title}</h2>${more}</div>${o.body}</section>`
}

/** The head of a page that is not a story. */
export function titleHead(o: { over?: Content; title: Content; second?: Content; meta?: Content }): Html {
  return html`<header class="title-head">${o.over && html`<p class="title-over">${o.over}</p>`}<h1>${o.title}</h1>${o.second}${o.meta && html`<p class="title-meta">${o.meta}</p>`}</header>`
}
