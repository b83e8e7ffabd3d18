/** All stories, and what waits for the editors: offers of partners, stories to link, mentions, broken links. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  day,
  empty,
  head,
  html,
  linkButton,
  page,
  register,
  section,
  table,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { headlineOf, readyLanguages } from './content.ts'
import { heardSection } from './heard-section.ts'
import type { StoryMention } from './mention-store.ts'
import { mentionsSection } from './mentions-section.ts'
import type { Offer } from './offer-store.ts'
import type { Heard, Related } from './related-store.ts'
import { offerStateWords, problemWords, stateWords } from './state-words.ts'
import type { Story } from './store.ts'
import { isOut } from './story.ts'
import { listWords } from './words.ts'

export interface StoryList {
  stories: Story[]
  offers: Offer[]
  heard: Heard[]
  mentions: StoryMention[]
  broken: Related[]
  institutions: Institution[]
  mayWrite: boolean
  mayEdit: boolean
}

export function listPage(c: Context<WebEnv>, list: StoryList): Response {
  const w = speak(listWords, c.var.language)
  const start = list.mayWrite && linkButton({ href: '/stories/new', label: w.start, kind: 'primary' })
  const stories =
    list.stories.length > 0
      ? storyTable(c, list)
      : empty({ title: w.emptyTitle, text: w.emptyText, acts: start || undefined })
  const body = html`${head({ title: w.title, meta: w.note, acts: list.stories.length > 0 ? start || undefined : undefined })}
    ${stories}${offers(c, list)}${heardSection(c, list)}${waiting(c, list)}${brokenLinks(c, list)}`
  return page(c, { title: w.title, current: 'stories', body })
}

const nameOf = (list: StoryList, ror: string | null) => list.institutions.find((one) => one.ror === ror)

function storyTable(c: Context<WebEnv>, list: StoryList): Content {
  const { language, house } = c.var
  const w = speak(listWords, language)
  const rows = list.stories.map((story): Content[] => {
    const tone = isOut(story) ? 'good' : story.state === 'withdrawn' ? 'bad' : 'plain'
    const ready = readyLanguages(story).map((one) => w[one])
    return [
      html`<a class="register-title" href="/stories/${story.id}">${titleIn(story, language) || w.untitled}</a>`,
      tag(stateWords[story.state][language], tone),
      nameOf(list, story.partner)?.short[language] ?? '',
      story.heldOn ? dateOf(story.heldOn, language) : '',
      ready.join(language === 'en' ? ', ' : '、') || w.noLanguage,
      story.publishedAt ? day(story.publishedAt, { zone: house.zone, language }) : '',
    ]
  })
  const columns = [
    { label: w.story, head: true },
    ...[w.state, w.partner, w.held, w.languages, w.published].map((label) => ({ label })),
  ]
  return table({ caption: w.caption, captionHidden: true, columns, rows })
}

/** The headline, marked where it is not in the reader's language. */
function titleIn({ translations }: Pick<Story, 'translations'>, language: 'en' | 'zh'): Content {
  const other = language === 'en' ? 'zh' : 'en'
  if (translations[language].headline || !translations[other].headline) return translations[language].headline
  return html`<span lang="${htmlLang[other]}">${translations[other].headline}</span>`
}

const dateOf = (date: Temporal.PlainDate, language: 'en' | 'zh') =>
  day(date.toZonedDateTime('UTC').toInstant(), { zone: 'UTC', language })

function offers(c: Context<WebEnv>, list: StoryList): Content {
  const { language } = c.var
  const w = speak(listWords, language)
  if (list.offers.length === 0) return ''
  const items = list.offers.map((offer) => ({
    title: headlineOf(offer.content.translations, language),
    href: `/stories/offers/${offer.story}`,
    sub: w.from(nameOf(list, offer.partner)?.short[language] ?? offer.partner),
    note: offerStateWords[offer.state][language],
    urgent: offer.state === 'waiting',
    side: 'theirs' as const,
  }))
  return section({ title: w.offers, body: register({ items, label: w.offers }) })
}

function waiting(c: Context<WebEnv>, list: StoryList): Content {
  const w = speak(listWords, c.var.language)
  if (list.mentions.length === 0) return ''
  const titles = new Map(list.stories.map((s) => [s.id, headlineOf(s.translations, c.var.language)]))
  return section({ title: w.mentions, body: mentionsSection(c, list.mentions, list.mayEdit, titles) })
}

function brokenLinks(c: Context<WebEnv>, list: StoryList): Content {
  const { language } = c.var
  const w = speak(listWords, language)
  if (list.broken.length === 0) return ''
  const items = list.broken.map((link) => ({
    title: link.title,
    href: `/stories/${link.story}#links`,
    sub: html`<span translate="no">${link.url}</span>`,
    note: problemWords(link.problem)[language],
    urgent: true,
  }))
  return section({ title: w.broken, body: register({ items, label: w.broken }) })
}
