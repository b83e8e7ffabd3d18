/** The first page: who speaks here, the newest stories, the key partners, what comes next, where in the world. */

import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, type PublicView } from '#src/platform/ui/index.ts'
import type { House } from '#src/platform/web.ts'
import { at, pathOf } from './addresses.ts'
import { bothNames, eventEntry, part, partnerEntry, plain, storyEntry } from './entries.ts'
import { inOrder } from './event.ts'
import { organisation, site } from './linked-data.ts'
import { partnerMap } from './partner-map.ts'
import type { Everything } from './read-site.ts'
import { homeWords } from './words.ts'

export interface Reading {
  language: Language
  house: House
  origin: string
  now: Temporal.Instant
}

export function homePage(all: Everything, r: Reading): PublicView {
  const { language, house, origin } = r
  const w = speak(homeWords, language)
  const body = html`${opening(all, r)}${stories(all, r)}
    <div class="home-pair">${keyPartners(all, r)}${comingEvents(all, r)}</div>${world(all, r)}`
  return {
    title: house.name[language],
    description: w.description(house.name[language]),
    path: pathOf.home,
    body,
    data: [site(r), organisation(all.us, origin)],
  }
}

/** The name of the house in both scripts, and three figures that each lead to what they count. */
function opening({ partners, agreements }: Everything, { language, house }: Reading): Html {
  const w = speak(homeWords, language)
  const countries = new Set(partners.map(({ country }) => country)).size
  const key = partners.filter(({ standing }) => standing === 'key').length
  const list = at(language, pathOf.partners)
  const figures = [
    partners.length > 0 && html`<li><a href="${list}">${w.partnersIn(partners.length, countries)}</a></li>`,
    key > 0 && html`<li><a href="${list}#key">${w.keyPartners(key)}</a></li>`,
    agreements.length > 0 && html`<li><a href="${list}#agreements">${w.agreements(agreements.length)}</a></li>`,
  ].filter(Boolean)
  return html`<header class="opening"><p class="title-over">${w.over}</p>
    <h1>${bothNames(house.name, language, 'opening-names')}</h1>
    <p class="opening-intro">${w.intro}</p>
    ${figures.length > 0 && html`<ul class="opening-figures">${figures}</ul>`}</header>`
}

const partnerName = ({ partners }: Everything, ror: string | null) => partners.find((one) => one.ror === ror)?.short

function stories(all: Everything, { language, house }: Reading): Content {
  const w = speak(homeWords, language)
  const [lead, ...others] = all.stories
  if (!lead) return ''
  const draw = (story: typeof lead, kind: 'lead' | 'row') =>
    storyEntry(story, language, { heading: 3, zone: house.zone, kind, partner: partnerName(all, story.partner) })
  const rest = others.slice(0, 3)
  const more = rest.length > 0 && html`<div class="story-rows">${rest.map((story) => draw(story, 'row'))}</div>`
  return part({
    title: w.stories,
    more: { href: at(language, pathOf.stories), label: w.allStories },
    body: html`${draw(lead, 'lead')}${more}`,
  })
}

function keyPartners({ partners }: Everything, { language }: Reading): Content {
  const w = speak(homeWords, language)
  const key = partners.filter(({ standing }) => standing === 'key')
  const shown = (key.length > 0 ? key : partners).slice(0, 6)
  if (shown.length === 0) return ''
  return part({
    title: key.length > 0 ? w.key : w.partners,
    more: { href: at(language, pathOf.partners), label: w.allPartners },
    body: html`<ul class="partner-list">${shown.map((one) => partnerEntry(one, language, { heading: 3 }))}</ul>`,
  })
}

function comingEvents(all: Everything, { language, now }: Reading): Content {
  const w = speak(homeWords, language)
  const next = inOrder(all.events, now).toCome.slice(0, 3)
  if (next.length === 0) return ''
  const us = all.us.ror
  return part({
    title: w.events,
    more: { href: at(language, pathOf.events), label: w.allEvents },
    body: html`${next.map((event) => eventEntry(event, language, { heading: 3, us, partner: partnerName(all, event.partner) }))}`,
  })
}

function world({ us, partners }: Everything, { language }: Reading): Content {
  const map = partnerMap(us, partners, language)
  if (!map) return ''
  const w = speak(homeWords, language)
  const more = { href: at(language, pathOf.partners), label: w.allPartners }
  return part({ title: w.partnersFirst, more, body: map, kind: 'world-band' })
}

/** The short name of an institution, for a line of text. */
export const shortOf = (all: Everything, ror: string, language: Language): string =>
  plain(ror === all.us.ror ? all.us.short : (partnerName(all, ror) ?? { en: ror, zh: ror }), language)
