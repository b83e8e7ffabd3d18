/** Links to other stories, the partner's story to be linked with one press, and mentions elsewhere. */
import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  dialog,
  form,
  html,
  notice,
  radios,
  link as safe,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isEditor, mayWrite } from './access.ts'
import { heardLink } from './heard-section.ts'
import { mentionsSection } from './mentions-section.ts'
import type { StoryView } from './read-story.ts'
import type { Heard, Related } from './related-store.ts'
import { problemWords } from './state-words.ts'
import type { Said } from './story-page.ts'
import { storyWords } from './story-words.ts'

export function linksSection(c: Context<WebEnv>, view: StoryView, said: Said): Content {
  const w = speak(storyWords, c.var.language)
  const { visitor } = view.seen
  const may = mayWrite(visitor)
  const items = view.related.map((one) => linkItem(c, view, one, may))
  const list =
    items.length > 0
      ? html`<ul class="register" aria-label="${w.links}">${items}</ul>`
      : html`<p class="muted">${w.noLinks}</p>`
  const body = html`${may && view.heard.map((heard) => offerToLink(c, view, heard))}${list}${may && html`<div class="story-acts">${addLink(c, view, said)}</div>`}`
  const mentions =
    view.mentions.length > 0 &&
    section({ title: w.mentions, body: mentionsSection(c, view.mentions, isEditor(visitor)) })
  return html`${section({ title: w.links, note: w.linksNote, body, id: 'links' })}${mentions}`
}

function offerToLink(c: Context<WebEnv>, { seen }: StoryView, heard: Heard): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const values = { heard: heard.story, story: seen.story.id }
  return notice({
    kind: 'turn',
    title: w.theyPublished(seen.partner?.short[language] ?? ''),
    body: heardLink(heard, language),
    acts: actButton({ action: '/stories/heard', label: w.linkIt, values, kind: 'primary' }),
  })
}

function linkItem(c: Context<WebEnv>, { seen: { story } }: StoryView, one: Related, may: boolean): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const kind = one.relation === 'partner_story' ? w.theirStory : w.background
  const state = one.problem
    ? html`<span class="bad">${w.isBroken(problemWords(one.problem)[language])}</span>`
    : one.checked_at
      ? w.answers
      : w.unchecked
  const remove =
    may &&
    actButton({
      action: `/stories/${story.id}/unlink`,
      label: w.remove,
      kind: 'quiet',
      values: { link: one.id },
      describe: one.title,
    })
  return html`<li class="register-item"><span class="dot" aria-hidden="true"></span><div class="register-words"><p class="register-title"><a href="${safe(one.url)}" lang="${htmlLang[one.language]}" rel="noreferrer">${one.title}</a></p><p class="register-sub">${kind} · ${one.publisher && html`<span translate="no">${one.publisher}</span> · `}${w[one.language]} · ${state}</p></div><div class="register-end">${remove}</div></li>`
}

function addLink(c: Context<WebEnv>, { seen }: StoryView, said: Said): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const wrong = said.problem?.act === 'link' ? said.problem : undefined
  const typed = wrong?.typed ?? {}
  const languages = (['en', 'zh'] as const).map((value) => ({ value, label: w[value] }))
  const relations = [
    { value: 'partner_story', label: w.theirStory },
    { value: 'background', label: w.background },
  ]
  const publisher = typed.publisher ?? seen.partner?.name[language] ?? ''
  const fields = html`${textField({ name: 'url', type: 'url', label: w.url, value: typed.url, required: true, maxlength: 1000, wide: true, error: wrong?.text })}
    ${textField({ name: 'title', label: w.linkTitle, value: typed.title, maxlength: 300, wide: true })}
    ${textField({ name: 'publisher', label: w.publisher, value: publisher, maxlength: 200, wide: true })}
    ${selectField({ name: 'language', label: w.language, value: typed.language, options: languages })}
    ${radios({ name: 'relation', legend: w.relation, value: typed.relation ?? (seen.partner ? 'partner_story' : 'background'), options: relations })}
    ${actions(submit({ label: w.add }))}`
  const body = form({ action: `/stories/${seen.story.id}/link`, body: fields })
  return dialog({ id: 'add-link', open: w.addLink, title: w.addLink, body, language, shown: wrong !== undefined })
}
