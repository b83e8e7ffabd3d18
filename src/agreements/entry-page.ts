/** One agreement of the register: names on both sides, dates, what it asks for, what belongs to it, its files. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  facts,
  fileField,
  form,
  type Html,
  head,
  html,
  inLanguage,
  linkButton,
  notice,
  page,
  panel,
  section,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { datesOf, flagsOf, standingOn } from './entry.ts'
import { fileKinds } from './entry-tables.ts'
import {
  entryWords,
  fileKindWords,
  flagWords,
  kindWords,
  prevailsWords,
  signingWords,
  standingWords,
} from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

export interface EntryTold {
  done?: boolean
  problem?: { text: string; status: Refusal['status'] }
}

export function entryPage(c: Context<WebEnv>, view: EntryView, told: EntryTold = {}): Response {
  const { language } = c.var
  const w = speak(entryWords, language)
  const { entry, officer, partner } = view
  const heading = head({
    over: html`<a href="/register">${w.title}</a>`,
    title: inLanguage({ en: entry.title_en, zh: entry.title_zh }, language),
    second: entry.title_en && entry.title_zh ? entry[language === 'en' ? 'title_zh' : 'title_en'] : undefined,
    secondLang: language === 'en' ? 'zh-CN' : 'en',
    meta: html`<a href="/partners/${partner.ror}">${inLanguage(partner.name, language)}</a>`,
    acts: html`${entry.agreement && linkButton({ href: `/agreements/${entry.agreement}`, label: w.text })}${officer && linkButton({ href: `/register/${entry.id}/edit`, label: w.edit })}`,
  })
  const flags = flagsOf(
    { ...datesOf(entry), noticeMonths: entry.notice_months, reviewOn: entry.review_on },
    view.umbrella ? datesOf(view.umbrella) : null,
    view.day,
  ).map((flag) => notice({ kind: 'warning', title: flagWords[flag][language] }))
  const body = html`${told.done && notice({ kind: 'done', title: w.done, live: true })}${told.problem && notice({ kind: 'refusal', title: told.problem.text })}
    ${heading}${flags}${wordsSection(c, view)}${familySection(c, view)}${filesSection(c, view)}`
  const title = entry.title_en || entry.title_zh
  return page(c, { title, current: 'register', body, aside: datesPanel(c, view) }, told.problem?.status)
}

const on = (date: Temporal.PlainDate | null, language: Language): string =>
  date ? dateWords(date.toZonedDateTime('UTC').toInstant(), 'UTC', language) : ''

function wordsSection(c: Context<WebEnv>, { entry: e, officer }: EntryView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const rows: { label: string; value: Content }[] = [
    { label: w.reference, value: e.reference },
    { label: w.theirTitle, value: e.their_title },
    { label: w.theirType, value: e.their_type },
    { label: w.theirReference, value: e.their_reference },
    { label: w.fields, value: e.fields },
    { label: w.units, value: e.units },
    { label: w.prevails, value: prevailsWords[e.prevails][language] },
  ].filter(({ value }) => value !== '')
  const obligations =
    e.obligations &&
    section({ level: 3, title: w.obligations, body: html`<p class="serif lines">${e.obligations}</p>` })
  const note =
    officer &&
    e.note &&
    section({ level: 3, title: w.note, note: w.noteHint, body: html`<p class="lines">${e.note}</p>` })
  return section({ title: w.names, body: html`${facts(rows)}${obligations}${note}` })
}

function familySection(c: Context<WebEnv>, { entry, relatives }: EntryView): Content {
  if (relatives.length === 0) return ''
  const { language } = c.var
  const w = speak(entryWords, language)
  const how = (r: EntryView['relatives'][number]) =>
    r.id === entry.parent
      ? w.umbrella
      : r.id === entry.renews
        ? w.predecessor
        : r.renews === entry.id
          ? w.successor
          : w.child
  const lines = relatives.map(
    (r) =>
      html`<li><a href="/register/${r.id}">${inLanguage({ en: r.title_en, zh: r.title_zh }, language)}</a> <span class="muted small">${how(r)}${r.ends_on ? html` · ${on(r.ends_on, language)}` : ''}</span></li>`,
  )
  return section({ title: w.family, body: html`<ul class="plain-list">${lines}</ul>` })
}

function filesSection(c: Context<WebEnv>, { entry, files, officer }: EntryView): Html {
  const { language, house } = c.var
  const w = speak(entryWords, language)
  const lines = files.map(
    (f) =>
      html`<li><a href="/register/files/${f.id}">${f.name}</a> <span class="muted small">${fileKindWords[f.kind][language]} · ${f.by_name}, ${dateWords(f.added_at, house.zone, language)}</span></li>`,
  )
  const options = fileKinds.map((kind) => ({ value: kind, label: fileKindWords[kind][language] }))
  const add =
    officer &&
    form({
      action: `/register/${entry.id}/files`,
      multipart: true,
      body: html`${fileField({ name: 'file', label: w.file, accept: 'application/pdf', required: true })}${selectField({ name: 'kind', label: w.fileKind, options })}${actions(submit({ label: w.addFile, kind: 'plain' }))}`,
    })
  const list = lines.length > 0 ? html`<ul class="plain-list">${lines}</ul>` : html`<p class="muted">${w.noFiles}</p>`
  return section({ title: w.files, body: html`${list}${add}` })
}

function datesPanel(c: Context<WebEnv>, { entry: e, day }: EntryView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const standing = standingOn(datesOf(e), day)
  const rows = [
    {
      label: w.standing,
      value: html`<strong>${standingWords[standing][language]}</strong>`,
      good: standing === 'in_force',
    },
    { label: w.kind, value: kindWords[e.kind][language] },
    { label: w.signedHow, value: signingWords[e.signed_how][language] },
    { label: w.signedOn, value: on(e.signed_on, language) },
    { label: w.effectiveOn, value: on(e.effective_on, language) },
    { label: w.endsOn, value: on(e.ends_on, language) || w.openEnd },
    { label: w.reviewOn, value: on(e.review_on, language) },
    { label: w.noticeMonths, value: e.notice_months === null ? '' : String(e.notice_months) },
    { label: w.terminatedOn, value: on(e.terminated_on, language) },
  ].filter(({ value }) => value !== '')
  return panel({ title: w.dates, body: facts(rows) })
}
