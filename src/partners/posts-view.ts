/** The posts of a person, with their dates. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, type Html, html, inLanguage, section, table } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { endDialog } from './end-post-view.ts'
import { endWords } from './person-value-words.ts'
import { personWords } from './person-words.ts'
import type { HeldPost } from './post-store.ts'
import type { Contact } from './read-contact.ts'

/** Officers end a post here, others only read. */
export function postsSection(c: Context<WebEnv>, { person: p, posts, officer }: Contact): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const rows = posts.map((post) => [
    html`<div>${inLanguage({ en: post.title_en, zh: post.title_zh }, language)}${post.unit_en || post.unit_zh ? html`<br><span class="muted small">${inLanguage({ en: post.unit_en, zh: post.unit_zh }, language)}</span>` : ''}</div>`,
    html`<a href="/partners/${post.institution}">${inLanguage({ en: post.name_en, zh: post.name_zh }, language)}</a>`,
    term(post, language),
    officer && !post.until ? endDialog(c, p.id, post) : '',
  ])
  const columns = [{ label: w.post, head: true }, { label: w.institution }, { label: w.held }, { label: '' }]
  const list = table({ caption: w.posts, captionHidden: true, columns, rows, empty: w.noPosts })
  return section({ title: w.posts, body: list })
}

const day = (date: Temporal.PlainDate, language: Language): string =>
  dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language)

function term(post: HeldPost, language: Language): Content {
  const w = speak(personWords, language)
  if (!post.since && !post.until) return html`<span class="muted">${w.unknown}</span>`
  const ended = post.ended_as && html`<br><span class="muted small">${endWords[post.ended_as][language]}</span>`
  return html`<div>${post.since ? day(post.since, language) : ''} – ${post.until ? day(post.until, language) : w.now}${ended}</div>`
}
