/** One partner: both names, since when, what was published about it with sources, what we agreed, do and tell together. */
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords, dayWords, sinceWords } from '#src/platform/time.ts'
import { type Content, type Html, html, inLanguage, link, type PublicView } from '#src/platform/ui/index.ts'
import { at, partnerCalendarPath, pathOf } from './addresses.ts'
import { bothNames, eventEntry, part, placeWords, plain, storyEntry } from './entries.ts'
import { inOrder } from './event.ts'
import type { Reading } from './home-page.ts'
import { organisation } from './linked-data.ts'
import type { PartnerView } from './read-site.ts'
import { standingLine } from './standing-line.ts'
import { agreementWords, homeWords, partnersWords, storiesWords } from './words.ts'

export function partnerPage(v: PartnerView, r: Reading): PublicView {
  const { language, house, origin } = r
  const { partner } = v
  const w = speak(partnersWords, language)
  const name = plain(partner.name, language)
  const back = html`<a href="${at(language, pathOf.partners)}">${w.title}</a> · ${placeWords(partner, language)}`
  const body = html`${titleHeadOf(v, r, back)}
    <div class="beside-page"><div>${agreements(v, r)}${stories(v, r)}${events(v, r)}</div><aside class="beside-notes">${facts(v, r)}${follow(v, r)}</aside></div>`
  return {
    title: name,
    description: w.partnerDescription(house.name[language], name),
    path: pathOf.partner(partner.ror),
    current: 'partners',
    body,
    feeds: feedsOf(v, r),
    data: organisation(partner, origin),
  }
}

function titleHeadOf({ partner, agreements }: PartnerView, { language, house }: Reading, over: Html): Html {
  const w = speak(partnersWords, language)
  const keyDay = agreements.filter(({ kind }) => kind === 'key').at(-1)?.concludedAt
  const key =
    partner.standing === 'key' &&
    (keyDay ? w.keySince(dateWords(keyDay, house.zone, language)) : homeWords.key[language])
  const standing = html`${key && html`<span class="key-mark">${key}</span>`}<span>${w.partnerSince(sinceWords(partner.since, language))}</span>`
  return html`<header class="title-head"><p class="title-over">${over}</p><h1>${bothNames(partner.name, language, 'opening-names')}</h1><p class="title-meta">${standing}</p></header>`
}

function agreements({ agreements }: PartnerView, r: Reading): Content {
  const { language } = r
  if (agreements.length === 0) return ''
  const w = speak(agreementWords, language)
  const items = agreements.map(
    (one) =>
      html`<li><a href="${at(language, pathOf.agreement(one.id))}">${inLanguage(one.title, language)}</a><p class="list-note">${standingLine(one, r)}<span>${w.verifyTitle}</span></p></li>`,
  )
  return part({ title: partnersWords.agreements[language], body: html`<ul class="link-list">${items}</ul>` })
}

function stories({ stories }: PartnerView, { language, house }: Reading): Content {
  if (stories.length === 0) return ''
  const drawn = stories.map((story) => storyEntry(story, language, { heading: 3, zone: house.zone, kind: 'row' }))
  return part({ title: storiesWords.title[language], body: html`<div class="story-rows">${drawn}</div>` })
}

function events({ events, us }: PartnerView, { language, now }: Reading): Content {
  const { toCome, past } = inOrder(events, now)
  const draw = (list: typeof events) =>
    html`${list.map((event) => eventEntry(event, language, { heading: 3, us: us.ror }))}`
  const w = speak(homeWords, language)
  return html`${toCome.length > 0 && part({ title: w.events, body: draw(toCome) })}${past.length > 0 && part({ title: partnersWords.together[language], body: draw(past) })}`
}

function facts({ partner, facts }: PartnerView, { language }: Reading): Content {
  const w = speak(partnersWords, language)
  const rows = facts.map(
    (fact) =>
      html`<div><dt>${inLanguage(fact.label, language)}</dt><dd>${inLanguage(fact.value, language)}<p class="list-note">${URL.canParse(fact.source) ? html`<a href="${link(fact.source)}">${w.source}</a>` : html`<span>${w.source}: ${fact.source}</span>`}<span>${w.asOf(dayWords(fact.asOf, language))}</span></p></dd></div>`,
  )
  const website =
    partner.website &&
    html`<div><dt>${w.website}</dt><dd><a href="${link(partner.website)}">${hostOf(partner.website)}</a></dd></div>`
  const ror = html`<div><dt>ROR</dt><dd><a href="https://ror.org/${partner.ror}">${partner.ror}</a></dd></div>`
  return html`<section class="note"><h2>${w.facts}</h2><dl class="note-facts">${rows}${website}${ror}</dl></section>`
}

const hostOf = (website: string): string =>
  URL.canParse(website) ? new URL(website).host.replace(/^www\./, '') : website

function feedsOf({ partner }: PartnerView, { language }: Reading): NonNullable<PublicView['feeds']> {
  const w = speak(partnersWords, language)
  const who = plain(partner.short, language)
  return [
    { title: w.feed(who), href: at(language, pathOf.partnerAtom(partner.ror)), type: 'application/atom+xml' },
    { title: w.feed(who), href: at(language, pathOf.partnerJsonFeed(partner.ror)), type: 'application/feed+json' },
    { title: w.calendar(who), href: partnerCalendarPath(partner.ror), type: 'text/calendar' },
  ]
}

function follow(v: PartnerView, r: Reading): Html {
  const formats = { 'application/atom+xml': 'Atom', 'application/feed+json': 'JSON Feed', 'text/calendar': 'iCalendar' }
  const items = feedsOf(v, r).map(
    ({ title, href, type }) =>
      html`<li><a href="${href}" type="${type}">${title}</a> <span class="muted small">${formats[type]}</span></li>`,
  )
  return html`<section class="note no-print"><h2>${partnersWords.follow[r.language]}</h2><ul class="note-list">${items}</ul></section>`
}
