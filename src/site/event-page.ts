/** One event: when in both cities, where, the programme with who speaks, and the way to the live stage once its doors are open. */
import type { PublicAgreement } from '#src/agreements/index.ts'
import { dayApart, type Speaker } from '#src/ceremonies/index.ts'
import { comma, speak } from '#src/platform/i18n/words.ts'
import { clockTime, dateWords } from '#src/platform/time.ts'
import {
  type Content,
  type Html,
  html,
  inLanguage,
  linkButton,
  type PublicView,
  person,
} from '#src/platform/ui/index.ts'
import type { PublishedStory } from '#src/stories/index.ts'
import { at, pathOf } from './addresses.ts'
import { bothNames, ourFirst, plain, readIn, span } from './entries.ts'
import type { EventItem, EventPlace, PublicEvent } from './event.ts'
import { eventKindWords, eventStandingWords, eventWords } from './event-words.ts'
import type { Reading } from './home-page.ts'
import { eventData } from './linked-data.ts'
import type { Around } from './read-site.ts'

export interface EventView extends Around {
  event: PublicEvent
  agreement: PublicAgreement | undefined
  story: PublishedStory | undefined
  /** The doors of the live stage are open. */
  live: boolean
}

export function eventPage(v: EventView, r: Reading): PublicView {
  const { language } = r
  const { event } = v
  const w = speak(eventWords, language)
  const standing = eventStandingWords[event.standing][language]
  const said = standing && html`<span class="event-standing ${event.standing}">${standing}</span>`
  const body = html`<header class="title-head"><p class="title-over"><a href="${at(language, pathOf.events)}">${w.title}</a> · ${eventKindWords[event.kind][language]}</p>
    <h1>${inLanguage(event.title, language)}</h1>${said && html`<p class="title-meta">${said}</p>`}</header>
    ${v.live && watch(event, r)}${places(v, r)}
    <div class="beside-page"><div>${programme(v, r)}</div><aside class="beside-notes">${beside(v, r)}</aside></div>`
  return {
    title: plain(event.title, language),
    description: `${plain(event.title, language)}. ${when(event, v.us.ror, r)}`,
    path: pathOf.event(event.id),
    current: 'events',
    body,
    data: eventData(v, r),
  }
}

const watch = (event: PublicEvent, { language }: Reading): Html => {
  const w = speak(eventWords, language)
  return html`<div class="doors"><p>${w.doors}</p>${linkButton({ href: `/live/${event.id}`, label: w.live, kind: 'primary' })}</div>`
}

const when = (event: PublicEvent, us: string, { language }: Reading): string =>
  ourFirst(event, us)
    .map(
      ({ zone, city }) => `${plain(city, language)} ${dateWords(event.startsAt, zone, language)} ${span(event, zone)}`,
    )
    .join(language === 'en' ? '; ' : '；')

/** Both cities with their own day and time, of equal rank. */
function places({ event, us, partners }: EventView, { language }: Reading): Html {
  const place = ({ city, zone, hall, party }: EventPlace) => {
    const name = (party === us.ror ? us : partners.find(({ ror }) => ror === party))?.name
    const hallName = (hall.en || hall.zh) && html`<p>${inLanguage(hall, language)}</p>`
    return html`<section class="event-place ${party === us.ror ? 'side-ours' : 'side-theirs'}"><h2>${inLanguage(city, language)}</h2>
      <p class="event-place-time"><time datetime="${event.startsAt.toString({ smallestUnit: 'second' })}">${span(event, zone)}</time></p>
      <p>${dateWords(event.startsAt, zone, language)}</p>${hallName}${name && html`<p class="list-note">${inLanguage(name, language)}</p>`}</section>`
  }
  return html`<div class="event-places">${ourFirst(event, us.ror).map(place)}</div>`
}

function programme({ event, us }: EventView, { language }: Reading): Content {
  if (event.items.length === 0) return ''
  const w = speak(eventWords, language)
  const [first, second] = ourFirst(event, us.ror)
  const cities = w.programmeTimes(plain(first!.city, language), plain(second!.city, language))
  /** Where midnight passes in a city, the first item after it says so. */
  const time = (n: number, { zone }: EventPlace) => {
    const { startsAt } = event.items[n]!
    const before = event.items[n - 1]?.startsAt ?? event.startsAt
    const other = dayApart(startsAt, zone, { at: before, zone, language })
    return html`${clockTime(startsAt, zone)}${other && html` <small>${other}</small>`}`
  }
  const row = (item: EventItem, n: number) =>
    html`<li><p class="programme-time"><span>${time(n, first!)}</span><span class="muted">${time(n, second!)}</span></p><div><h3>${inLanguage(item.title, language)}</h3>${item.speaker && speaking(item.speaker, language)}</div></li>`
  return html`<section class="part"><div class="part-head"><h2>${w.programme}</h2><p class="part-more">${cities}</p></div><ol class="programme">${event.items.map(row)}</ol></section>`
}

function speaking({ name, title, organisation }: Speaker, language: Reading['language']): Html {
  const where = organisation.en || organisation.zh ? html`${comma[language]}${inLanguage(organisation, language)}` : ''
  return html`<p>${person(name)}</p><p class="list-note">${inLanguage(title, language)}${where}</p>`
}

function beside({ event, agreement, story, partners }: EventView, { language, now }: Reading): Html {
  const w = speak(eventWords, language)
  const partner = partners.find(({ ror }) => ror === event.partner)
  const note = (title: string, body: Content) => html`<section class="note"><h2>${title}</h2>${body}</section>`
  const to = (path: string, text: Content) => html`<a class="note-link" href="${at(language, path)}">${text}</a>`
  const over = event.standing === 'past' || Temporal.Instant.compare(event.endsAt, now) <= 0
  const told = story && readIn(story, language)
  return html`${story && note(w.story, to(pathOf.story(story.slug), story.headline[told!]))}
    ${partner && note(w.who, to(pathOf.partner(partner.ror), bothNames(partner.name, language)))}
    ${agreement && note(w.agreement, to(pathOf.agreement(agreement.id), inLanguage(agreement.title, language)))}
    ${!over && event.standing !== 'cancelled' && html`<p class="row no-print">${linkButton({ href: at(language, pathOf.eventFile(event.id)), label: w.add })}</p>`}`
}
