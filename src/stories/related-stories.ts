/** What stands around a story: the partner's own story, background, and where else it is spoken of. */
import { comma, htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, html, link } from '#src/platform/ui/index.ts'
import { articleWords } from './article-words.ts'
import type { PublishedStory, RelatedStory } from './published.ts'

/** Nothing where there is nothing. */
export function related(story: PublishedStory, language: Language): Content {
  const w = speak(articleWords, language)
  const theirs = story.related.filter(({ relation }) => relation === 'partner_story')
  const others = story.related.filter(({ relation }) => relation === 'background')
  const publishers = [...new Set(theirs.map(({ publisher }) => publisher))]
  const parts = [
    ...publishers.map((who) =>
      list(
        w.partnerStory(who),
        theirs.filter((one) => one.publisher === who),
        language,
        w.partnerStoryNote,
      ),
    ),
    others.length > 0 && list(w.background, others, language),
    mentions(story, language),
  ].filter(Boolean)
  return parts.length > 0 && html`<div class="story-links">${parts}</div>`
}

function list(title: string, links: RelatedStory[], language: Language, note?: string): Content {
  const w = speak(articleWords, language)
  const items = links.map((one) => {
    const written = one.language === language ? '' : one.language === 'en' ? w.inEnglish : w.inChinese
    const under = [note ?? one.publisher, written].filter(Boolean).join(comma[language])
    return html`<li><a href="${link(one.url)}" hreflang="${htmlLang[one.language]}" lang="${htmlLang[one.language]}">${one.title} <span aria-hidden="true">↗</span></a><p class="muted small">${under}</p></li>`
  })
  return html`<section class="story-link"><h2>${title}</h2><ul>${items}</ul></section>`
}

function mentions({ mentions }: PublishedStory, language: Language): Content {
  if (mentions.length === 0) return ''
  const w = speak(articleWords, language)
  const items = mentions.map(
    ({ source, title, host }) =>
      html`<li><a href="${link(source)}" rel="nofollow ugc">${title || host} <span aria-hidden="true">↗</span></a><p class="muted small">${host}</p></li>`,
  )
  return html`<section class="story-link"><h2>${w.mentions}</h2><ul>${items}</ul></section>`
}
