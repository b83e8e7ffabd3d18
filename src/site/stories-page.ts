/** All stories: the latest first, by year, by partner. */
import { speak } from '#src/platform/i18n/words.ts'
import { attribute, type Content, empty, type Html, html, type PublicView } from '#src/platform/ui/index.ts'
import type { PublishedStory } from '#src/stories/index.ts'
import { at, pathOf } from './addresses.ts'
import { part, plain, storyDay, storyEntry, titleHead } from './entries.ts'
import type { Reading } from './home-page.ts'
import type { Around } from './read-site.ts'
import { storiesWords } from './words.ts'

export interface StoriesView extends Around {
  stories: PublishedStory[]
  /** As asked for in the address. */
  partner?: string
  year?: number
}

export function storiesPage(v: StoriesView, r: Reading): PublicView {
  const { language, house } = r
  const w = speak(storiesWords, language)
  const years = [...new Set(v.stories.map((story) => yearOf(story, r)))].sort((a, b) => b - a)
  const chosen = v.stories.filter(
    (story) => (!v.partner || story.partner === v.partner) && (!v.year || yearOf(story, r) === v.year),
  )
  const partner = v.partners.find(({ ror }) => ror === v.partner)
  const title = partner ? w.with(plain(partner.short, language)) : w.title
  const list = chosen.length > 0 ? byYear(chosen, v, r) : empty({ title: w.emptyTitle, text: w.emptyText })
  return {
    title,
    description: w.description(house.name[language]),
    path: pathOf.stories + queryOf(v),
    current: 'news',
    body: html`${titleHead({ title })}${filters(v, years, r)}${list}`,
  }
}

const yearOf = (story: PublishedStory, { house }: Reading): number => storyDay(story, house.zone).year

const queryOf = ({ partner, year }: Pick<StoriesView, 'partner' | 'year'>): string => {
  const asked = new URLSearchParams({ ...(partner && { partner }), ...(year && { year: String(year) }) })
  return asked.size > 0 ? `?${asked}` : ''
}

function filters(v: StoriesView, years: number[], { language }: Reading): Content {
  const w = speak(storiesWords, language)
  const told = v.partners.filter(({ ror }) => v.stories.some((story) => story.partner === ror))
  if (told.length < 2 && years.length < 2) return ''
  const way = (label: string, chosen: Pick<StoriesView, 'partner' | 'year'>, current: boolean) =>
    html`<li><a href="${at(language, pathOf.stories)}${queryOf(chosen)}"${attribute('aria-current', current && 'true')}>${label}</a></li>`
  const { partner, year } = v
  const byPartner = [
    way(w.allPartners, { year }, !partner),
    ...told.map((one) => way(plain(one.short, language), { partner: one.ror, year }, one.ror === partner)),
  ]
  const byYear = [
    way(w.allYears, { partner }, !year),
    ...years.map((one) => way(String(one), { partner, year: one }, one === year)),
  ]
  return html`<div class="filters no-print">${told.length > 1 && ways(w.filterPartner, byPartner)}${years.length > 1 && ways(w.filterYear, byYear)}</div>`
}

const ways = (label: string, items: Html[]): Html => html`<nav aria-label="${label}"><ul>${items}</ul></nav>`

function byYear(stories: PublishedStory[], v: StoriesView, r: Reading): Html {
  const years = [...new Set(stories.map((story) => yearOf(story, r)))].sort((a, b) => b - a)
  const [first] = years
  return html`${years.map((year) => {
    const there = stories
      .filter((story) => yearOf(story, r) === year)
      .sort((a, b) => Temporal.PlainDate.compare(storyDay(b, r.house.zone), storyDay(a, r.house.zone)))
    return part({ title: String(year), body: yearList(there, v, r, year === first), kind: 'year' })
  })}`
}

function yearList(
  stories: PublishedStory[],
  { partners }: StoriesView,
  { language, house }: Reading,
  lead: boolean,
): Html {
  const drawn = stories.map((story, n) =>
    storyEntry(story, language, {
      heading: 3,
      zone: house.zone,
      kind: lead && n === 0 ? 'lead' : 'row',
      partner: partners.find(({ ror }) => ror === story.partner)?.short,
    }),
  )
  const [first, ...rest] = drawn
  return lead ? html`${first}<div class="story-rows">${rest}</div>` : html`<div class="story-rows">${drawn}</div>`
}
