/** "HUST published its story: link it", with one press. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { actions, type Content, form, hidden, html, section, selectField, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { headlineOf } from './content.ts'
import type { Heard } from './related-store.ts'
import type { Story } from './store.ts'
import { listWords } from './words.ts'

interface Known {
  heard: Heard[]
  stories: Story[]
  institutions: Institution[]
  mayWrite: boolean
}

export function heardSection(c: Context<WebEnv>, known: Known): Content {
  const w = speak(listWords, c.var.language)
  if (known.heard.length === 0) return ''
  const items = known.heard.map((heard) => html`<li class="stack">${one(c.var.language, heard, known)}</li>`)
  return section({ title: w.heard, note: w.heardNote, body: html`<ul class="stack">${items}</ul>` })
}

function one(language: Language, heard: Heard, { stories, institutions, mayWrite }: Known): Content {
  const w = speak(listWords, language)
  const who = institutions.find(({ ror }) => ror === heard.partner)
  const own = ownStories(heard, stories)
  const options = own.map((s) => ({ value: s.id, label: headlineOf(s.translations, language) || w.untitled }))
  const choice = html`${hidden({ heard: heard.story })}${selectField({ name: 'story', id: `f-story-${heard.story}`, label: w.linkFrom, value: own[0]?.id, options })}${actions(submit({ label: w.link, describe: titleOf(heard, language) }))}`
  const linking =
    own.length > 0 ? form({ action: '/stories/heard', body: choice }) : html`<p class="muted">${w.noOwn}</p>`
  const act = mayWrite && linking
  return html`<p class="register-title">${heardLink(heard, language)}</p><p class="muted">${who?.name[language]}</p>${act}`
}

const titleOf = ({ headline }: Heard, language: Language) => headline[language] || headline.en || headline.zh

/** The partner's story as a link, in the reader's language where it is out in that. */
export function heardLink(heard: Heard, language: Language): Content {
  const shown = heard.url[language] ? language : language === 'en' ? 'zh' : 'en'
  return html`<a href="${heard.url[shown]}" lang="${shown === 'en' ? 'en' : 'zh-CN'}">${heard.headline[shown]} <span aria-hidden="true">↗</span></a>`
}

/** Ours of the same event first, then the others with this partner. */
function ownStories(heard: Heard, stories: Story[]): Story[] {
  const same = (s: Story) =>
    (s.ceremony !== null && s.ceremony === heard.ceremony) || (s.agreement !== null && s.agreement === heard.agreement)
  const own = stories.filter((s) => s.partner === heard.partner && s.state !== 'withdrawn')
  return [...own.filter(same), ...own.filter((s) => !same(s))]
}
