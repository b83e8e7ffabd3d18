/** All partners: drawn on a map, and the same in words, by country. */
import type { PublicAgreement } from '#src/agreements/index.ts'
import { countryName, type PublicPartner } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, empty, html, inLanguage, type PublicView } from '#src/platform/ui/index.ts'
import { at, pathOf } from './addresses.ts'
import { part, partnerEntry, titleHead } from './entries.ts'
import type { Reading } from './home-page.ts'
import { organisation } from './linked-data.ts'
import { partnerMap } from './partner-map.ts'
import type { Around } from './read-site.ts'
import { homeWords, partnersWords } from './words.ts'

export interface PartnersView extends Around {
  agreements: PublicAgreement[]
}

export function partnersPage(view: PartnersView, r: Reading): PublicView {
  const { language, house } = r
  const w = speak(partnersWords, language)
  const { us, partners } = view
  const map = partnerMap(us, partners, language)
  const list =
    partners.length > 0
      ? html`<div id="list" class="countries">${byCountry(partners, language)}</div>`
      : empty({ title: w.emptyTitle, text: w.emptyText })
  const body = html`${titleHead({ title: w.title, meta: partners.length > 0 && summary(partners, language) })}
    ${map && html`<div class="world-band">${map}</div>`}${keyList(partners, language)}${list}${agreementList(view, r)}`
  return {
    title: w.title,
    description: w.description(house.name[language]),
    path: pathOf.partners,
    current: 'partners',
    body,
    data: partners.map((one) => organisation(one, r.origin)),
  }
}

function summary(partners: PublicPartner[], language: Language): string {
  const countries = new Set(partners.map(({ country }) => country)).size
  return homeWords.partnersIn[language](partners.length, countries)
}

function keyList(partners: PublicPartner[], language: Language): Content {
  const key = partners.filter(({ standing }) => standing === 'key')
  if (key.length === 0) return ''
  const list = html`<ul class="partner-list large">${key.map((one) => partnerEntry(one, language, { heading: 3 }))}</ul>`
  return part({ title: homeWords.key[language], body: list, id: 'key' })
}

/** Countries in the reader's own order of names; in each, its partners. Key partners stand above already, and here once more. */
function byCountry(partners: PublicPartner[], language: Language): Content {
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-CN')
  const countries = [...new Set(partners.map(({ country }) => country))]
    .map((country) => ({ country, name: countryName(country, language) }))
    .sort((a, b) => collator.compare(a.name, b.name))
  return html`${countries.map(({ country, name }) => {
    const there = partners.filter((one) => one.country === country)
    const list = html`<ul class="partner-list">${there.map((one) => entryOf(one, language))}</ul>`
    return html`<section class="country" id="country-${country}"><h2>${name}</h2>${list}</section>`
  })}`
}

/** Key partners carry their id in the list of key partners already. */
function entryOf(partner: PublicPartner, language: Language): Content {
  return partnerEntry(partner, language, { heading: 3, id: partner.standing !== 'key', cityOnly: true })
}

/** Every agreement the public may know of. */
function agreementList({ agreements, partners }: PartnersView, { language, house }: Reading): Content {
  if (agreements.length === 0) return ''
  const w = speak(partnersWords, language)
  const items = agreements.map((one) => {
    const partner = partners.find(({ ror }) => ror === one.partner)
    const day = dateWords(one.concludedAt, house.zone, language)
    return html`<li><a href="${at(language, pathOf.agreement(one.id))}">${inLanguage(one.title, language)}</a><p class="list-note">${partner && html`<span>${inLanguage(partner.name, language)}</span>`}<span>${day}</span></p></li>`
  })
  return part({ title: w.agreements, body: html`<ul class="link-list">${items}</ul>`, id: 'agreements' })
}
