/** The story in both languages side by side, as readers will see it. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { cut, head, html, linkButton, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { storyArticle } from './article.ts'
import type { ImageAddress } from './figure.ts'
import type { PublishedStory } from './published.ts'

const words = {
  title: { en: 'Preview', zh: '预览' },
  note: {
    en: 'As it would be read if it were published now. What is missing in one language is shown in the other.',
    zh: '如现在发布，读者所见即如下。缺少的语言以另一种语言显示。',
  },
  back: { en: 'Back to the story', zh: '返回新闻' },
}

/** @param o.image where its photographs lie */
export function previewPage(
  c: Context<WebEnv>,
  story: PublishedStory,
  o: { image: ImageAddress; over: string },
): Response {
  const w = speak(words, c.var.language)
  const shown = (language: 'en' | 'zh') =>
    storyArticle(story, language, { heading: 2, preview: true, image: o.image, zone: c.var.house.zone })
  const back = linkButton({ href: `/stories/${story.id}`, label: w.back })
  const over = html`<a href="/stories/${story.id}">${o.over || w.back}</a>`
  const body = html`${head({ title: w.title, over, meta: w.note, acts: back })}
    <div class="story-pair">${shown('en')}${cut()}${shown('zh')}</div>`
  return page(c, { title: w.title, current: 'stories', body })
}
