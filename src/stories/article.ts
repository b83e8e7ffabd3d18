/** A story drawn as the public reads it: on the site, and in the editor's preview. */
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, type Html, html, inLanguage, notice } from '#src/platform/ui/index.ts'
import { articleWords } from './article-words.ts'
import { editorsLine } from './editors-line.ts'
import { type ImageAddress, photoFigure } from './figure.ts'
import { type PublishedStory, photoPath } from './published.ts'
import { related } from './related-stories.ts'
import type { StoryBlock } from './story-body.ts'

export interface ArticleOptions {
  /** Zone in which the day of publication is told: the house's. */
  zone?: string
  /** 1 where the headline is the page's own, 2 inside a staff page. */
  heading?: 1 | 2
  /** Where renditions lie; a preview has addresses of its own, since its photographs are not public. */
  image?: ImageAddress
  /** False where the page shows links to other stories beside the article. */
  links?: boolean
  /** A preview of what is not published. */
  preview?: boolean
}

/** The article. A language that is missing is told, and the other stands in its place, marked with `lang`. */
export function storyArticle(story: PublishedStory, language: Language, o: ArticleOptions = {}): Html {
  const shown = shownLanguage(story, language)
  const w = speak(articleWords, language)
  const withdrawn = story.withdrawn && withdrawal(story, language, o.zone)
  const missing = !withdrawn && shown !== language && html`<p class="story-missing">${w.onlyIn}</p>`
  const image = o.image ?? photoPath
  return html`<article class="story">
    <header class="story-head">
      ${sectionLine(story, language)}
      ${headline(story.headline[shown] || (o.preview ? w.untitled : ''), shown, o.heading ?? 1)}
      ${story.summary[shown] && html`<p class="story-summary" lang="${htmlLang[shown]}">${story.summary[shown]}</p>`}
      <p class="story-dates">${dates(story, language, o)}</p>
    </header>
    ${missing}${withdrawn}
    ${!withdrawn && bodyOf(story, shown, { image, heading: o.heading ?? 1 })}
    ${!withdrawn && corrections(story, language, o.zone)}
    ${!withdrawn && (o.links ?? true) && related(story, language)}
  </article>`
}

/** The language a story can be read in: the wanted one, else the other. */
export const shownLanguage = ({ languages }: Pick<PublishedStory, 'languages'>, wanted: Language): Language =>
  languages.includes(wanted) || languages.length === 0 ? wanted : languages[0]!

function sectionLine({ section }: PublishedStory, language: Language): Content {
  return section.en || section.zh ? html`<p class="story-section">${inLanguage(section, language)}</p>` : ''
}

function headline(text: string, language: Language, level: 1 | 2): Html {
  const lang = htmlLang[language]
  return level === 1
    ? html`<h1 class="story-headline" lang="${lang}">${text}</h1>`
    : html`<h2 class="story-headline" lang="${lang}">${text}</h2>`
}

function dates(story: PublishedStory, language: Language, { zone = 'UTC', preview }: ArticleOptions): Content {
  const w = speak(articleWords, language)
  const on = (at: Temporal.Instant) => dateWords(at, zone, language)
  const noon = story.heldOn?.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  const last = story.corrections.at(-1)
  const parts = [
    noon && w.held(dateWords(noon, 'UTC', language)),
    preview ? w.notPublished : w.published(on(story.publishedAt)),
    last && w.corrected(on(last.at)),
    ...editorsLine(story.editors, language),
  ]
  return html`${parts.filter(Boolean).map((part) => html`<span>${part}</span> `)}`
}

function withdrawal({ withdrawn }: PublishedStory, language: Language, zone = 'UTC'): Html {
  const w = speak(articleWords, language)
  const on = w.withdrawnOn(dateWords(withdrawn!.at, zone, language))
  const body = html`<p>${inLanguage(withdrawn!.note, language)}</p><p class="muted">${on}</p>`
  return notice({ kind: 'warning', title: w.withdrawnTitle, body })
}

function corrections({ corrections }: PublishedStory, language: Language, zone = 'UTC'): Content {
  if (corrections.length === 0) return ''
  const w = speak(articleWords, language)
  const notes = corrections.map(
    ({ at, note }) =>
      html`<li><span class="muted">${dateWords(at, zone, language)}</span> ${inLanguage(note, language)}</li>`,
  )
  return html`<section class="story-corrections"><h2>${w.corrections}</h2><ul>${notes}</ul></section>`
}

/** The first photograph the text does not place leads; the others stand after it. */
function bodyOf(
  story: PublishedStory,
  language: Language,
  { image, heading }: { image: ImageAddress; heading: 1 | 2 },
): Html {
  const blocks = story.body[language]
  const placed = new Set(blocks.flatMap((block) => (block.kind === 'photo' ? [block.number] : [])))
  const [lead, ...rest] = story.photos.filter(({ number }) => !placed.has(number))
  const figure = (photo: PublishedStory['photos'][number], first = false) =>
    photoFigure(photo, language, { image, first })
  const drawn = blocks.map((block) => {
    if (block.kind !== 'photo') return blockOf(block, heading)
    const photo = story.photos.find(({ number }) => number === block.number)
    return photo ? figure(photo) : ''
  })
  const gallery = rest.length > 0 && html`<div class="story-gallery">${rest.map((photo) => figure(photo))}</div>`
  return html`${lead && figure(lead, true)}<div class="story-body" lang="${htmlLang[language]}">${drawn}</div>${gallery}`
}

/** @param heading level of the headline; those in the text are one below it */
function blockOf(block: Exclude<StoryBlock, { kind: 'photo' }>, heading: 1 | 2): Html {
  if (block.kind === 'paragraph') return html`<p>${block.text}</p>`
  if (block.kind === 'heading') return heading === 1 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`
  const speaker = block.speaker && html`<footer>${block.speaker}</footer>`
  return html`<blockquote>${block.paragraphs.map((text) => html`<p>${text}</p>`)}${speaker}</blockquote>`
}
