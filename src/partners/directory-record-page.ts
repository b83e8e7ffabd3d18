/** One institution of the directory: names, facts, family, and taking it into our register. */
import type { Context } from 'hono'
import { type Phrase, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  type Content,
  facts,
  form,
  type Html,
  head,
  html,
  inLanguage,
  link,
  linkButton,
  notice,
  page,
  pairField,
  panel,
  section,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { directoryWords, kindWords, relationWords, statusWords } from './directory-words.ts'
import { countryName } from './partners-page.ts'
import type { DirectoryEntry } from './read-directory-entry.ts'

/** What was typed into the form, when it comes back with a refusal. */
export interface Typed {
  name: Phrase
  short: Phrase
  city: Phrase
  zone: string
}

export interface Problem {
  text: string
  status: Refusal['status']
  typed: Typed
}

export function directoryRecordPage(c: Context<WebEnv>, entry: DirectoryEntry, problem?: Problem): Response {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const { institution } = entry
  const { name, name_zh: nameZh } = institution
  const heading = head({
    over: html`<a href="/directory">${w.title}</a>`,
    title: html`<span translate="no">${name}</span>`,
    second: nameZh && nameZh !== name ? nameZh : undefined,
    secondLang: 'zh-CN',
    meta: html`<span><span translate="no">${institution.city}</span>${language === 'zh' ? '，' : ', '}${countryName(institution.country, language)}</span>`,
    acts: entry.partner && linkButton({ href: `/partners/${institution.ror}`, label: w.toPartner }),
  })
  const body = html`${problem && notice({ kind: 'refusal', title: problem.text })}${institution.status !== 'active' ? notice({ kind: 'warning', title: w.notActive }) : ''}
    ${heading}${namesSection(entry, w.names)}${familySection(c, entry)}${entry.mayAdd ? addSection(c, entry, problem?.typed) : ''}`
  return page(c, { title: name, current: 'partners', body, aside: recordPanel(c, entry) }, problem?.status)
}

function namesSection({ names }: DirectoryEntry, title: string): Html {
  const lines = names.map(
    (n) =>
      html`<li><span${n.language ? html` lang="${n.language === 'zh' ? 'zh-CN' : n.language}"` : ''} translate="no">${n.name}</span></li>`,
  )
  return section({ title, body: html`<ul class="plain-list">${lines}</ul>` })
}

function familySection(c: Context<WebEnv>, { family }: DirectoryEntry): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const kinds = (['parent', 'child', 'related', 'predecessor', 'successor'] as const).filter((kind) =>
    family.some((f) => f.kind === kind),
  )
  const lists = kinds.map((kind) =>
    section({
      level: 3,
      title: relationWords[kind][language],
      body: html`<ul class="plain-list">${family.filter((f) => f.kind === kind).map(relative)}</ul>`,
    }),
  )
  return section({
    title: w.family,
    body: lists.length > 0 ? html`<div class="split-lists">${lists}</div>` : html`<p class="muted">${w.noFamily}</p>`,
  })
}

/** A relative the directory does not hold has only the name the record gives it. */
function relative(one: DirectoryEntry['family'][number]): Html {
  const name = html`<span translate="no">${one.name ?? one.label}</span>${one.name_zh && one.name_zh !== one.name ? html` <span lang="zh-CN" translate="no">${one.name_zh}</span>` : ''}`
  return html`<li>${one.name ? html`<a href="/directory/${one.other}">${name}</a>` : name}</li>`
}

function addSection(c: Context<WebEnv>, { institution, zones }: DirectoryEntry, typed?: Typed): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const value: Typed = typed ?? {
    name: { en: institution.name, zh: institution.name_zh ?? '' },
    short: { en: '', zh: '' },
    city: { en: institution.city, zh: '' },
    zone: zones[0]!,
  }
  return section({
    title: w.add,
    note: w.addHint,
    id: 'add',
    body: form({
      action: `/directory/${institution.ror}/partner`,
      body: html`${pairField({ name: 'name', label: w.name, value: value.name, language, hint: w.nameHint })}${pairField({ name: 'short', label: w.short, value: value.short, language })}${pairField({ name: 'city', label: w.city, value: value.city, language })}${selectField({ name: 'zone', label: w.zone, value: value.zone, options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })) })}${actions(submit({ label: w.add }))}`,
    }),
  })
}

function recordPanel(c: Context<WebEnv>, { institution: i }: DirectoryEntry): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const kinds = i.kinds.map((kind) => (kindWords[kind] ? inLanguage(kindWords[kind], language) : kind))
  const rows: { label: string; value: Content }[] = [
    { label: 'ROR', value: html`<a href="${link(`https://ror.org/${i.ror}`)}">${i.ror}</a>` },
    { label: w.kind, value: html`${kinds.map((kind, n) => html`${n > 0 ? ' · ' : ''}${kind}`)}` },
    ...(i.established ? [{ label: w.established, value: String(i.established) }] : []),
    ...(i.website
      ? [{ label: w.website, value: html`<a href="${link(i.website)}">${URL.parse(i.website)?.hostname}</a>` }]
      : []),
    ...Object.entries(i.identifiers).map(([registry, id]) => ({ label: registry, value: id })),
    { label: w.status, value: statusWords[i.status][language] },
  ]
  const on = dateWords(i.modified.toZonedDateTime('UTC').toInstant(), 'UTC', language)
  return panel({ title: w.facts, body: html`${facts(rows)}<p class="muted small">${w.source(on)}</p>` })
}
