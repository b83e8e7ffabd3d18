/** One person: names, posts with their dates, how to reach them and why we may. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  dialog,
  facts,
  form,
  type Html,
  head,
  hidden,
  html,
  inLanguage,
  link,
  linkButton,
  notice,
  page,
  pairField,
  panel,
  person,
  section,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { postEnds } from './person.ts'
import type { HeldPost } from './person-store.ts'
import { basisWords, endWords, personWords } from './person-words.ts'
import type { Contact } from './read-contact.ts'

export interface Told {
  done?: boolean
  problem?: { text: string; status: Refusal['status'] }
}

export function contactPage(c: Context<WebEnv>, contact: Contact, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(personWords, language)
  const { person: p, officer } = contact
  const heading = head({
    over: html`<a href="/contacts">${w.title}</a>`,
    title: person({ latin: p.name_latin, native: p.name_native }),
    acts: officer && linkButton({ href: `/contacts/${p.id}/edit`, label: w.edit }),
  })
  const body = html`${told.done && notice({ kind: 'done', title: w.done, live: true })}${told.problem && notice({ kind: 'refusal', title: told.problem.text })}
    ${heading}${postsSection(c, contact)}${officer ? newPostSection(c, contact) : ''}`
  return page(c, { title: p.name_latin, current: 'contacts', body, aside: aside(c, contact) }, told.problem?.status)
}

const day = (date: Temporal.PlainDate, language: Language): string =>
  dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language)

function postsSection(c: Context<WebEnv>, { person: p, posts, officer }: Contact): Html {
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

function term(post: HeldPost, language: Language): Content {
  const w = speak(personWords, language)
  if (!post.since && !post.until) return html`<span class="muted">${w.unknown}</span>`
  const ended = post.ended_as && html`<br><span class="muted small">${endWords[post.ended_as][language]}</span>`
  return html`<div>${post.since ? day(post.since, language) : ''} – ${post.until ? day(post.until, language) : w.now}${ended}</div>`
}

function endDialog(c: Context<WebEnv>, id: string, post: HeldPost): Html {
  const { language, now, house } = c.var
  const w = speak(personWords, language)
  const today = now.toZonedDateTimeISO(house.zone).toPlainDate().toString()
  const options = postEnds.map((end) => ({ value: end, label: endWords[end][language] }))
  return dialog({
    id: `end-${post.id}`,
    open: w.endPost,
    kind: 'quiet',
    title: w.endPost,
    language,
    body: form({
      action: `/contacts/${id}/posts/end`,
      body: html`<p>${w.endExplain}</p>${hidden({ post: post.id })}${selectField({ name: 'as', id: `as-${post.id}`, label: w.how, options, value: 'moved' })}${textField({ name: 'until', id: `until-${post.id}`, type: 'date', label: w.until, value: today, required: true })}${actions(submit({ label: w.endPost }))}`,
    }),
  })
}

function newPostSection(c: Context<WebEnv>, { person: p, institutions }: Contact): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const options = institutions.map((i) => ({ value: i.ror, label: i.name[language] || i.name.en }))
  const none = { en: '', zh: '' }
  const fields = html`${options.length > 0 ? selectField({ name: 'institution', label: w.institution, options }) : textField({ name: 'institution', label: w.institution, hint: w.institutionHint, required: true })}${pairField({ name: 'title', label: w.title_, value: none, language })}${pairField({ name: 'unit', label: w.unit, value: none, language })}${textField({ name: 'since', type: 'date', label: w.since, language })}${textField({ name: 'rank', type: 'number', label: w.rank, hint: w.rankHint, value: '100', min: 1, max: 999 })}`
  return section({
    title: w.newPost,
    body: form({
      action: `/contacts/${p.id}/posts`,
      body: html`${fields}${actions(submit({ label: w.newPost, kind: 'plain' }))}`,
    }),
  })
}

/** How to reach someone is for officers only. */
function aside(c: Context<WebEnv>, { person: p, officer, led }: Contact): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const reach: { label: string; value: Content }[] = [
    { label: w.email, value: p.email && html`<a href="${link(`mailto:${p.email}`)}">${p.email}</a>` },
    {
      label: w.phone,
      value: p.phone && html`<a href="${link(`tel:${p.phone.replace(/[^+\d]/g, '')}`)}">${p.phone}</a>`,
    },
    { label: w.assistant, value: p.assistant },
    { label: w.language, value: p.language === 'zh' ? '中文' : p.language === 'en' ? 'English' : '' },
    { label: w.basis, value: basisWords[p.basis][language] },
    { label: w.basisNote, value: p.basis_note },
  ].filter(({ value }) => value !== '')
  const partners = led.map(
    (one) =>
      html`<li><a href="/partners/${one.partner}">${inLanguage({ en: one.name_en, zh: one.name_zh }, language)}</a></li>`,
  )
  return html`${led.length > 0 ? panel({ title: w.leads, body: html`<ul class="plain-list">${partners}</ul>` }) : ''}${officer ? panel({ title: w.reach, body: facts(reach) }) : ''}${officer && p.note ? panel({ title: w.note, body: html`<p>${p.note}</p><p class="muted small">${w.noteHint}</p>` }) : ''}`
}
