/** Feeds of stories: Atom (RFC 4287) and JSON Feed 1.1, of the whole site or of one partner, each in one language. */
import type { PublicPartner } from '#src/partners/index.ts'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { type PublishedStory, photoPath } from '#src/stories/index.ts'
import { address, pathOf } from './addresses.ts'
import { leadPhoto, plain } from './entries.ts'
import { latest } from './event.ts'
import { bodyText } from './find.ts'
import type { Reading } from './home-page.ts'
import { partnersWords, storiesWords } from './words.ts'
import { type Xml, xml, xmlFile } from './xml.ts'

export interface FeedView {
  /** Complete in the feed's language, the newest first. */
  stories: PublishedStory[]
  /** Of one partner only. */
  partner: PublicPartner | undefined
}

/** How many stories a feed holds. */
export const feedLength = 50

const instant = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })

/** The year is part of the tag, since hosts change hands (RFC 4151). */
const storyTag = ({ id }: PublishedStory): string => `urn:uuid:${id}`

function titleOf({ partner }: FeedView, { language, house }: Reading): string {
  const what = partner ? partnersWords.feed[language](plain(partner.short, language)) : storiesWords.title[language]
  return `${house.name[language]} · ${what}`
}

const selfOf = ({ partner }: FeedView, kind: 'atom' | 'json', { language, origin }: Reading): string => {
  const path = {
    atom: partner ? pathOf.partnerAtom(partner.ror) : pathOf.atom,
    json: partner ? pathOf.partnerJsonFeed(partner.ror) : pathOf.jsonFeed,
  }
  return address(origin, language, path[kind])
}

const pageOf = ({ partner }: FeedView, { language, origin }: Reading): string =>
  address(origin, language, partner ? pathOf.partner(partner.ror) : pathOf.stories)

/** Paragraphs of a story as HTML, for readers of feeds. */
function contentOf(story: PublishedStory, r: Reading): string {
  const blocks = story.body[r.language].flatMap((block) => {
    if (block.kind === 'photo') return []
    if (block.kind === 'heading') return [xml`<h3>${block.text}</h3>`]
    if (block.kind === 'paragraph') return [xml`<p>${block.text}</p>`]
    return [
      xml`<blockquote>${block.paragraphs.map((text) => xml`<p>${text}</p>`)}${block.speaker && xml`<p>${block.speaker}</p>`}</blockquote>`,
    ]
  })
  return blocks.map(({ text }) => text).join('\n')
}

/** The names in the editors' line; the house where there is none, since Atom wants an author. */
function authors(story: PublishedStory, { house, language }: Reading): string[] {
  const names = story.editors.map(({ name }) => (language === 'zh' && name.native ? name.native : name.latin))
  return names.length > 0 ? names : [house.name[language]]
}

export function atomFeed(view: FeedView, r: Reading): string {
  const { language, house, now } = r
  const updated =
    latest(view.stories.map(({ modifiedAt }) => modifiedAt)) ??
    now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  const w = speak(storiesWords, language)
  return xmlFile(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLang[language]}">
  <id>${selfOf(view, 'atom', r)}</id>
  <title>${titleOf(view, r)}</title>
  <subtitle>${w.description(house.name[language])}</subtitle>
  <updated>${instant(updated)}</updated>
  <author><name>${house.name[language]}</name></author>
  <link rel="self" type="application/atom+xml" href="${selfOf(view, 'atom', r)}"/>
  <link rel="alternate" type="text/html" hreflang="${htmlLang[language]}" href="${pageOf(view, r)}"/>
  <generator>Chirograph</generator>
${view.stories.map((story) => entry(story, r))}</feed>`)
}

function entry(story: PublishedStory, r: Reading): Xml {
  const { language, origin } = r
  const url = address(origin, language, pathOf.story(story.slug))
  const related = story.related.map(
    (one) =>
      xml`    <link rel="related" hreflang="${htmlLang[one.language]}" title="${one.title}" href="${one.url}"/>\n`,
  )
  return xml`  <entry>
    <id>${storyTag(story)}</id>
    <title>${story.headline[language]}</title>
    <published>${instant(story.publishedAt)}</published>
    <updated>${instant(story.modifiedAt)}</updated>
    ${authors(story, r).map((name) => xml`<author><name>${name}</name></author>`)}
    <link rel="alternate" type="text/html" hreflang="${htmlLang[language]}" href="${url}"/>
${related}    <summary>${story.summary[language] || excerptOf(story, r)}</summary>
    <content type="html">${contentOf(story, r)}</content>
  </entry>
`
}

const excerptOf = (story: PublishedStory, { language }: Reading): string =>
  [...bodyText(story, language)].slice(0, 200).join('')

export function jsonFeed(view: FeedView, r: Reading): string {
  const { language, origin, house } = r
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(view, r),
    home_page_url: pageOf(view, r),
    feed_url: selfOf(view, 'json', r),
    description: storiesWords.description[language](house.name[language]),
    language: htmlLang[language],
    authors: [{ name: house.name[language], url: address(origin, language, pathOf.home) }],
    items: view.stories.map((story) => item(story, r)),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

function item(story: PublishedStory, r: Reading) {
  const { language, origin } = r
  const photo = leadPhoto(story)
  const theirs = story.related.find(({ relation }) => relation === 'partner_story')
  return {
    id: storyTag(story),
    url: address(origin, language, pathOf.story(story.slug)),
    ...(theirs && { external_url: theirs.url }),
    title: story.headline[language],
    ...(story.summary[language] && { summary: story.summary[language] }),
    content_html: contentOf(story, r),
    date_published: instant(story.publishedAt),
    date_modified: instant(story.modifiedAt),
    ...(photo && { image: `${origin}${photoPath(photo, photo.sizes.at(-1)!, 'jpg')}` }),
    language: htmlLang[language],
    authors: authors(story, r).map((name) => ({ name })),
  }
}
