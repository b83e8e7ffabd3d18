/** Finds public things by typed words: every word must occur somewhere in it, in either language. Rules only. */
import type { PublicAgreement } from '#src/agreements/index.ts'
import { countryName, type PublicFact, type PublicPartner } from '#src/partners/index.ts'
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { PublishedStory } from '#src/stories/index.ts'
import { pathOf } from './addresses.ts'
import type { PublicEvent } from './event.ts'
import { excerpt, marked, type Stretch, stands, type Word } from './excerpt.ts'

export type FoundPlace = 'name' | 'city' | 'fact' | 'title' | 'party' | 'programme' | 'text' | 'summary' | 'hash'

export interface Found {
  kind: 'partner' | 'agreement' | 'story' | 'event'
  /** Address after the language. */
  path: string
  title: Stretch[]
  titleLanguage: Language
  /** Where else the words were found, each place once. */
  why: { place: FoundPlace; text: Stretch[]; language: Language }[]
}

export interface Findable {
  partners: (PublicPartner & { facts: PublicFact[] })[]
  agreements: PublicAgreement[]
  stories: PublishedStory[]
  events: PublicEvent[]
}

interface Field {
  place: FoundPlace
  text: string
  language: Language
  /** Compared, but no reason by itself to show anything. */
  long?: boolean
}

interface Candidate {
  kind: Found['kind']
  path: string
  title: Phrase
  fields: Field[]
}

const both = (place: FoundPlace, text: Phrase, long = false): Field[] =>
  (['en', 'zh'] as const).flatMap((language) =>
    text[language] ? [{ place, text: text[language], language, long }] : [],
  )

/** Best first: those whose title has all the words, then the rest; each kind in the order it was given. */
export function find(all: Findable, words: Word[], language: Language): Found[] {
  if (words.length === 0) return []
  const candidates = [
    ...all.partners.map((one) => partnerOf(one)),
    ...all.agreements.map(agreementOf),
    ...all.events.map(eventOf),
    ...all.stories.map(storyOf),
  ]
  const found = candidates.flatMap((one) => {
    const fields = [...both('title', one.title), ...one.fields]
    if (!words.every((word) => fields.some(({ text }) => stands(text, word)))) return []
    return [{ found: told(one, words, language), named: words.every((word) => inTitle(one, word)) }]
  })
  return [...found.filter(({ named }) => named), ...found.filter(({ named }) => !named)].map(({ found }) => found)
}

const inTitle = ({ title }: Candidate, word: Word): boolean => stands(title.en, word) || stands(title.zh, word)

/** The title in the reader's language, and each other place with a hit; the reader's language first. */
function told({ kind, path, title, fields }: Candidate, words: Word[], language: Language): Found {
  const titleLanguage = title[language] ? language : language === 'en' ? 'zh' : 'en'
  const shown = marked(title[titleLanguage], words)
  const otherTitle = both('name', title).filter((field) => field.language !== titleLanguage)
  const ordered = [...otherTitle, ...fields].toSorted(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  )
  const why: Found['why'] = []
  for (const { place, text, language: written, long } of ordered) {
    if (why.some((one) => one.place === place)) continue
    if (!words.some((word) => stands(text, word))) continue
    why.push({ place, text: long ? excerpt(text, words) : marked(text, words), language: written })
  }
  return { kind, path, title: shown, titleLanguage, why: why.slice(0, 3) }
}

function partnerOf(one: PublicPartner & { facts: PublicFact[] }): Candidate {
  const country = { en: countryName(one.country, 'en'), zh: countryName(one.country, 'zh') }
  const where = { en: [one.city.en, country.en].join(', '), zh: [one.city.zh, country.zh].join('，') }
  const facts = one.facts.flatMap(({ label, value }) =>
    both('fact', { en: `${label.en}: ${value.en}`, zh: `${label.zh}：${value.zh}` }),
  )
  const fields = [...both('name', one.short), ...both('city', where), ...facts]
  return { kind: 'partner', path: pathOf.partner(one.ror), title: one.name, fields }
}

function agreementOf(one: PublicAgreement): Candidate {
  const parties = one.parties.flatMap(({ name, type }) => [...both('party', name), ...both('party', type)])
  const hashes = [one.textHash, one.documentHash].map((text): Field => ({ place: 'hash', text, language: 'en' }))
  return { kind: 'agreement', path: pathOf.agreement(one.id), title: one.title, fields: [...parties, ...hashes] }
}

function eventOf(one: PublicEvent): Candidate {
  const places = one.places.flatMap(({ city, hall }) => [...both('city', city), ...both('city', hall)])
  const items = one.items.flatMap(({ title, speaker }) => [
    ...both('programme', title),
    ...(speaker ? both('programme', { en: speaker.name.latin, zh: speaker.name.native ?? '' }) : []),
  ])
  return { kind: 'event', path: pathOf.event(one.id), title: one.title, fields: [...places, ...items] }
}

function storyOf(one: PublishedStory): Candidate {
  const texts = { en: bodyText(one, 'en'), zh: bodyText(one, 'zh') }
  const captions = one.photos.flatMap(({ caption }) => both('text', caption))
  const fields = [...both('summary', one.summary, true), ...both('text', texts, true), ...captions]
  return { kind: 'story', path: pathOf.story(one.slug), title: one.headline, fields }
}

/** The running text of a story. */
export function bodyText({ body }: Pick<PublishedStory, 'body'>, language: Language): string {
  return body[language]
    .flatMap((block) => {
      if (block.kind === 'photo') return []
      return block.kind === 'quote' ? [...block.paragraphs, block.speaker ?? ''] : [block.text]
    })
    .join(' ')
}
