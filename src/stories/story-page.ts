/** One story: where it stands, what stands in its way, its photographs, links and history. */
import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { type Content, type Html, head, html, linkButton, notice, page, section, tag } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayDo, mayWrite } from './access.ts'
import { linksSection } from './links-section.ts'
import { publicationSection } from './publication-section.ts'
import { storyPath } from './published.ts'
import type { StoryView } from './read-story.ts'
import { reviewSection } from './review-section.ts'
import { stateWords } from './state-words.ts'
import { isOut } from './story.ts'
import { historySection, storyAside } from './story-aside.ts'
import { type Done, doneWords, storyWords } from './story-words.ts'
import { tabTitle } from './tab-title.ts'

export interface Said {
  done?: Done
  /** What was refused, which act it was, and what had been typed. */
  problem?: { text: string; status: Refusal['status']; act: string; typed: Partial<Record<string, string>> }
}

export function storyPage(c: Context<WebEnv>, view: StoryView, said: Said = {}): Response {
  const { language } = c.var
  const w = speak(storyWords, language)
  const done = said.done && notice({ kind: 'done', title: doneWords[said.done][language], answer: true })
  const problem = said.problem && notice({ kind: 'refusal', answer: true, title: said.problem.text })
  const body = html`${storyHead(c, view)}${done}${problem}
    ${reviewSection(c, view, said)}
    ${publicationSection(c, view, said)}
    ${section({ title: w.photos, body: photoStrip(c, view) })}
    ${linksSection(c, view, said)}
    ${historySection(c, view)}`
  const title = view.seen.story.translations[language].headline || w.untitled
  const aside = storyAside(c, view)
  return page(c, { title: tabTitle(title), current: 'stories', body, aside }, said.problem?.status ?? 200)
}

function storyHead(c: Context<WebEnv>, { seen, changedSince }: StoryView): Html {
  const { language } = c.var
  const { story, visitor } = seen
  const w = speak(storyWords, language)
  const other = language === 'en' ? 'zh' : 'en'
  const [first, second] = [story.translations[language].headline, story.translations[other].headline]
  const tone = isOut(story) ? 'good' : story.state === 'withdrawn' ? 'bad' : 'plain'
  const meta = html`<span>${tag(stateWords[story.state][language], tone)}</span>${story.joint && html`<span>${tag(w.joint)}</span>`}${isOut(story) && changedSince && html`<span>${tag(w.pending, 'warn')}</span>`}`
  const may = mayDo(visitor, story, 'edit')
  const acts = html`${may && linkButton({ href: `/stories/${story.id}/edit`, label: w.edit, kind: 'primary' })}
    ${linkButton({ href: `/stories/${story.id}/preview`, label: w.preview })}
    ${isOut(story) && linkButton({ href: storyPath(story.slug!, language), label: w.read, kind: 'quiet' })}`
  return head({
    title: first || second || w.untitled,
    titleLang: htmlLang[first || !second ? language : other],
    second: first ? second : undefined,
    secondLang: htmlLang[other],
    over: html`<a href="/stories">${{ en: 'Stories', zh: '新闻' }[language]}</a>`,
    meta,
    acts,
  })
}

function photoStrip(c: Context<WebEnv>, { seen: { story, visitor }, photos }: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const at = `/stories/${story.id}/photos`
  const may = mayWrite(visitor)
  const way = linkButton({ href: at, label: photos.length > 0 ? w.managePhotos : w.addPhotos })
  if (photos.length === 0)
    return html`<p class="muted">${w.noPhotos}</p>${may && html`<div class="story-acts">${way}</div>`}`
  const items = photos.map((photo) => {
    const alt = photo.decorative ? '' : photo.alt[language] || photo.alt.en || photo.alt.zh
    const state = photo.approved ? html`<span class="good">${w.photoApproved}</span>` : w.photoOpen
    const src = `${at}/${photo.number}/${photo.sizes[0]}.webp`
    return html`<li><img src="${src}" alt="${alt}" width="240" height="160" loading="lazy"><p>${w.photoN(photo.number)}: ${state}</p></li>`
  })
  return html`<ul class="photo-strip">${items}</ul><div class="story-acts">${way}</div>`
}
