/** One story with what belongs to it beside it: the partner's own story, the agreement, what follows. */
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { dateWords, dayWords } from '#src/platform/time.ts'
import { attribute, type Content, type Html, html, inLanguage, link, type PublicView } from '#src/platform/ui/index.ts'
import { type PublishedStory, photoPath, type RelatedStory, storyArticle } from '#src/stories/index.ts'
import { at, pathOf } from './addresses.ts'
import { bothNames, leadPhoto, plain, readIn } from './entries.ts'
import { isToCome } from './event.ts'
import type { Reading } from './home-page.ts'
import { storyData } from './linked-data.ts'
import type { StoryAround } from './read-site.ts'
import { standingLine } from './standing-line.ts'
import { storiesWords } from './words.ts'

export function storyPage(v: StoryAround, r: Reading): PublicView {
  const { language, house } = r
  const { story } = v
  const shown = readIn(story, language)
  const article = storyArticle(story, language, { zone: house.zone, heading: 1, links: false })
  const aside = html`${theirStories(story, r)}${agreement(v, r)}${partner(v, r)}${follows(v, r)}${background(story, r)}${mentions(story, r)}`
  const photo = leadPhoto(story)
  return {
    title: story.headline[shown],
    description: story.summary[shown] || story.headline[shown],
    path: pathOf.story(story.slug),
    current: 'news',
    kind: 'article',
    languages: story.languages,
    body: html`<div class="story-page">${article}<aside class="story-aside">${aside}</aside></div>`,
    image: photo
      ? {
          href: photoPath(photo, photo.sizes.at(-1)!, 'jpg'),
          width: photo.width,
          height: photo.height,
          alt: photo.decorative ? '' : plain(photo.alt, shown),
        }
      : undefined,
    data: storyData(v, r),
  }
}

/** A withdrawn story's address says that it is gone, and why. */
export function gonePage(story: PublishedStory, { language, house }: Reading): PublicView {
  const w = speak(storiesWords, language)
  return {
    title: w.goneTitle,
    description: w.goneTitle,
    path: pathOf.story(story.slug),
    current: 'news',
    hidden: true,
    body: html`<div class="story-page gone"><h1 class="visually-hidden">${w.goneTitle}</h1>${storyArticle(story, language, { zone: house.zone, heading: 2, links: false })}</div>`,
  }
}

const note = (title: Content, body: Content): Html => html`<section class="note"><h2>${title}</h2>${body}</section>`

function linkTo(one: RelatedStory, under: Content): Html {
  const lang = htmlLang[one.language]
  return html`<li><a class="note-link" href="${link(one.url)}" hreflang="${lang}" lang="${lang}">${one.title} <span aria-hidden="true">↗</span></a><p class="list-note">${under}</p></li>`
}

function theirStories(story: PublishedStory, { language }: Reading): Content {
  const w = speak(storiesWords, language)
  const theirs = story.related.filter(({ relation }) => relation === 'partner_story')
  const publishers = [...new Set(theirs.map(({ publisher }) => publisher))]
  return html`${publishers.map((who) => {
    const items = theirs
      .filter(({ publisher }) => publisher === who)
      .map((one) => linkTo(one, one.language === language ? w.theirOwn : w.theirOwnInOther))
    return note(w.theirStory(who), html`<ul>${items}</ul>`)
  })}`
}

function agreement({ agreement }: StoryAround, r: Reading): Content {
  if (!agreement) return ''
  const { language } = r
  const w = speak(storiesWords, language)
  const line = html`<p class="list-note">${standingLine(agreement, r)}<a href="/verify">${w.verifyYourself}</a></p>`
  return note(
    w.agreement,
    html`<a class="note-link" href="${at(language, pathOf.agreement(agreement.id))}">${inLanguage(agreement.title, language)}</a>${line}`,
  )
}

function partner({ story, partners }: StoryAround, { language }: Reading): Content {
  const found = partners.find(({ ror }) => ror === story.partner)
  if (!found) return ''
  const name = html`<a class="note-link" href="${at(language, pathOf.partner(found.ror))}">${bothNames(found.name, language)}</a>`
  return note(storiesWords.partner[language], name)
}

/** The occasion itself, and what is announced with the same partner. */
function follows({ event, events, story }: StoryAround, { language, now, house }: Reading): Content {
  const w = speak(storiesWords, language)
  // The story knows on which day it was held, whatever had been planned.
  const day = ({ id, startsAt }: NonNullable<typeof event>) =>
    id === story.ceremony && story.heldOn ? dayWords(story.heldOn, language) : dateWords(startsAt, house.zone, language)
  const entry = (one: NonNullable<typeof event>) =>
    html`<li><a class="note-link" href="${at(language, pathOf.event(one.id))}">${inLanguage(one.title, language)}</a><p class="list-note">${day(one)}</p></li>`
  const next = events.filter((one) => isToCome(one, now) && one.id !== story.ceremony).slice(0, 3)
  return html`${event && note(w.occasion, html`<ul>${entry(event)}</ul>`)}${next.length > 0 && note(w.follows, html`<ul>${next.map(entry)}</ul>`)}`
}

function background(story: PublishedStory, { language }: Reading): Content {
  const others = story.related.filter(({ relation }) => relation === 'background')
  if (others.length === 0) return ''
  return note(storiesWords.background[language], html`<ul>${others.map((one) => linkTo(one, one.publisher))}</ul>`)
}

function mentions({ mentions }: PublishedStory, { language }: Reading): Content {
  if (mentions.length === 0) return ''
  const items = mentions.map(
    ({ source, title, host }) =>
      html`<li><a class="note-link" href="${link(source)}"${attribute('rel', 'nofollow ugc')}>${title || host} <span aria-hidden="true">↗</span></a><p class="list-note">${host}</p></li>`,
  )
  return note(storiesWords.mentions[language], html`<ul>${items}</ul>`)
}
